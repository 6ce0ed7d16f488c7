// Knows what is said about passwords and codes: what each is for, which are set, how they are chosen and tried (J5, N1-N7).
import type { HomeView, Secret, SecretPair, SecretsView } from '../backend/wire';
import * as en from './en/secrets';
import * as es from './es/secrets';
import * as fr from './fr/secrets';
import { LOCALE, inLanguage } from './language';

export type { PairWords } from './en/secrets';
const words = inLanguage({ en, es, fr });
const { GUESS } = words;
export const { SECRET_FIELD, SECRETS, PAIRS, CANCEL_CODE } = words;

export const isSet = (secrets: SecretsView, secret: Secret) => secrets[secret];

/** The demo's own, which every demo shows. */
export function demoLine({ demo_password, demo_secrets }: HomeView, pair: SecretPair): string | null {
  if (!demo_secrets || !demo_password) return null;
  const { code, duress_code, duress_password } = demo_secrets;
  return pair === 'codes' ? SECRETS.demo(code, duress_code) : SECRETS.demo(demo_password, duress_password);
}

/** How far guessing leads: said of what was typed, not of what is kept. */
export function strength(keys: string): string | null {
  if (keys.length < 6) return null;
  const among = keys.length > 9 ? GUESS.billion : (10 ** keys.length).toLocaleString(LOCALE);
  return GUESS.right(among);
}
