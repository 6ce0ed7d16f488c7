// Knows the names of countries, states and provinces, in Canadian French.
import type * as en from '../en/regions';
import type { Words } from '../language';

export const STATES =
  'AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA Californie, CO Colorado, CT Connecticut, DE Delaware, ' +
  'DC District de Columbia, FL Floride, GA Géorgie, HI Hawaï, ID Idaho, IL Illinois, IN Indiana, IA Iowa, ' +
  'KS Kansas, KY Kentucky, LA Louisiane, ME Maine, MD Maryland, MA Massachusetts, MI Michigan, MN Minnesota, ' +
  'MS Mississippi, MO Missouri, MT Montana, NE Nebraska, NV Nevada, NH New Hampshire, NJ New Jersey, ' +
  'NM Nouveau-Mexique, NY New York, NC Caroline du Nord, ND Dakota du Nord, OH Ohio, OK Oklahoma, OR Oregon, ' +
  'PA Pennsylvanie, RI Rhode Island, SC Caroline du Sud, SD Dakota du Sud, TN Tennessee, TX Texas, UT Utah, ' +
  'VT Vermont, VA Virginie, WA Washington, WV Virginie-Occidentale, WI Wisconsin, WY Wyoming';

export const TERRITORIES =
  'AS Samoa américaines, GU Guam, MP Îles Mariannes du Nord, PR Porto Rico, VI Îles Vierges américaines, ' +
  'UM Îles mineures éloignées des États-Unis';

export const PROVINCES =
  'AB Alberta, BC Colombie-Britannique, MB Manitoba, NB Nouveau-Brunswick, NL Terre-Neuve-et-Labrador, ' +
  'NT Territoires du Nord-Ouest, NS Nouvelle-Écosse, NU Nunavut, ON Ontario, PE Île-du-Prince-Édouard, QC Québec, ' +
  'SK Saskatchewan, YT Yukon';

export const ASKED: Words<typeof en.ASKED> = {
  united_states: { subdivision: 'État', choose: 'Choisissez un État', postalCode: 'Code ZIP' },
  canada: { subdivision: 'Province ou territoire', choose: 'Choisissez une province', postalCode: 'Code postal' },
  other: { subdivision: 'Région', choose: '', postalCode: 'Code postal' },
};

export const GROUPS: Words<typeof en.GROUPS> = { states: 'États et D.C.', territories: 'Territoires', provinces: 'Provinces et territoires' };

export const COUNTRIES: Words<typeof en.COUNTRIES> = [
  { value: 'united_states', text: 'États-Unis' },
  { value: 'canada', text: 'Canada' },
  { value: 'other', text: 'Ailleurs' },
];
