// What every language says: the same things, none left out, none left in English.
import { describe, expect, it } from 'vitest';
import { languageOf } from './language';

type Catalogue = Record<string, unknown>;
const modules = {
  en: import.meta.glob<Catalogue>('./en/*.ts', { eager: true }),
  es: import.meta.glob<Catalogue>('./es/*.ts', { eager: true }),
  fr: import.meta.glob<Catalogue>('./fr/*.ts', { eager: true }),
};
const NAMES = Object.keys(modules.en).map((path) => path.replace('./en/', ''));

/** Names, and words that a language has as well. */
const NAMES_ALIKE = ['Mayday', 'SOS', 'Plus', 'Pro', '911', 'Canada', 'iPhone', 'Android', 'Mac', 'Windows', 'GNOME', 'KDE'];
const ALIKE = {
  es: new Set([...NAMES_ALIKE, 'Demo', 'Demo.', 'No', 'Plan']),
  fr: new Set([...NAMES_ALIKE, 'Police', 'Station', 'Contacts', 'Codes', 'Apps']),
};

/** What is no text. */
const SAME = new Set(['id', 'to', 'value', 'icon', 'tone', 'secret', 'field', 'shows', 'on', 'end', 'action']);

interface Leaf {
  path: string;
  value: unknown;
}

function leaves(value: unknown, path: string): Leaf[] {
  if (typeof value !== 'object' || value === null) return [{ path, value }];
  return Object.entries(value).flatMap(([key, inner]) => (SAME.has(key) ? [] : leaves(inner, `${path}.${key}`)));
}

const given = (count: number) => Array.from({ length: count }, (_, at) => `m${at}m`);

/** What a function says of markers; `null` where it takes no text. */
function saidOf(value: unknown): string | null {
  if (typeof value !== 'function') return null;
  try {
    const said: unknown = (value as (...given: string[]) => unknown)(...given(value.length));
    return typeof said === 'string' ? said : null;
  } catch {
    return null;
  }
}

describe.each(['es', 'fr'] as const)('the catalogue %s', (language) => {
  it('has every module', () => {
    expect(Object.keys(modules[language]).map((path) => path.replace(`./${language}/`, ''))).toEqual(NAMES);
  });

  describe.each(NAMES)('%s', (name) => {
    const english = leaves(modules.en[`./en/${name}`], '');
    const translated = leaves(modules[language][`./${language}/${name}`], '');
    const found = new Map(translated.map(({ path, value }) => [path, value]));

    it('has the same keys', () => {
      expect(translated.map(({ path }) => path).sort()).toEqual(english.map(({ path }) => path).sort());
    });

    it('says each thing, and in its own language', () => {
      for (const { path, value } of english) {
        const own = found.get(path);
        expect(typeof own, path).toBe(typeof value);
        if (typeof value !== 'string' || typeof own !== 'string') continue;
        expect(own.trim() === '', `${path} is empty`).toBe(value.trim() === '');
        if (/\p{L}/u.test(value) && !ALIKE[language].has(value)) expect(own, path).not.toBe(value);
      }
    });

    it('has functions that take the same and use it', () => {
      for (const { path, value } of english) {
        if (typeof value !== 'function') continue;
        const own = found.get(path) as (...given: never[]) => unknown;
        expect(own.length, path).toBe(value.length);
        const said = saidOf(value)?.toLowerCase();
        if (said === undefined) continue;
        const ours = saidOf(own)?.toLowerCase() ?? '';
        expect(ours, path).not.toBe('');
        for (const marker of given(value.length)) if (said.includes(marker)) expect(ours, path).toContain(marker);
      }
    });
  });
});

it('sets French as it is set in Canada', () => {
  for (const [path, module] of Object.entries(modules.fr)) {
    for (const { path: key, value } of leaves(module, path)) {
      const text = typeof value === 'string' ? value : (saidOf(value) ?? '');
      expect(text, key).not.toMatch(/(?<!\u00a0):(?:\s|$)|(?<!\u00a0)»|«(?!\u00a0)|\s[?!;]/u);
    }
  }
});

it('reads the language from the address, then from the computer', () => {
  expect(languageOf('fr-CA', 'es-MX')).toBe('fr-CA');
  expect(languageOf('de', 'es-MX')).toBe('es');
  expect(languageOf(null, 'fr')).toBe('fr-CA');
  expect(languageOf(null, 'de-CH')).toBe('en');
});
