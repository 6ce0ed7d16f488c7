// Knows the help that is there without a network, in English.
import type { Question, Topic } from '../help';

export const HELP = {
  above: 'In the app, also without a network',
  title: 'Help',
  now: 'In an emergency use SOS or call 911',
  nowHow: 'The red shield stays above. This page can wait.',
  demo: 'This home is a demo: its station can send nobody. Call 911.',
  topics: 'How it works',
  questions: 'Questions and answers',
  card: 'The emergency process, duress, a business, and the questions that people ask.',
  open: 'Open the help',
};

export const TOPICS: readonly Topic[] = [
  {
    id: 'process',
    title: 'The emergency process',
    says: ['From the slide to responders. The timeline shows each step as it happens, and never more than is known.'],
    steps: [
      'Tap the red shield, and slide police, fire or medical all the way.',
      'You have five seconds to cancel. Until then nobody is called and nothing sounds.',
      'The station calls the first contact. With a base station, police and fire sound the siren too.',
      'Whoever answers presses the two digits that the call speaks. Then 1 asks for help, at once and without a password. To cancel, the verbal password comes first, where the home asks for it, and then 2.',
      'Nobody answers, nothing is decided within a minute, or the password is wrong: responders are requested.',
      'After the request the other contacts are told, and the first one again if there was no answer.',
      'It is over when a person says so, or four hours after the request was accepted.',
    ],
    after: ['Responders go to the registered address of this home, not to where your phone is.'],
  },
  {
    id: 'plans',
    title: 'Response plans',
    says: [
      'Each kind of alarm has its own plan: who is called first, what follows when nobody answers, and who can cancel. The station reads the same table that the app shows.',
      'Only the burglar alarm has a setting: what follows when nobody answers. The others cannot be changed, and each says why.',
    ],
    doors: [
      { to: 'plans', text: 'Show the response plans' },
      { to: 'compare', text: 'Compare Basic, Plus and Pro' },
    ],
  },
  {
    id: 'duress',
    title: 'Duress',
    says: ['Duress is the silent way to ask for police when somebody forces you. It is for a true emergency only, and it cannot be cancelled.'],
    points: [
      'Type the duress code at the keypad or in the app, or give the duress password in a call of the station. It looks and sounds like a normal disarm or cancel.',
      'Police are requested at once. They are told to come silently, and not to call here.',
      'No siren, no notification, and no call to any contact. Nothing in this home shows it: no timeline, history, count or receipt.',
      'Codes and passwords can be tried without any consequence, on the page where they are set.',
      'While this home practices, it reaches an agent instead of police.',
    ],
    doors: [{ to: 'secrets', text: 'Passwords and codes' }],
  },
  {
    id: 'business',
    title: 'Monitoring a business',
    says: [
      'At a business, or an address that is zoned as one, smoke and carbon monoxide are not monitored. Burglary, panic, duress and SOS are.',
      'A smoke or carbon monoxide alarm there still sounds, and says that nobody was called. Leave, and call 911.',
      'The first step of the set-up asks what stands at the address.',
    ],
  },
  {
    id: 'video',
    title: 'Video requests',
    says: ['This version has no video requests: nobody can ask this home for a recording, and there is nothing here to share or to decline.'],
    after: ['These rules stand before there are any:'],
    points: [
      'An agency asks the service, never you directly, and only with the case number of an active investigation. It says which time, 15 minutes to 12 hours, and an area of 0.025 to 0.5 square miles; a request closes after seven days.',
      'You decide: share chosen recordings, decline, or opt out of all future requests. Sharing a recording, a name and an address are three separate choices, and all are off.',
      'Unless you share, the agency learns nothing, not even how many were asked. You appear as “Neighbor” with a number.',
      'No agency gets access to a device, and none gets account data or an address without your explicit consent.',
    ],
  },
  {
    id: 'through',
    title: 'Getting through Do Not Disturb',
    says: [
      'A phone on Do Not Disturb does not ring for the station by itself. Each contact saves the station’s number once, and lets it through.',
      'The steps are there for iPhone and Android, with pictures, and for this computer’s own alerts.',
    ],
    doors: [{ to: 'through', text: 'Get their phones ready' }],
  },
];

