// Setting a home up in the window, on the simulation: as a person and a screen reader meet it.
import { cleanup, fireEvent, screen } from '@testing-library/svelte';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { agree, all, begin, contact, described, input, names, open, pass, pick, press, step, text, title, toContacts, toFinish, toPassword, type } from './set-up-way';

beforeEach(() => vi.useFakeTimers());
afterEach(() => {
  cleanup();
  vi.useRealTimers();
});

describe('a new home', () => {
  /** proves: A5, B2, N1, P2, Q1 */
  it('is set up in six steps and stands on the dashboard', async () => {
    await toFinish({ professional: true });
    expect(text('[data-verdict="sos"]')).toContain('SOS will work from this home.');
    expect(text('[data-verdict="siren"]')).toContain('The siren alone will work too.');
    expect(all('[data-not-live]').map((node) => node.getAttribute('data-not-live'))).toEqual(['no_carrier', 'no_dispatcher']);
    expect(screen.getByText('Until then this is a demo: it can send nobody. In an emergency, call 911.')).toBeTruthy();
    expect(document.body.textContent).not.toContain('juniper');
    await press('Finish');
    expect(title()).toBe('48 Juniper Lane');
    expect(text('[data-home]')).toContain('SOS can be sent from this home.');
    expect(screen.queryByText('Demo plan')).toBeNull();
    expect(screen.queryByText('Demo devices')).toBeNull();
  });

  /** proves: B12 */
  it('that SOS will not work from says every reason, and each leads to the step that mends it', async () => {
    await toFinish({ professional: false });
    const reasons = document.querySelector('[data-verdict="sos"]');
    expect(reasons?.querySelectorAll('[data-reason]')).toHaveLength(1);
    await press('Enroll in professional monitoring.');
    expect(title()).toBe('Plan and enrollment');
    expect(document.activeElement?.getAttribute('name')).toBe('monitoring');
    await pick('monitoring', 'professional');
    await press('Done');
    expect(text('[data-verdict="sos"]')).toContain('SOS will work from this home.');
  });

  it('shows each problem beside its field, with the focus on the first', async () => {
    await begin();
    await press('Next');
    expect(step()).toBe('address');
    const street = input('street');
    expect(street.getAttribute('aria-invalid')).toBe('true');
    expect(described(street)).toContain('Write the street and number that responders come to.');
    expect(document.activeElement).toBe(street);
    expect(all('[data-problem]').map((node) => node.getAttribute('data-problem'))).toEqual(['street', 'city', 'subdivision', 'postal_code']);
    expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe('4 answers need another look.');
    await type('street', '48 Juniper Lane');
    expect(input('street').hasAttribute('aria-invalid')).toBe(false);
  });

  it('says nothing yet of what was not asked', async () => {
    await toContacts();
    expect(all('[data-problem]')).toHaveLength(0);
  });

  /** proves: M8 */
  it('refuses a number that is on the list already, beside that contact alone', async () => {
    await toContacts();
    await contact(0, 'Lena Olsen', '(218) 555-0141');
    await contact(1, 'Tom Olsen', '218 555 0141');
    await agree();
    await press('Next');
    expect(all('[data-problem]')).toHaveLength(1);
    expect(described(input('contact_phone_1'))).toBe('This number is on the list already.');
    expect(document.activeElement).toBe(input('contact_phone_1'));
  });

  it('asks whether the contacts have agreed, and again when somebody is added', async () => {
    await toPassword();
    await press('Back');
    await press('Add another contact');
    await contact(2, 'Grace Abara', '(651) 555-0143');
    await press('Next');
    expect(text('[data-problem="contacts_agree"]')).toContain('Ask each of them first');
    await agree();
    await press('Next');
    expect(step()).toBe('password');
  });

  /** proves: B9 */
  it('that is a business says what is not monitored there', async () => {
    await begin();
    await pick('premises', 'business');
    expect(text('[data-question="premises"]')).toContain('Smoke and carbon monoxide alarms are not monitored here');
  });

  it('that could not be looked at says so, keeps what was typed, and offers to try again', async () => {
    await open('fail=check_set_up');
    await press('Set up my home');
    await type('street', '48 Juniper Lane');
    await press('Next');
    expect(screen.getByRole('alert').textContent).toBe('The station could not be started.');
    expect(screen.getByRole('button', { name: 'Try again' })).toBeTruthy();
    expect(input('street').value).toBe('48 Juniper Lane');
  });

  it('that could not be kept says so at the end, and loses nothing', async () => {
    await toFinish({ professional: true, query: 'fail=set_up' });
    await press('Finish');
    expect(step()).toBe('finish');
    expect(screen.getByRole('alert').textContent).toBe('The station could not be started.');
    expect(text('[data-answer="address"]')).toContain('48 Juniper Lane');
  });

  it('goes on where it was left', async () => {
    await begin();
    await type('street', '48 Juniper Lane');
    await press('Back');
    expect(title()).toBe('Mayday');
    await press('Set up my home');
    expect(input('street').value).toBe('48 Juniper Lane');
  });

  it('can be begun from the home to try, whose shield does not stand there', async () => {
    await open('scenario=dashboard');
    await press('Set up my home');
    expect(step()).toBe('address');
    expect(screen.queryByRole('button', { name: 'SOS' })).toBeNull();
  });
});

