// Knows what is said beside the pictures of cameras, in English (S1, S2, B3).
import type { CameraKind, CameraProblem } from '../../backend/wire';

export const LIVE = {
  title: 'Live View',
  card: 'See this home’s cameras and doorbells as they are now, with SOS on the picture.',
  open: 'Open Live View',
  none: 'This home has no camera or doorbell yet.',
  noneHow: 'Add them where the home is set up. Then their pictures are here.',
  noneMember: 'An owner adds them where the home is set up. Then their pictures are here.',
  reading: 'Looking for the cameras of this home',
  all: 'All cameras',
  look: (name: string) => `Look at ${name}`,
  picture: (name: string) => `Picture of ${name}`,
  live: 'Live',
  connecting: 'Connecting',
  still: (ago: string) => `Picture from ${ago}`,
  stopped: (length: string) => `No picture for ${length}`,
  again: 'Try again now',
  againIn: (seconds: number) => (seconds > 1 ? `Tries again in ${seconds} seconds` : 'Tries again now'),
  notCompatible: 'SOS does not work with this camera',
  unplayable: 'This computer cannot show this camera’s kind of picture.',
  unplayableMend: 'Choose H.264 as the video format in the camera’s own settings.',
  sosWorks: 'SOS works without the picture.',
  soundOn: 'Turn sound on',
  soundOff: 'Turn sound off',
  noSound: 'No sound',
  fill: 'Fill the screen',
  unfill: 'Leave full screen',
  save: 'Save picture',
  saved: (path: string) => `Saved as ${path}`,
  notSaved: 'The picture could not be saved.',
  demo: 'A drawn street: the demo’s picture.',
  from: (host: string) => `From ${host} on this network`,
};

export const UNNAMED = { camera: (n: number) => `Camera ${n}`, doorbell: (n: number) => `Doorbell ${n}` } satisfies Record<CameraKind, unknown>;

export const CONNECT = {
  title: 'Connect this camera',
  again: 'Connect it another way',
  own: 'Use a camera of your own',
  how: 'This computer asks the camera itself, on your network. Its picture goes nowhere else.',
  address: 'Its address',
  addressHint: 'It begins with rtsp:// and stands in the camera’s own app or manual.',
  user: 'User name',
  password: 'Password',
  account: 'Of the camera’s own account. Leave both empty if it has none.',
  udp: 'The picture travels beside the connection (UDP)',
  udpHint: 'For cameras that do it no other way.',
  submit: 'Look for the picture',
  looking: 'Looking for the picture. This takes up to 15 seconds.',
  kept: 'Connected. This computer keeps the address, and the password in its keyring.',
  notKept: 'Connected until Mayday ends: this computer has no keyring that is open, and the password is kept nowhere else.',
  forget: 'Forget this connection',
  forgetConfirm: 'Forget it',
  forgetDoes: 'This computer forgets the address and the password. The camera stays with the home.',
};

export const NAME = {
  title: 'Name',
  name: 'What it is called',
  hint: 'The people of this home see it, also beside an SOS from its picture.',
  kind: 'What it is',
  kinds: { camera: 'Camera', doorbell: 'Doorbell' } satisfies Record<CameraKind, string>,
  submit: 'Keep this name',
  kept: 'The name is kept.',
};

/** Why there is no picture, and the step that mends it. */
export const PROBLEM = {
  not_connected: { text: 'This computer does not know where this camera is.', mend: 'Connect it here.' },
  no_keyring: { text: 'The keyring that holds this camera’s password is locked or missing.', mend: 'Unlock it, or connect the camera again.' },
  too_many: { text: 'Too many pictures are open.', mend: 'Leave Live View and open it again.' },
  address_missing: { text: 'No address was typed.', mend: 'Type the one that stands in the camera’s app or manual.' },
  address_not_rtsp: { text: 'This is not a camera’s address.', mend: 'It looks like rtsp://192.168.1.20:554/stream1.' },
  unreachable: { text: 'Nothing answers at the camera’s address.', mend: 'Check that it has power and is on this network.' },
  not_a_camera: { text: 'What answers there is not a camera.', mend: 'Check the address and the number behind the colon.' },
  wrong_password: { text: 'The camera refuses the user name or the password.', mend: 'Check both in the camera’s own app.' },
  wrong_path: { text: 'The camera has nothing at this address.', mend: 'Check what stands behind the last slash.' },
  refused: { text: 'The camera refused.', mend: 'It may be watched by too many others. Close its own app and try again.' },
  no_video: { text: 'What the camera sends has no picture.', mend: 'Check that the address is that of its video.' },
  unknown_codec: { text: 'The camera sends a kind of picture that cannot be shown.', mend: 'Choose H.264 as the video format in its own settings.' },
  silent: { text: 'The camera answered and then sent nothing.', mend: 'Switch it off and on again.' },
  garbage: { text: 'What the camera sends cannot be understood.', mend: 'Switch it off and on again.' },
  ended: { text: 'The camera ended the picture.', mend: 'It may be starting again.' },
  clip_lost: { text: 'This clip cannot be opened any more.', mend: 'It may have been damaged, or its key is gone from the keyring.' },
} satisfies Record<CameraProblem, { text: string; mend: string }>;

/** Beside an incident that came from a picture (S3). */
export const ATTACHED = (name: string) => `Sent from the picture of ${name}`;

/** A clip of a camera around an incident (S4). */
export const CLIP = {
  title: 'Clips from the cameras',
  where: 'On this computer alone, encrypted. Nothing sends them anywhere.',
  running: 'Being kept: it goes on for a minute.',
  kept: (length: string) => `${length} around the beginning`,
  cut_off: 'Cut off: Mayday or the camera ended before the minute was over.',
  until: (day: string) => `Deleted by itself on ${day}`,
  watch: (name: string) => `Watch ${name}`,
  hide: 'Close the clip',
  opening: 'Opening the clip',
  remove: 'Delete this clip',
  removeConfirm: 'Delete it',
  removeDoes: 'It cannot be brought back.',
  gone: 'A camera that this home has no more',
};
