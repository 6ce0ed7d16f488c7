// Knows the state of the screen: the station's card, what became of saving, copying and sharing it, and of a test alert.
import type { Backend } from '../../backend/backend';
import type { CardVersion, StationCardView } from '../../backend/wire';
import { errorBody } from '../../words/common';
import { CARD } from '../../words/through';

type Asked = Pick<Backend, 'stationCard' | 'saveStationCard' | 'tryAlerts' | 'sayAlert'>;

export class Through {
  card = $state.raw<StationCardView | null>(null);
  /** What came of the last thing that was done with the card. */
  said = $state('');
  /** It went wrong. */
  failed = $state(false);
  /** Why a test alert could not be sent. */
  alertProblem = $state('');

  constructor(private readonly backend: Asked) {}

  /** Asks for the card. */
  load = () => this.#tell(async () => {
    this.card = await this.backend.stationCard();
    return '';
  });

  save = (version: CardVersion) => this.#tell(async () => CARD.saved(await this.backend.saveStationCard(version)));

  /** `select`: shows the number marked, where the window may not copy. */
  copy = (select: () => void) => this.#tell(async () => {
    try {
      await navigator.clipboard.writeText(this.card?.number ?? '');
      return CARD.copied;
    } catch {
      select();
      return CARD.selected;
    }
  });

  /** Whether this window has a share sheet that takes a contact. On a desktop the saved file and the code are its equal. */
  get canShare(): boolean {
    const file = this.#file();
    return file !== null && typeof navigator.canShare === 'function' && navigator.canShare({ files: [file] });
  }

  /** Closing the sheet without a choice is no failure. */
  share = async () => {
    const file = this.#file();
    if (file) await navigator.share({ files: [file] }).catch(() => {});
  };

  tryAlerts = () => this.#alert(() => this.backend.tryAlerts());
  sayAlert = (seen: boolean) => this.#alert(() => this.backend.sayAlert(seen));

  #file(): File | null {
    return this.card && new File([this.card.vcard3], `${this.card.name}.vcf`, { type: 'text/vcard' });
  }

  async #tell(what: () => Promise<string>): Promise<void> {
    this.failed = false;
    try {
      this.said = await what();
    } catch (error) {
      this.failed = true;
      this.said = errorBody(error).sentence;
    }
  }

  async #alert(what: () => Promise<void>): Promise<void> {
    this.alertProblem = '';
    try {
      await what();
    } catch (error) {
      this.alertProblem = errorBody(error).sentence;
    }
  }
}
