// Knows where the focus goes within a step: to the question that it was opened for, or to the first
// answer that has to be mended.

const CONTROL = 'input:checked, input, select, button';

function enter(question: Element | null | undefined): void {
  const control = question?.querySelector<HTMLElement>('input:checked') ?? question?.querySelector<HTMLElement>(CONTROL);
  question?.scrollIntoView?.({ block: 'center' });
  control?.focus({ preventScroll: true });
}

export const focusQuestion = (form: HTMLElement, question: string): void =>
  enter(form.querySelector(`[data-question="${question}"]`));

export const firstProblem = (form: HTMLElement): void =>
  enter(form.querySelector('[data-problem]')?.closest('[data-question]'));
