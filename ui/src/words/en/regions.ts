// Knows the names of countries, states and provinces, in English.
import type { Country } from '../../backend/wire';

export const STATES =
  'AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, ' +
    'DC District of Columbia, FL Florida, GA Georgia, HI Hawaii, ID Idaho, IL Illinois, IN Indiana, IA Iowa, ' +
    'KS Kansas, KY Kentucky, LA Louisiana, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, ' +
    'MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, ' +
    'NM New Mexico, NY New York, NC North Carolina, ND North Dakota, OH Ohio, OK Oklahoma, OR Oregon, ' +
    'PA Pennsylvania, RI Rhode Island, SC South Carolina, SD South Dakota, TN Tennessee, TX Texas, UT Utah, ' +
    'VT Vermont, VA Virginia, WA Washington, WV West Virginia, WI Wisconsin, WY Wyoming';

export const TERRITORIES =
  'AS American Samoa, GU Guam, MP Northern Mariana Islands, PR Puerto Rico, VI U.S. Virgin Islands, ' +
    'UM U.S. Minor Outlying Islands';

export const PROVINCES =
  'AB Alberta, BC British Columbia, MB Manitoba, NB New Brunswick, NL Newfoundland and Labrador, ' +
    'NT Northwest Territories, NS Nova Scotia, NU Nunavut, ON Ontario, PE Prince Edward Island, QC Quebec, ' +
    'SK Saskatchewan, YT Yukon';

export const ASKED = {
  united_states: { subdivision: 'State', choose: 'Choose a state', postalCode: 'ZIP code' },
  canada: { subdivision: 'Province or territory', choose: 'Choose a province', postalCode: 'Postal code' },
  other: { subdivision: 'Region', choose: '', postalCode: 'Postal code' },
} satisfies Record<Country, { subdivision: string; choose: string; postalCode: string }>;

export const GROUPS = { states: 'States and D.C.', territories: 'Territories', provinces: 'Provinces and territories' };

export const COUNTRIES = [
  { value: 'united_states', text: 'United States' },
  { value: 'canada', text: 'Canada' },
  { value: 'other', text: 'Elsewhere' },
] as const satisfies readonly { value: Country; text: string }[];
