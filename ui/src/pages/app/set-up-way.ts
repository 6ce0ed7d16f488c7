// The way through setting a home up in the window, for tests that take it.
import { fireEvent, render, screen, within } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, vi } from 'vitest';
import { mockApp } from '../../backend/mock';
import App from './App.svelte';
import { AppState } from './state.svelte';

export async function open(query: string) {
  const app = new AppState(mockApp(new URLSearchParams(query)));
  render(App, { app });
  await app.connect();
  await tick();
}

export async function begin(query = '') {
  await open(query);
  await press('Set up my home');
  expect(title()).toBe('Where responders go');
}

export async function toDevices(query = '') {
  await begin(query);
  await type('street', '48 Juniper Lane');
  await type('city', 'Duluth');
  await fireEvent.change(document.querySelector('select[name="subdivision"]') as HTMLSelectElement, { target: { value: 'MN' } });
  await type('postal_code', '55802');
  await press('Next');
  expect(step()).toBe('devices');
}

export async function toContacts(query = '') {
  await toDevices(query);
  await fireEvent.click(screen.getByRole('checkbox', { name: /base station/u }));
  await press('One more camera or doorbell that works with SOS');
  await press('Next');
  expect(step()).toBe('contacts');
}

export async function toPassword(query = '') {
  await toContacts(query);
  await contact(0, 'Lena Olsen', '(218) 555-0141');
  await contact(1, 'Tom Olsen', '(218) 555-0142');
  await agree();
  await press('Next');
  expect(step()).toBe('password');
}

export async function toFinish({ professional, query = '' }: { professional: boolean; query?: string }) {
  await toPassword(query);
  await type('password', 'juniper');
  await press('Next');
  expect(step()).toBe('plan');
  if (professional) await pick('monitoring', 'professional');
  await press('Next');
  expect(step()).toBe('finish');
}

export async function agree() {
  await fireEvent.click(screen.getByRole('checkbox', { name: /They have agreed/u }));
}

export async function contact(at: number, name: string, phone: string) {
  await type(`contact_name_${at}`, name);
  await type(`contact_phone_${at}`, phone);
}

export async function pick(name: string, value: string) {
  await fireEvent.click(document.querySelector(`input[name="${name}"][value="${value}"]`) as HTMLInputElement);
}

export async function type(name: string, value: string) {
  await fireEvent.input(input(name), { target: { value } });
}

export async function press(name: string) {
  const buttons = screen.getAllByRole('button', { name });
  await fireEvent.click(buttons[0] as HTMLElement);
  await pass(10);
}

export async function pass(ms: number) {
  await vi.advanceTimersByTimeAsync(ms);
  await tick();
}

export const all = (selector: string) => Array.from(document.querySelectorAll(selector));
export const text = (selector: string) => document.querySelector(selector)?.textContent ?? '';
export const input = (name: string) => document.querySelector(`input[name="${name}"]`) as HTMLInputElement;
export const names = () => all('[name^="contact_name_"]').map((node) => (node as HTMLInputElement).value);
export const step = () => document.querySelector('[data-step]')?.getAttribute('data-step');
export const title = () => within(document.querySelector('main') as HTMLElement).getByRole('heading', { level: 1 }).textContent;
export const described = (node: HTMLElement) =>
  (node.getAttribute('aria-describedby') ?? '').split(' ').map((id) => document.getElementById(id)?.textContent ?? '').join(' ').trim();
