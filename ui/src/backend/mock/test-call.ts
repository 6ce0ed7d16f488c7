// Knows a test call on the simulated phone board, in the station's words.
import type { BoardAction, BoardReadinessCallView } from '../wire';

const ID = 't-1';
const WORDS: [string, string] = ['amber', 'river'];
const OPENING =
  'Demo. This is a test call of the Mayday station for 12 Maple Street. Nothing has happened. Our two words are amber and river: the app of this home shows them too. Please press 4, then 7, so that we know that you can be reached.';
const PASSWORD =
  'Thank you. Now please enter the home’s verbal password on the keypad, then the pound key. The star key starts over. If you do not know it, press the pound key alone. If you would rather not be called in emergencies, press 9.';
const OPT_OUT =
  'Would you rather not be called? Then press 9 once more, and the station will not call you about this home again. To stay on the list, press the star key.';

export const TEST_CALLS = {
  ringing: { id: ID, says: OPENING, words: WORDS, state: 'ringing' },
  digits: { id: ID, says: OPENING, words: WORDS, state: 'prove_human', digits: '47' },
  password: { id: ID, says: PASSWORD, words: WORDS, state: 'asking_password', keys: 0 },
  optOut: { id: ID, says: OPT_OUT, words: WORDS, state: 'asking_opt_out' },
  goodbye: { id: ID, says: 'Thank you, that was everything. Goodbye.', words: WORDS, state: 'goodbye', opted_out: false },
} satisfies Record<string, BoardReadinessCallView>;

const OFF: BoardReadinessCallView = {
  ...TEST_CALLS.goodbye,
  says: 'Thank you. You are off the list, and the household can see it. Goodbye.',
  opted_out: true,
};

/** What a press comes to. The first digit is taken for both; a password of any length is taken. */
export function afterTest(call: BoardReadinessCallView, action: BoardAction, key = ''): BoardReadinessCallView | null {
  if (action === 'answer') return TEST_CALLS.digits;
  if (action !== 'key') return null;
  switch (call.state) {
    case 'prove_human':
      return key === '7' ? TEST_CALLS.password : call;
    case 'asking_password':
      if (key === '#') return TEST_CALLS.goodbye;
      if (key === '9' && call.keys === 0) return TEST_CALLS.optOut;
      return { ...call, keys: key === '*' ? 0 : call.keys + 1 };
    case 'asking_opt_out':
      if (key === '#') return TEST_CALLS.goodbye;
      return key === '9' ? OFF : { ...TEST_CALLS.password, keys: key === '*' ? 0 : 2 };
    case 'dialing':
    case 'ringing':
    case 'goodbye':
      return call;
  }
}
