// Knows how far a person is in connecting a camera: what was found on this network, what was chosen or typed, and what is
// wrong with it.
import type { CameraId, CameraPlace, CameraProblem, FoundView } from '../../backend/wire';
import { NAME } from '../../words/live';
import type { Live } from './live.svelte';

/** Where a problem is told. */
export type At = 'place' | 'password' | 'stills';

/** What a camera that was found calls itself, else what it is. */
export const nameOf = ({ name }: FoundView): string => name || NAME.kinds.camera;

export class Connecting {
  address = $state('');
  user = $state('');
  password = $state('');
  stills = $state('');
  udp = $state(false);
  /** The further settings are open. */
  more = $state(false);
  /** `null`: it was not looked yet. */
  found = $state.raw<readonly FoundView[] | null>(null);
  /** Why it could not be looked. */
  unlooked = $state('');
  looking = $state(false);
  /** It stands in the place of an address. */
  chosen = $state.raw<FoundView | null>(null);
  /** The cameras at the address that was typed. */
  several = $state.raw<readonly FoundView[] | null>(null);
  busy = $state(false);
  problem = $state<CameraProblem | null>(null);

  constructor(
    private readonly live: Pick<Live, 'search' | 'connect'>,
    private readonly camera: CameraId,
  ) {}

  get at(): At {
    if (this.problem === 'wrong_password') return 'password';
    return this.problem === 'stills_unknown' ? 'stills' : 'place';
  }

  /** What was found before stays until then: nothing jumps. */
  look = async () => {
    if (this.looking) return;
    this.looking = true;
    this.unlooked = '';
    const found = await this.live.search();
    this.looking = false;
    if (typeof found === 'string') {
      this.unlooked = found;
      return;
    }
    this.found = found;
    if (this.chosen) this.typed();
  };

  choose = (found: FoundView) => {
    if (this.busy) return;
    this.problem = null;
    this.several = null;
    this.chosen = found;
  };

  /** An address is typed instead. */
  typed = () => {
    if (this.busy) return;
    this.problem = null;
    this.chosen = null;
  };

  submit = async () => {
    if (this.busy) return;
    this.several = null;
    await this.#connect(this.chosen ? { at: 'found', of: this.chosen.number } : { at: 'address', of: this.address });
  };

  /** One of several at the address that was typed. */
  pick = async ({ number }: FoundView) => {
    if (!this.busy) await this.#connect({ at: 'found', of: number });
  };

  async #connect(place: CameraPlace): Promise<void> {
    this.busy = true;
    this.problem = null;
    const { camera, stills, user, password } = this;
    const came = await this.live.connect({ camera, place, stills, user, password, transport: this.udp ? 'udp' : 'tcp' });
    this.busy = false;
    if (came === true) this.#forget();
    else if (typeof came === 'string') this.problem = came;
    else if (came) this.several = came;
    // A problem is told where it can be mended.
    if (this.problem === 'stills_unknown') this.more = true;
  }

  #forget(): void {
    this.address = this.user = this.password = this.stills = '';
    this.chosen = this.several = this.found = null;
  }
}