describe('the people who are called', () => {
  /** proves: P2 */
  it('are two at least, are added and removed, and move by button with the focus on it', async () => {
    await toContacts();
    expect(screen.queryByRole('button', { name: 'Remove: first contact' })).toBeNull();
    await contact(0, 'Lena', '(218) 555-0141');
    await contact(1, 'Tom', '(218) 555-0142');
    await press('Add another contact');
    expect(document.activeElement).toBe(input('contact_name_2'));
    await contact(2, 'Grace', '(218) 555-0143');
    await press('Move up: third contact');
    expect(names()).toEqual(['Lena', 'Grace', 'Tom']);
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Move up: second contact');
    expect(document.querySelector('[aria-live="polite"]')?.textContent).toBe('Grace is now second of three.');
    await press('Remove: first contact');
    expect(names()).toEqual(['Grace', 'Tom']);
  });

  it('have telephone fields', async () => {
    await toContacts();
    expect(input('contact_phone_0').type).toBe('tel');
    expect(input('contact_name_0').getAttribute('aria-required')).toBe('true');
  });
});

describe('the verbal password', () => {
  /** proves: N1, N7 */
  it('is in sight with its keys, and can be hidden with them', async () => {
    await toPassword();
    await type('password', 'juniper');
    expect(input('password').type).toBe('text');
    expect(text('[data-keys]')).toBe('5 8 6 4 7 3 7');
    await press('Hide: verbal password');
    expect(input('password').type).toBe('password');
    expect(text('[data-keys]')).toBe('hidden');
  });
});

describe('a home that was set up', () => {
  it('is changed from its card, seen as a whole, with the shield at hand', async () => {
    await open('scenario=home');
    await press('Change your home');
    expect(title()).toBe('Change your home');
    expect(screen.getByRole('button', { name: 'SOS' })).toBeTruthy();
    await press('Change: Where responders go');
    await type('street', '50 Juniper Lane');
    await press('Done');
    expect(screen.getByRole('button', { name: 'Leave without saving' })).toBeTruthy();
    await press('Save changes');
    expect(title()).toBe('50 Juniper Lane');
  });

  it('stays as it was when it is left without saving', async () => {
    await open('scenario=home');
    await press('Change your home');
    await press('Change: Where responders go');
    await type('street', '50 Juniper Lane');
    await press('Done');
    await press('Leave without saving');
    expect(title()).toBe('48 Juniper Lane, Apt 3');
  });

  /** proves: N1, P6 */
  it('keeps its password, which is changed elsewhere', async () => {
    await open('scenario=home');
    await press('Change your home');
    expect(text('[data-answer="password"]')).toContain('Stays as it is.');
    await press('Change: The verbal password');
    expect(text('[data-question="password"]')).toContain('changed under Passwords and codes');
    expect(input('password')).toBeNull();
  });

  /** proves: P6 */
  it('is changed with its code, once there is one', async () => {
    await open('scenario=home');
    await press('Change your home');
    expect(input('code_now')).toBeNull();
    cleanup();
    await open('scenario=home-coded');
    await press('Change your home');
    expect(described(input('code_now'))).toContain('kept only with it');
  });

  /** proves: B12, Q1 */
  it('says on its dashboard why SOS cannot be sent and what keeps it from being live', async () => {
    await open('scenario=home-ineligible');
    expect(all('[data-home] [data-reason]').map((node) => node.getAttribute('data-reason'))).toEqual(['plan_without_sos', 'self_monitored']);
    expect(all('[data-not-live]')).toHaveLength(2);
    await press('Change to the Pro plan.');
    expect(step()).toBe('plan');
    expect(document.activeElement?.getAttribute('name')).toBe('plan');
  });

  /** proves: B12 */
  it('leads from the refused sheet to what mends the first reason', async () => {
    await open('scenario=home-ineligible');
    await press('SOS');
    await press('Change this home');
    expect(document.querySelector('dialog')).toBeNull();
    expect(step()).toBe('plan');
  });

  /** proves: B12 */
  it('leads from an SOS that was refused to what mends the first reason, and the refusal is left behind', async () => {
    await open('scenario=refused-home');
    expect(title()).toBe('Not sent');
    await press('Change this home');
    expect(step()).toBe('plan');
    expect(document.activeElement?.getAttribute('name')).toBe('plan');
    await press('Back');
    await press('Back to home');
    expect(title()).toBe('48 Juniper Lane, Apt 3');
  });

  /** proves: B12 */
  it('stays with the refusal when it cannot be left, and says so', async () => {
    await open('scenario=refused-home&fail=dismiss');
    await press('Change this home');
    expect(title()).toBe('Not sent');
    expect(screen.getByRole('alert').textContent).toBe('The station could not be started.');
  });

  /** proves: A9 */
  it('can send an SOS in the middle of being changed, and goes on afterwards', async () => {
    await open('scenario=home');
    await press('Change your home');
    await press('Change: Where responders go');
    await type('street', '50 Juniper Lane');
    await press('SOS');
    await fireEvent.click(screen.getByRole('button', { name: 'Police' }), { detail: 0 });
    await press('Request police now');
    expect(title()).toBe('Requesting police in');
    await press('Cancel');
    await pass(400);
    await press('Back to home');
    expect(input('street').value).toBe('50 Juniper Lane');
  });
});

/** proves: Q1 */
it('a home to try says too what keeps it from being live, and keeps its demo cards', async () => {
  await open('scenario=dashboard');
  expect(all('[data-not-live]')).toHaveLength(2);
  expect(screen.getByText('Demo plan')).toBeTruthy();
});
