// Knows the names of countries, states and provinces, with their codes (ISO 3166-2 without the
// country). Whether SOS works there is decided in Rust, so the whole of both countries stands here (B7).
import type { Country } from '../backend/wire';

export interface Subdivision {
  code: string;
  name: string;
}

/** "AL Alabama, AK Alaska" becomes its pairs. */
const pairs = (list: string): Subdivision[] =>
  list.split(', ').map((pair) => ({ code: pair.slice(0, 2), name: pair.slice(3) }));

const STATES = pairs(
  'AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, ' +
    'DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, ' +
    'KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, ' +
    'MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, ' +
    'NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, ' +
    'PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, ' +
    'VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming',
);

const TERRITORIES = pairs(
  'AS American Samoa, GU Guam, MP Northern Mariana Islands, PR Puerto Rico, VI U.S. Virgin Islands, ' +
    'UM U.S. Minor Outlying Islands',
);

const PROVINCES = pairs(
  'AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, ' +
    'NT Northwest Territories, NS Nova Scotia, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec, ' +
    'SK Saskatchewan, YT Yukon',
);

export interface SubdivisionGroup {
  name: string;
  subdivisions: readonly Subdivision[];
}

/** What is asked beside the street, in each country's own words. Elsewhere no list is complete. */
export const REGIONS: Record<Country, { subdivision: string; choose: string; postalCode: string; groups: readonly SubdivisionGroup[] }> = {
  united_states: {
    subdivision: 'State',
    choose: 'Choose a state',
    postalCode: 'ZIP code',
    groups: [
      { name: 'States and D.C.', subdivisions: STATES },
      { name: 'Territories', subdivisions: TERRITORIES },
    ],
  },
  canada: {
    subdivision: 'Province or territory',
    choose: 'Choose a province',
    postalCode: 'Postal code',
    groups: [{ name: 'Provinces and territories', subdivisions: PROVINCES }],
  },
  other: { subdivision: 'Region', choose: '', postalCode: 'Postal code', groups: [] },
};

export const COUNTRIES = [
  { value: 'united_states', text: 'United States' },
  { value: 'canada', text: 'Canada' },
  { value: 'other', text: 'Elsewhere' },
] as const satisfies readonly { value: Country; text: string }[];
