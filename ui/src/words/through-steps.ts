// Knows, for each system, the steps that let the station's calls or Mayday's alerts through Do Not Disturb (O3, O4), and
// what each drawing shows: only what the step is about, in the words of that system. The other languages have the
// sentences; the names of menus stay English in them, as no other was seen, and they say so.
import { LANGUAGE } from './language';
import { es } from './guides/es';
import { fr } from './guides/fr';

/** A line of a drawn screen. Without text it stands for others that do not matter. */
export interface Row {
  text?: string;
  /** What is drawn in it beside its text. */
  end?: 'more' | 'on' | 'chosen' | 'open' | 'add' | 'checked';
  /** What the step is about. */
  marked?: boolean;
}

export type Picture =
  | { shows: 'list'; on: 'phone' | 'computer'; title: string; rows: readonly Row[]; done?: string }
  | { shows: 'contact'; action: 'Save' | 'Edit' | 'star' }
  | { shows: 'alert'; title: string; rows: readonly Row[] };

export interface Step {
  text: string;
  detail?: string;
  picture: Picture;
}

export interface Guide {
  name: string;
  steps: readonly Step[];
  /** What else decides whether it is heard. */
  besides?: string;
  /** What differs between versions. */
  versions: string;
}

/** The sentences of a guide in another language, step by step; a step with a second sentence has both. */
export interface GuideWords {
  steps: readonly (string | readonly [string, string])[];
  besides?: string;
  versions: string;
}

export type System = 'iphone' | 'android' | 'mac' | 'windows' | 'gnome' | 'kde';

export const PHONE_SYSTEMS = ['iphone', 'android'] as const satisfies readonly System[];
export const COMPUTER_SYSTEMS = ['mac', 'windows', 'gnome', 'kde'] as const satisfies readonly System[];

const list = (title: string, rows: readonly Row[], done?: string): Picture => ({ shows: 'list', on: 'phone', title, rows, done });
const desk = (title: string, rows: readonly Row[]): Picture => ({ shows: 'list', on: 'computer', title, rows });
const marked = (text: string, end?: Row['end']): Row => ({ text, end, marked: true });

const SAVE: Step = {
  text: 'Save the station as a contact.',
  detail: 'Scan the code with this phone, or open the contact file on it.',
  picture: { shows: 'contact', action: 'Save' },
};

