// What the page says in place of the station's own sentences.
import { describe, expect, it } from 'vitest';
import { errorWords, findingWords, noticeWords, provedWords, reasonWords } from './station';
import { es } from './station/es';
import { fr } from './station/fr';

type Node = string | ((...given: string[]) => Node) | { [key: string]: Node };

function said(node: Node): string[] {
  if (typeof node === 'string') return [node];
  if (typeof node === 'function') return said(node(...['m0m', 'm1m'].slice(0, node.length)));
  return Object.values(node).flatMap(said);
}

describe.each([['es', es], ['fr', fr]] as const)('the station in %s', (_, own) => {
  it('leaves nothing unsaid', () => {
    for (const sentence of said(own as unknown as Node)) expect(sentence.trim().length).toBeGreaterThan(5);
  });

  it('names the contact whom a finding is about', () => {
    for (const words of Object.values(own.findings)) if (words.length) for (const line of said(words as unknown as Node)) expect(line).toMatch(/m0m|lista|liste/u);
  });

  it('counts what was proved, and leaves what it does not know as it is', () => {
    expect(provedWords('2 of 3 contacts answered a test call.', own.proved)).toBe(own.proved.answered('2', '3'));
    expect(provedWords('The station answers.', own.proved)).toBe(own.proved.stationAnswers);
    expect(provedWords('Something new.', own.proved)).toBe('Something new.');
  });
});

it('says in English what the station said', () => {
  const reason = { code: 'quebec', sentence: 'As the station says.', mend: 'So.' } as const;
  expect(reasonWords(reason)).toMatchObject({ sentence: reason.sentence, mend: reason.mend });
  expect(errorWords({ code: 'not_now', sentence: 'No.', reasons: [], problems: [] }).sentence).toBe('No.');
  expect(noticeWords({ code: 'no_keyring', sentence: 'Noted.' })).toBe('Noted.');
  expect(findingWords({ code: 'practice', level: 'amber', contact: null, sentence: 'On.', mend: 'Wait.' }, '').sentence).toBe('On.');
});
