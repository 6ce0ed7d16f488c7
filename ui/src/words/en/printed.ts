// Knows what the history says on paper, in English.

export const PRINTED = {
  title: 'Mayday history',
  made: (when: string) => `made on ${when}`,
  unsigned: 'This page is for reading and is not signed. The receipt of each incident is.',
  time: 'Time',
  what: 'What happened',
};
