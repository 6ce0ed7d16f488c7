// What is said about Do Not Disturb: complete for each system, and nothing that nobody knows.
import { describe, expect, it } from 'vitest';
import { ALERTS, CARD, PHONES, SYSTEM_OF, THROUGH, answered } from './through';
import { es } from './guides/es';
import { fr } from './guides/fr';
import { COMPUTER_SYSTEMS, ENGLISH, GUIDES, PHONE_SYSTEMS, inWords, type Guide, type System } from './through-steps';

const SYSTEMS = Object.keys(GUIDES) as System[];

describe.each(SYSTEMS)('the steps on %s', (system) => {
  const guide: Guide = GUIDES[system];

  /** proves: O3, O4 */
  it('each mark one thing in their drawing, in a word that the step says', () => {
    for (const { text, picture } of guide.steps) {
      if (picture.shows === 'contact') {
        expect(text.toLowerCase()).toContain(picture.action.toLowerCase());
        continue;
      }
      const marked = picture.rows.filter((row) => row.marked);
      expect(marked).toHaveLength(picture.shows === 'list' ? 1 : 0);
      for (const row of marked) expect(`${text} ${guide.steps.map((step) => step.text).join(' ')}`.toLowerCase()).toContain(row.text?.toLowerCase());
    }
  });

  it('say in one line what differs between versions', () => {
    expect(guide.versions.length).toBeGreaterThan(20);
    expect(guide.versions).not.toContain('\n');
  });
});

it('knows each phone and each computer once', () => {
  expect([...PHONE_SYSTEMS, ...COMPUTER_SYSTEMS].sort()).toEqual([...SYSTEMS].sort());
  expect(Object.values(SYSTEM_OF).filter((system) => system !== null).sort()).toEqual([...COMPUTER_SYSTEMS].sort());
});

/** proves: O1, O4 */
it('claims no number, no certainty and no help', () => {
  const said = JSON.stringify([THROUGH, CARD, PHONES, ALERTS, GUIDES, answered({ seen: true, at_ms: 0 }), answered({ seen: false, at_ms: 0 })]);
  expect(said).not.toMatch(/seven of ten|percent|%|guarantee|always|proved|help is/iu);
});

/** proves: V4, O3 */
describe.each([['Spanish', es], ['French', fr]] as const)('the steps in %s', (_, own) => {
  it.each(SYSTEMS)('are as many on %s, each with the name that its drawing marks, and say that menus are English', (system) => {
    const guide: Guide = inWords(ENGLISH[system], own.guides[system], own.menus);
    expect(own.guides[system].steps).toHaveLength(ENGLISH[system].steps.length);
    expect(guide.versions).toContain(own.menus);
    const said = guide.steps.map((step) => step.text).join(' ').toLowerCase();
    for (const { picture } of guide.steps.slice(1)) {
      const named = picture.shows === 'contact' ? [picture.action].filter((action) => action !== 'star') : picture.rows.filter((row) => row.marked).map((row) => row.text ?? '');
      for (const name of named) expect(said).toContain(name.toLowerCase());
    }
  });
});
