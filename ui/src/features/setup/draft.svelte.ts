// Knows what was typed so far: a little more than is sent, so that an answer which is not asked for
// at the moment comes back when it is asked again. Judges nothing.
import type { ContactId, Country, HomeSetup, Monitoring, Plan, Premises } from '../../backend/wire';
import type { Question } from './steps';

export interface DraftContact {
  /** Stays with the person when the order changes. */
  readonly key: number;
  readonly id?: ContactId;
  name: string;
  phone: string;
}

export class Draft {
  street = $state('');
  city = $state('');
  country = $state<Country>('united_states');
  subdivisions = $state<Record<Country, string>>({ united_states: '', canada: '', other: '' });
  postalCode = $state('');
  hasAlarm = $state(false);
  securityKit = $state(false);
  compatible = $state(0);
  incompatible = $state(0);
  camerasLinked = $state(false);
  contacts = $state<DraftContact[]>([]);
  premises = $state<Premises>('residential');
  contactsAgree = $state(false);
  permit = $state('');
  password = $state('');
  plan = $state<Plan>('pro');
  monitoring = $state<Monitoring>('not_enrolled');
  sosForCameras = $state(false);
  askPassword = $state(true);
  #keys = 0;

  /** Of a new home, or of the one that is changed. */
  constructor(setup: HomeSetup | null) {
    if (setup) this.take(setup);
    else this.contacts = [this.#contact('', ''), this.#contact('', '')];
  }

  /** Somebody new has not agreed yet. */
  addContact(): void {
    this.contactsAgree = false;
    this.contacts.push(this.#contact('', ''));
  }

  removeContact(at: number): void {
    this.contacts.splice(at, 1);
  }

  /** By some places, where there are as many. */
  moveContact(at: number, by: number): void {
    if (!this.contacts[at] || !this.contacts[at + by]) return;
    this.contacts.splice(at + by, 0, ...this.contacts.splice(at, 1));
  }

  /** Whether a question stands on its screen. */
  asks(question: Question): boolean {
    const cameras = this.compatible + this.incompatible > 0;
    if (question === 'security_kit' || question === 'monitoring') return this.hasAlarm;
    if (question === 'permit') return this.hasAlarm && this.monitoring === 'professional';
    if (question === 'cameras_linked') return this.hasAlarm && this.compatible > 0;
    if (question === 'sos_for_cameras') return cameras;
    if (question === 'ask_password') return !this.hasAlarm;
    if (question === 'subdivision') return this.country !== 'other';
    return true;
  }

  /** What is sent: a question that was not asked has the answer of a home that has nothing of the kind. */
  setup(): HomeSetup {
    const cameras = [
      ...Array.from({ length: this.compatible }, () => ({ compatible: true })),
      ...Array.from({ length: this.incompatible }, () => ({ compatible: false })),
    ];
    return {
      address: {
        street: this.street,
        city: this.city,
        region: { country: this.country, subdivision: this.subdivisions[this.country] },
        postal_code: this.postalCode,
      },
      has_alarm: this.hasAlarm,
      security_kit: this.securityKit && this.asks('security_kit'),
      cameras,
      cameras_linked: this.camerasLinked && this.asks('cameras_linked'),
      contacts: this.contacts.map(({ id, name, phone }) => (id === undefined ? { name, phone } : { id, name, phone })),
      ...(this.password === '' ? {} : { password: this.password }),
      premises: this.premises,
      contacts_agree: this.contactsAgree,
      permit: this.asks('permit') ? this.permit : '',
      plan: this.plan,
      monitoring: this.asks('monitoring') ? this.monitoring : 'not_enrolled',
      sos_for_cameras: this.sosForCameras && this.asks('sos_for_cameras'),
      ask_password: this.askPassword,
    };
  }

  /** Puts these answers in the place of what was there. */
  take(setup: HomeSetup): void {
    const { address, cameras } = setup;
    this.street = address.street;
    this.city = address.city;
    this.country = address.region.country;
    this.subdivisions[this.country] = address.region.subdivision;
    this.postalCode = address.postal_code;
    this.hasAlarm = setup.has_alarm;
    this.securityKit = setup.security_kit;
    this.compatible = cameras.filter(({ compatible }) => compatible).length;
    this.incompatible = cameras.length - this.compatible;
    this.camerasLinked = setup.cameras_linked;
    this.contacts = setup.contacts.map(({ name, phone, id }) => this.#contact(name, phone, id));
    this.premises = setup.premises;
    this.contactsAgree = setup.contacts_agree;
    this.permit = setup.permit;
    this.plan = setup.plan;
    this.monitoring = setup.monitoring;
    this.sosForCameras = setup.sos_for_cameras;
    this.askPassword = setup.ask_password;
  }

  #contact(name: string, phone: string, id?: ContactId): DraftContact {
    this.#keys += 1;
    return { key: this.#keys, name, phone, ...(id === undefined ? {} : { id }) };
  }
}
