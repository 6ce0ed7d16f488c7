// What is said before leaving: never more than the station has acknowledged.
import { describe, expect, it } from 'vitest';
import { incidentView } from '../backend/mock/home';
import type { IncidentPhase, Kind, LeavingView } from '../backend/wire';
import { KINDS } from './kinds';
import { leavingWords } from './leaving';

const STREET = '12 Maple Street';
const asked = (changes: Partial<LeavingView>) => ({ what: 'window', kind: 'sos_police', ...changes }) as LeavingView;
const said = (changes: Partial<LeavingView>, phase?: IncidentPhase) => {
  const incident = phase ? incidentView(changes.kind ?? 'sos_police', phase, []) : null;
  return leavingWords(asked(changes), STREET, incident).lines.join(' ');
};

describe('before leaving', () => {
  /** proves: C5, C6 */
  it('promises that the station acts only once the station has confirmed', () => {
    for (const kind of [...KINDS, 'siren_only'] as Kind[]) {
      for (const what of ['window', 'app'] as const) {
        expect(said({ known: 'held', kind, what })).toMatch(/The station has it/u);
        expect(said({ known: 'unacknowledged', kind, what })).toMatch(/has not confirmed/u);
        expect(said({ known: 'unacknowledged', kind, what })).not.toMatch(/goes on|acts by itself|even if/u);
      }
    }
  });

  /** proves: C6 */
  it('offers 911 where nobody may come', () => {
    expect(leavingWords(asked({ known: 'unacknowledged' }), STREET, null).offer911).toBe(true);
    expect(leavingWords(asked({ known: 'unacknowledged', kind: 'siren_only' }), STREET, null).offer911).toBe(false);
    expect(leavingWords(asked({ known: 'held' }), STREET, null).offer911).toBe(false);
  });

  it('says that this computer has to stay on wherever the station is said to go on', () => {
    expect(said({ known: 'held' })).toContain('has to stay on');
    expect(said({ known: 'open', incident: 'i-1' }, 'contacting')).toContain('has to stay on');
  });

  it('tells quitting from closing: without the app nobody tries any more', () => {
    expect(said({ known: 'unacknowledged' })).toContain('keeps trying without its window');
    expect(said({ known: 'unacknowledged', what: 'app' })).not.toContain('keeps trying');
  });

  /** proves: Q2 */
  it('says that police are requested only when they are', () => {
    const requested = (phase: IncidentPhase) => said({ known: 'open', incident: 'i-1' }, phase).includes('Police requested');
    expect((['held', 'contacting', 'requesting', 'requested'] as const).map(requested)).toEqual([false, false, false, true]);
  });

  it('never says of a siren alone that somebody is called or asked to come', () => {
    for (const known of ['unacknowledged', 'held', 'cancelling'] as const) {
      expect(said({ known, kind: 'siren_only' })).not.toMatch(/call|request|come/u);
    }
    expect(said({ known: 'open', incident: 'i-1', kind: 'siren_only' }, 'siren_alone')).not.toMatch(/call|request|come/u);
  });
});
