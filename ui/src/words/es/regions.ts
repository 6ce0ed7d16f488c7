// Knows the names of countries, states and provinces, in Spanish.
import type * as en from '../en/regions';
import type { Words } from '../language';

export const STATES =
  'AL Alabama, AK Alaska, AZ Arizona, AR Arkansas, CA California, CO Colorado, CT Connecticut, DE Delaware, ' +
  'DC Distrito de Columbia, FL Florida, GA Georgia, HI Hawái, ID Idaho, IL Illinois, IN Indiana, IA Iowa, ' +
  'KS Kansas, KY Kentucky, LA Luisiana, ME Maine, MD Maryland, MA Massachusetts, MI Míchigan, MN Minnesota, ' +
  'MS Misisipi, MO Misuri, MT Montana, NE Nebraska, NV Nevada, NH Nuevo Hampshire, NJ Nueva Jersey, ' +
  'NM Nuevo México, NY Nueva York, NC Carolina del Norte, ND Dakota del Norte, OH Ohio, OK Oklahoma, OR Oregón, ' +
  'PA Pensilvania, RI Rhode Island, SC Carolina del Sur, SD Dakota del Sur, TN Tennessee, TX Texas, UT Utah, ' +
  'VT Vermont, VA Virginia, WA Washington, WV Virginia Occidental, WI Wisconsin, WY Wyoming';

export const TERRITORIES =
  'AS Samoa Americana, GU Guam, MP Islas Marianas del Norte, PR Puerto Rico, VI Islas Vírgenes de EE. UU., ' +
  'UM Islas menores de EE. UU.';

export const PROVINCES =
  'AB Alberta, BC Columbia Británica, MB Manitoba, NB Nuevo Brunswick, NL Terranova y Labrador, ' +
  'NT Territorios del Noroeste, NS Nueva Escocia, NU Nunavut, ON Ontario, PE Isla del Príncipe Eduardo, QC Quebec, ' +
  'SK Saskatchewan, YT Yukón';

export const ASKED: Words<typeof en.ASKED> = {
  united_states: { subdivision: 'Estado', choose: 'Elija un estado', postalCode: 'Código ZIP' },
  canada: { subdivision: 'Provincia o territorio', choose: 'Elija una provincia', postalCode: 'Código postal' },
  other: { subdivision: 'Región', choose: '', postalCode: 'Código postal' },
};

export const GROUPS: Words<typeof en.GROUPS> = { states: 'Estados y D. C.', territories: 'Territorios', provinces: 'Provincias y territorios' };

export const COUNTRIES: Words<typeof en.COUNTRIES> = [
  { value: 'united_states', text: 'Estados Unidos' },
  { value: 'canada', text: 'Canadá' },
  { value: 'other', text: 'Otro lugar' },
];
