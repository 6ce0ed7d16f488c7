// Knows which screens are not pictured in the documents, and why.
import { LANGUAGES } from './screens-language.mjs';

const inLanguage = (name) => LANGUAGES.some((language) => name.endsWith(`-${language}`));

/** Of another language only those that the list names are pictured: the others look as in English, in other words. */
export const isLeftOut = (name) => inLanguage(name) || LEFT_OUT.some(({ names }) => names.includes(name));

export const LEFT_OUT = [
  {
    why: 'The same page is pictured with more typed or chosen on it.',
    names: ['setup-address-typed', 'setup-devices', 'setup-password', 'setup-change', 'setup-change-contacts', 'board-agent-idle', 'alarm-burglar-requested'],
  },
  {
    why: 'It looks like another one that is pictured, to a word or to the last point.',
    names: [
      ...['home-speakers', 'dashboard-siren', 'dashboard-audio-busy', 'sheet-refused', 'siren-waiting-for-news', 'siren-police-silencing'],
      ...['board-test', 'board-recording', 'through-trying', 'help-own', 'help-operator', 'help-operator-elsewhere', 'dashboard-happening', 'history-not-saved'],
    ],
  },
  {
    why: 'The same picture of a camera in another frame, or the same form with less or more on it: pictures are large.',
    names: [
      ...['live-full', 'live-sheet', 'live-saved', 'live-refused', 'live-grid', 'live-new', 'live-not-compatible', 'live-name'],
      ...['live-connect-found', 'live-connect-chosen', 'live-connect-nothing', 'live-connect-several', 'live-connect-where', 'live-connect-stills'],
      ...['live-pictures', 'live-plain', 'live-unplayable'],
      ...['timeline-camera', 'timeline-clip', 'timeline-clip-cut', 'timeline-clip-watched', 'timeline-clip-pictures-watched'],
    ],
  },
  {
    why: 'A longer or another list of the same page.',
    names: ['history-drills', 'history-earlier', 'help-all', 'help-compare-self-monitored'],
  },
  {
    why: 'Ready and not live at once: the simulation can show it, and no home can be so yet.',
    names: ['dashboard-ready', 'dashboard-ready-amber', 'readiness-green'],
  },
];
