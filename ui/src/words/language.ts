// Knows the language of the page, for the whole of its life: asked for in its address, else the computer's. A page that
// has one language only says so in its document. Every sentence stands once per language and is chosen here.

export const LANGUAGES = ['en', 'es', 'fr-CA'] as const;
export type Language = (typeof LANGUAGES)[number];

const isLanguage = (word: string | null | undefined): word is Language => LANGUAGES.some((language) => language === word);

/** What the address asks for, else what the computer speaks, else English. */
export function languageOf(asked: string | null, spoken: string): Language {
  if (isLanguage(asked)) return asked;
  if (/^es\b/iu.test(spoken)) return 'es';
  return /^fr\b/iu.test(spoken) ? 'fr-CA' : 'en';
}

const only = document.documentElement.dataset.language;

/** Whether a person can choose: a page that has one language only says so in its document. */
export const CAN_CHOOSE = !isLanguage(only);

export const LANGUAGE: Language = isLanguage(only)
  ? only
  : languageOf(new URLSearchParams(location.search).get('lang'), navigator.language);

/** For dates, numbers, lists and plurals. */
export const LOCALE = ({ en: 'en-US', es: 'es-US', 'fr-CA': 'fr-CA' } as const satisfies Record<Language, string>)[LANGUAGE];

document.documentElement.lang = LANGUAGE;

/** What is no text: it is the same in every language. */
type Same = 'id' | 'to' | 'value' | 'icon' | 'tone' | 'secret' | 'field' | 'shows' | 'on' | 'end' | 'action' | 'marked';

/** What a catalogue has to say: the same keys and functions, in other words. */
export type Words<Of> = Of extends string
  ? string
  : Of extends (...given: infer Given) => infer Said
    ? (...given: Given) => Words<Said>
    : Of extends object
      ? { readonly [Key in keyof Of]: Key extends Same ? Of[Key] : Words<Of[Key]> }
      : Of;

/** The words of this page's language. A catalogue that lacks one does not compile. */
export function inLanguage<English>(words: { en: English; es: Words<English>; fr: Words<English> }): Words<English> {
  const all = { en: words.en as Words<English>, es: words.es, 'fr-CA': words.fr } satisfies Record<Language, Words<English>>;
  return all[LANGUAGE];
}

/** The page anew, in another language. */
export function readIn(language: Language): void {
  const address = new URL(location.href);
  address.searchParams.set('lang', language);
  location.assign(address);
}
