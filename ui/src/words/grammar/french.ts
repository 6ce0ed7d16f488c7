// Knows where French drops a vowel before a name.

/** "de Tom", "d’Ana". */
export const de = (name: string) => (/^[aeiouàâäéèêëîïôöùûü]/iu.test(name.trim()) ? `d’${name}` : `de ${name}`);

/** "à Tom". */
export const a = (name: string) => `à ${name}`;