export const QUESTIONS: readonly Question[] = [
  {
    id: 'dials-911',
    ask: 'Does Mayday dial 911?',
    says: ['No, never. The app shows the number, and a person dials it. Mayday asks through its station: it calls your contacts, and requests responders.'],
  },
  {
    id: 'demo',
    ask: 'What is a demo?',
    says: [
      'A home whose station can send nobody: it has no real telephone line or no monitoring center. Every home of this version is a demo, and every screen says so.',
      'Calls ring cards on the phone board, in place of real phones. In an emergency, call 911.',
    ],
  },
  {
    id: 'practice',
    ask: 'What is practice?',
    says: [
      'A time in which nobody is sent. Sirens are real, and an automated voice message takes the place of the calls. The first seven days after enrolling an alarm are practice; later you can start it for 15 minutes to 8 hours, with the access code.',
      'It ends by itself. While it lasts, every screen says so.',
    ],
  },
  {
    id: 'drill',
    ask: 'What is a drill?',
    says: ['An SOS on purpose, from beginning to end: the calls ring and the siren sounds for a moment. Responders cannot be requested by it. Afterwards there is a receipt that says what would have been requested.'],
  },
  {
    id: 'phone-breaks',
    ask: 'What if the phone or computer breaks after the slide?',
    says: [
      'The slide goes to the station at once. Once the station has it, it needs the device no more: without a word from it, the station acts by itself seven seconds after the slide.',
      'A station on the same computer stops with that computer. One on another machine does not.',
    ],
  },
  {
    id: 'window',
    ask: 'What if I close the window in an SOS?',
    says: ['The app first says what goes on without it, and asks. Closed anyway, it keeps sending what the station has not confirmed, and tells the news by notification.'],
  },
  {
    id: 'no-internet',
    ask: 'What if there is no internet?',
    says: [
      'The app and a station on the same computer need none to reach each other. A station on another machine needs the network between them.',
      'If the station does not answer, the app keeps trying. Eight seconds after the slide it says how things stand and offers 911.',
    ],
  },
  {
    id: 'power',
    ask: 'What if the station’s computer is off or asleep?',
    says: ['Then it calls nobody while it is. What fell due is done when it wakes or starts again. A slide that never arrived and is fifteen minutes old or more is not sent by itself any more.'],
  },
  {
    id: 'who-is-called',
    ask: 'Who is called?',
    says: [
      'In an SOS the first contact, and the others after responders were requested. For a burglar alarm every contact in order, until a person is reached. About duress nobody.',
      'Calls go to the numbers of your list and to no others.',
    ],
  },
  {
    id: 'voicemail',
    ask: 'Does a voicemail count as an answer?',
    says: ['No. Only a person counts, who presses the two digits that the call speaks. A voicemail gets a message with the kind of alarm, the address and the number to call back, and the next step does not wait for it.'],
  },
  {
    id: 'cancel',
    ask: 'Can I cancel?',
    says: [
      'Within five seconds of the slide, in the app: then nobody is called and nothing sounds. Afterwards only answering the first call can cancel an SOS; cancelling in the app does not stop responders.',
      'Alarms differ: disarming cancels a burglar alarm until police are being requested, and nothing cancels carbon monoxide or duress. The response plans say it for each kind.',
    ],
  },
  {
    id: 'password',
    ask: 'What if a contact does not know the verbal password?',
    says: ['Asking for help never needs it. Without it a contact cannot cancel: in an SOS or a smoke alarm it is as if nobody had answered, and in a burglar or panic alarm police are requested at once. The caller is not told that it was wrong.'],
  },
  {
    id: 'siren',
    ask: 'When does the siren sound?',
    says: ['With a base station: for police and fire after the five seconds, and for burglar, smoke, carbon monoxide and panic alarms. Never for medical help, duress, flood or freeze. It stops by itself after ten minutes; silencing it stops neither calls nor responders.'],
  },
  {
    id: 'who-sees',
    ask: 'Who sees what?',
    says: [
      'Every device of this home sees its incidents, drills and history; duress is in none of them. Owners can also change the home. Passwords and codes can be compared and never read.',
      'Whoever is called hears the kind of alarm and the address. The records are kept by this home’s station.',
    ],
  },
  {
    id: 'lost',
    ask: 'What if a phone or computer of ours is lost?',
    says: ['Remove it under “People and devices”, on an owner’s device. From then on it can send no SOS from here; what the station had taken from it before goes its way.'],
  },
];
