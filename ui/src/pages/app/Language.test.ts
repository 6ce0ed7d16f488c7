// The choice of a language: each by its own name, kept first, read then.
import { cleanup, fireEvent, render, screen } from '@testing-library/svelte';
import { afterEach, expect, it, vi } from 'vitest';
import Languages from '../../parts/Languages.svelte';
import { MockApp } from '../../backend/mock/app';
import { appView } from '../../backend/mock/home';
import * as language from '../../words/language';
import { AppState } from './state.svelte';

vi.mock('../../words/language', async (original) => ({ ...(await original<typeof language>()), readIn: vi.fn() }));
afterEach(() => {
  cleanup();
  vi.mocked(language.readIn).mockClear();
});

/** proves: V4 */
it('names each language in itself, and shows which one is read', async () => {
  const onlanguage = vi.fn();
  render(Languages, { onlanguage });
  const buttons = screen.getAllByRole('button');
  expect(buttons.map((button) => [button.lang, button.textContent?.trim()])).toEqual([
    ['en', 'English'],
    ['es', 'Español'],
    ['fr-CA', 'Français (Canada)'],
  ]);
  expect(buttons.map((button) => button.getAttribute('aria-pressed'))).toEqual(['true', 'false', 'false']);
  await fireEvent.click(screen.getByText('Español'));
  expect(onlanguage).toHaveBeenCalledWith('es');
});

/** proves: V4 */
it('loads the page anew once the choice was kept', async () => {
  const app = new AppState(new MockApp(appView({})));
  await app.chooseLanguage('fr-CA');
  expect(language.readIn).toHaveBeenCalledWith('fr-CA');
});

it('stays where it is when the choice could not be kept', async () => {
  const app = new AppState(new MockApp(appView({}), 'choose_language'));
  await app.chooseLanguage('es');
  expect(language.readIn).not.toHaveBeenCalled();
  expect(app.problem).not.toBeNull();
});
