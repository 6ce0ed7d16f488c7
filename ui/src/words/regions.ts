// Knows the names of countries, states and provinces, with their codes (ISO 3166-2 without the
// country). Whether SOS works there is decided in Rust, so the whole of both countries stands here (B7).
import type { Country } from '../backend/wire';
import * as en from './en/regions';
import * as es from './es/regions';
import * as fr from './fr/regions';
import { inLanguage } from './language';

const words = inLanguage({ en, es, fr });
const { STATES, TERRITORIES, PROVINCES, ASKED, GROUPS } = words;
export const { COUNTRIES } = words;

export interface Subdivision {
  code: string;
  name: string;
}

/** "AL Alabama, AK Alaska" becomes its pairs. */
const pairs = (list: string): Subdivision[] =>
  list.split(', ').map((pair) => ({ code: pair.slice(0, 2), name: pair.slice(3) }));

export interface SubdivisionGroup {
  name: string;
  subdivisions: readonly Subdivision[];
}

/** What is asked beside the street, in each country's own words. Elsewhere no list is complete. */
export const REGIONS: Record<Country, { subdivision: string; choose: string; postalCode: string; groups: readonly SubdivisionGroup[] }> = {
  united_states: {
    ...ASKED.united_states,
    groups: [
      { name: GROUPS.states, subdivisions: pairs(STATES) },
      { name: GROUPS.territories, subdivisions: pairs(TERRITORIES) },
    ],
  },
  canada: { ...ASKED.canada, groups: [{ name: GROUPS.provinces, subdivisions: pairs(PROVINCES) }] },
  other: { ...ASKED.other, groups: [] },
};
