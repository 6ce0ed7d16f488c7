// Knows what the simulation refuses with.
import type { ErrorBody } from '../wire';
import { reason } from './home';

export const FAILURE: ErrorBody = { code: 'unreachable', sentence: 'The station could not be started.', reasons: [], problems: [] };
export const REFUSAL: ErrorBody = {
  code: 'not_eligible',
  sentence: 'SOS is not available for this home.',
  reasons: [reason('plan_without_sos'), reason('cameras_not_enrolled')],
  problems: [],
};

export const SET_UP_PROBLEMS: ErrorBody = { code: 'set_up_problems', sentence: 'Some answers have to be mended first.', reasons: [], problems: [] };
