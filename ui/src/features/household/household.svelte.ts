// Knows the state of the page about the home's devices: who belongs to it, the code that was made last, and what came of it.
import type { Backend } from '../../backend/backend';
import type { ActivityView, DeviceRole, InvitationCardView, PairedDevicesView } from '../../backend/wire';
import { HOUSEHOLD, INVITE } from '../../words/household';
import { errorBody } from '../../words/common';

type Asked = Pick<Backend, 'activity' | 'invite' | 'leaveHome' | 'makeRecovery' | 'pairedDevices' | 'removeDevice'>;

/** A code on the screen, and when it came, on this page's clock. */
export interface Shown {
  card: InvitationCardView;
  at: number;
}

export class Household {
  /** `null`: nothing was read yet. */
  known = $state.raw<PairedDevicesView | null>(null);
  activity = $state.raw<readonly ActivityView[]>([]);
  problem = $state('');
  invitation = $state.raw<Shown | null>(null);
  recovery = $state.raw<Shown | null>(null);
  said = $state('');
  failed = $state(false);

  constructor(
    private readonly backend: Asked,
    private readonly now: () => number = () => performance.now(),
  ) {}

  /** Who belongs to the home now. */
  load = async () => {
    try {
      [this.known, this.activity] = await Promise.all([this.backend.pairedDevices(), this.backend.activity()]);
      this.problem = '';
    } catch (error) {
      this.problem = errorBody(error).sentence;
    }
  };

  invite = (role: DeviceRole, code: string) =>
    this.#told(async () => (this.invitation = { card: await this.backend.invite(role, code), at: this.now() }));

  makeRecovery = (code: string) =>
    this.#told(async () => (this.recovery = { card: await this.backend.makeRecovery(code), at: this.now() }));

  remove = (id: string, name: string, code: string) =>
    this.#told(async () => {
      await this.backend.removeDevice(id, code);
      this.#say(HOUSEHOLD.removed(name), false);
    });

  /** The home is gone from this device then: there is nothing left to read. */
  leave = (): Promise<string | null> =>
    this.backend.leaveHome().then(() => null, (error: unknown) => errorBody(error).sentence);

  /** Copies a line, or has it selected where this cannot be done. */
  copy = async (line: string, select: () => void) => {
    try {
      await navigator.clipboard.writeText(line);
      this.#say(INVITE.copied, false);
    } catch {
      select();
      this.#say(INVITE.copyFailed, true);
    }
  };

  #say(said: string, failed: boolean): void {
    this.said = said;
    this.failed = failed;
  }

  /** Resolves to what went wrong, or to nothing. */
  async #told(ask: () => Promise<unknown>): Promise<string | null> {
    this.#say('', false);
    try {
      await ask();
    } catch (error) {
      return errorBody(error).sentence;
    }
    await this.load();
    return null;
  }
}
