// Knows the settings of the home that take its code: each resolves to what was wrong with it, or to nothing.
import type { Backend } from '../../backend/backend';
import type { BurglarSetting } from '../../backend/wire';
import { errorBody } from '../../words/common';

const told = (intent: Promise<void>): Promise<string | null> => intent.then(() => null, (error: unknown) => errorBody(error).sentence);

export const settingsOf = (backend: Backend) => ({
  practice: (minutes: number, code: string) => told(backend.setPractice(minutes, code)),
  burglar: (setting: BurglarSetting, code: string) => told(backend.setBurglarSetting(setting, code)),
  cancelCode: (on: boolean, code: string) => told(backend.setCancelCode(on, code)),
});
