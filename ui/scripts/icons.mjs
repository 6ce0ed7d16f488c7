// Knows how the icons are made: both drawings come from src/parts/shield.ts, Tauri's own tool makes
// the sizes, and what a desktop does not need is thrown away.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { runnerImport } from 'vite';

const { LETTERS, LETTER_STROKE, SHIELD } = (await runnerImport('./src/parts/shield.ts')).module;
const ICONS = new URL('../../icons/', import.meta.url).pathname;
const KEPT = ['32x32.png', '128x128.png', '128x128@2x.png', 'icon.icns', 'icon.ico', 'icon.png'];
const RED = '#c81e27';

/** The glyph: one colour, the letters are holes. */
const glyph = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64">
  <mask id="letters">
    <rect width="64" height="64" fill="#fff"/>
    <g fill="none" stroke="#000" stroke-width="${LETTER_STROKE}" stroke-linecap="round" stroke-linejoin="round">
${LETTERS.map((letter) => `      <path d="${letter}"/>`).join('\n')}
    </g>
  </mask>
  <path fill="currentColor" mask="url(#letters)" d="${SHIELD}"/>
</svg>
`;

/** The app's icon: larger in its box, bolder letters, a soft fall of light. Read at 32 pixels. */
const app = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="2 2 60 60" width="1024" height="1024">
  <defs>
    <linearGradient id="light" x1="0" y1="0" x2="0" y2="1">
      <stop offset="0" stop-color="#dd2a33"/>
      <stop offset="1" stop-color="#ad141d"/>
    </linearGradient>
  </defs>
  <path fill="url(#light)" stroke="${RED}" stroke-width=".5" d="${SHIELD}"/>
  <g fill="none" stroke="#fff" stroke-width="4.2" stroke-linecap="round" stroke-linejoin="round">
${LETTERS.map((letter) => `    <path d="${letter}"/>`).join('\n')}
  </g>
</svg>
`;

writeFileSync(`${ICONS}shield.svg`, glyph);
writeFileSync(`${ICONS}app.svg`, app);
const made = mkdtempSync(join(tmpdir(), 'icons-'));
execFileSync('npx', ['tauri', 'icon', `${ICONS}app.svg`, '-o', made], { stdio: 'inherit' });
rmSync(`${ICONS}generated`, { recursive: true, force: true });
for (const name of KEPT) cpSync(join(made, name), `${ICONS}generated/${name}`);
rmSync(made, { recursive: true });
