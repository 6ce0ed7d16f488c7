// Knows what is said about who runs the station of this home, in English.

export const OPERATOR = {
  title: 'Who runs this station',
  here: 'This home’s station runs on this computer, and belongs to the household.',
  elsewhere: 'This home’s station runs on another machine, and belongs to the household.',
  mayday: 'Mayday itself runs no station and no monitoring center.',
  demo: 'This home is a demo: nobody is asked to come to it. In an emergency, call 911.',
  runs: (name: string) => `${name} runs this home’s station.`,
  centre: (name: string) => `${name} asks for responders, for homes that are live.`,
  noCentre: 'No monitoring center asks for responders.',
  licences: (all: readonly string[]) => `Licenses: ${all.join(', ')}`,
  help: 'Help and community',
  outside: 'Opens in your browser, outside Mayday.',
};
