// Knows what the page for responders says, in English.

export const REACHED: Partial<Record<string, (name: string) => string>> = {
  answered: (name) => `${name} answered`,
  confirmed_by: (name) => `${name} asked for help`,
  cancelled_by: (name) => `${name} said that it was a false alarm`,
  told: (name) => `${name} was told`,
};