/** In English, as each system says it. */
export const ENGLISH = {
  iphone: {
    name: 'iPhone',
    steps: [
      SAVE,
      { text: 'Open the station in Contacts and tap Edit.', picture: { shows: 'contact', action: 'Edit' } },
      { text: 'Tap Ringtone.', picture: list('Edit contact', [{}, marked('Ringtone', 'more'), { text: 'Text Tone', end: 'more' }]) },
      {
        text: 'Turn on Emergency Bypass, then tap Done.',
        picture: list('Ringtone', [marked('Emergency Bypass', 'on'), {}, {}], 'Done'),
      },
      {
        text: 'If you like, do the same under Text Tone.',
        detail: 'Then the station’s text messages are heard, too.',
        picture: list('Text Tone', [marked('Emergency Bypass', 'on'), {}, {}], 'Done'),
      },
    ],
    besides: 'With Emergency Bypass the call also rings when the iPhone is set to silent.',
    versions: 'Newer iPhones call Do Not Disturb a Focus. Emergency Bypass works in every Focus.',
  },
  android: {
    name: 'Android',
    steps: [
      SAVE,
      { text: 'Open the station in Contacts and tap the star.', picture: { shows: 'contact', action: 'star' } },
      {
        text: 'Open Settings › Sound & vibration › Do Not Disturb.',
        picture: list('Sound & vibration', [{}, marked('Do Not Disturb', 'more'), {}]),
      },
      { text: 'Tap People, then Calls.', picture: list('Do Not Disturb', [marked('People', 'more'), { text: 'Apps', end: 'more' }, {}]) },
      {
        text: 'Choose Starred contacts.',
        picture: list('Calls', [marked('Starred contacts', 'chosen'), { text: 'Contacts', end: 'open' }, { text: 'None', end: 'open' }]),
      },
    ],
    besides: 'Leave the ring volume up: a phone that is set to silent or to vibrate does not ring even then.',
    versions: 'Phone makers differ: look for Do Not Disturb under Notifications or Modes, and for favorite contacts in place of starred ones.',
  },
  mac: {
    name: 'Mac',
    steps: [
      {
        text: 'Open System Settings › Focus, and choose the Focus you use, such as Do Not Disturb.',
        picture: desk('Focus', [marked('Do Not Disturb', 'more'), {}, {}]),
      },
      {
        text: 'Under Allow Notifications, open Allowed Apps and add Mayday.',
        picture: desk('Allowed Apps', [{}, marked('Mayday', 'add'), {}]),
      },
      {
        text: 'Open System Settings › Notifications › Mayday, and allow notifications that stay on the screen.',
        picture: desk('Mayday', [marked('Allow notifications', 'on'), {}, {}]),
      },
    ],
    versions: 'On older Macs this is System Preferences › Notifications & Focus. Allowing time-sensitive notifications alone is not enough: the list of apps is what counts.',
  },
  windows: {
    name: 'Windows',
    steps: [
      { text: 'Open Settings › System › Notifications.', picture: desk('System', [{}, marked('Notifications', 'more'), {}]) },
      {
        text: 'Under Do not disturb, open Set priority notifications.',
        picture: desk('Notifications', [{ text: 'Do not disturb', end: 'on' }, marked('Set priority notifications', 'more'), {}]),
      },
      { text: 'Under Apps, choose Add apps, then Mayday.', picture: desk('Apps', [{}, marked('Mayday', 'add'), {}]) },
    ],
    versions: 'Windows 10 has the same list under Settings › System › Focus assist › Priority only.',
  },
  gnome: {
    name: 'GNOME',
    steps: [
      {
        text: 'Open Settings › Notifications, and leave Mayday’s notifications on.',
        picture: desk('Notifications', [{}, marked('Mayday', 'on'), {}]),
      },
      {
        text: 'Do Not Disturb may stay on: critical notifications come through.',
        detail: 'Mayday marks each of its alerts as critical.',
        picture: { shows: 'alert', title: 'Notifications', rows: [{ text: 'Do Not Disturb', end: 'on' }, {}] },
      },
    ],
    versions: 'If Mayday is not in the list yet, there is nothing to change: it appears with its first alert, or after it was installed.',
  },
  kde: {
    name: 'KDE',
    steps: [
      {
        text: 'Open System Settings › Notifications.',
        picture: desk('System Settings', [{}, marked('Notifications', 'more'), {}]),
      },
      {
        text: 'Beside Critical notifications, check Show in Do Not Disturb mode.',
        detail: 'Mayday marks each of its alerts as critical.',
        picture: desk('Critical notifications', [marked('Show in Do Not Disturb mode', 'checked'), {}, {}]),
      },
    ],
    versions: 'Some versions write it as “Show critical notifications” under Do Not Disturb.',
  },
} as const satisfies Record<System, Guide>;

/** The same steps and drawings with another language's sentences. */
export function inWords(guide: Guide, words: GuideWords, menus: string): Guide {
  const steps = guide.steps.map((step, at): Step => {
    const said = words.steps[at] ?? step.text;
    return typeof said === 'string' ? { ...step, text: said } : { ...step, text: said[0], detail: said[1] };
  });
  return { ...guide, steps, versions: `${words.versions} ${menus}`, ...(words.besides ? { besides: words.besides } : {}) };
}

const own = { en: null, es, 'fr-CA': fr }[LANGUAGE];
const guideOf = (system: System): Guide => (own ? inWords(ENGLISH[system], own.guides[system], own.menus) : ENGLISH[system]);

export const GUIDES: Record<System, Guide> = {
  iphone: guideOf('iphone'),
  android: guideOf('android'),
  mac: guideOf('mac'),
  windows: guideOf('windows'),
  gnome: guideOf('gnome'),
  kde: guideOf('kde'),
};
