// @vitest-environment node
// Knows that the list of the pictures, the pictures in docs/screenshots and docs/screens.md say the same.
import { readFileSync, readdirSync, statSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { FOLDER, MOST_BYTES, PAGE, amiss, page } from './pictures-index.mjs';
import { SCREENS } from './screens.mjs';

const screens = SCREENS.map(({ name }) => name);
const files = readdirSync(FOLDER);

describe('the pictures of the documents', () => {
  it('show every screen, or leave it out for a reason, and their page is what the list says', () => {
    expect(amiss(screens, files, readFileSync(PAGE, 'utf8'))).toEqual([]);
  });

  it('are small enough to be fetched by everybody', () => {
    const sizes = files.map((file) => statSync(new URL(file, FOLDER)).size);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(MOST_BYTES);
  });

  it('are missed when one is gone, noticed when nobody listed them, and their page when somebody wrote in it', () => {
    expect(amiss(screens, files.filter((file) => file !== 'sheet.png'), page())).toEqual(['sheet.png is not in docs/screenshots']);
    expect(amiss(screens, [...files, 'old.png'], page())).toEqual(['old.png is in docs/screenshots, and not in the list']);
    expect(amiss([...screens, 'new'], files, page())).toEqual(['new is a screen, and neither pictured nor left out']);
    expect(amiss(screens.filter((name) => name !== 'sheet'), files, page())).toEqual(['sheet is pictured, and no screen']);
    expect(amiss(screens, files, `${page()}More.`)).toHaveLength(1);
  });
});
