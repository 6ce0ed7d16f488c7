// Knows the pictures of the documents by their files, the page that shows them, and what is amiss between the list, the
// files and that page. It compares no pixels: another machine has other fonts.
import { AREAS } from './pictures-list.mjs';
import { isLeftOut } from './pictures-left-out.mjs';

export const FOLDER = new URL('../../docs/screenshots/', import.meta.url);
export const PAGE = new URL('../../docs/screens.md', import.meta.url);
/** Everybody who clones the repository fetches them. */
export const MOST_BYTES = 6 * 1024 * 1024;

const PHONE = { look: '', scheme: 'light', width: 390, height: 844 };
const DARK = { look: '-dark', scheme: 'dark', width: 390, height: 844 };
const DESKTOP = { look: '-desktop', scheme: 'light', width: 1100, height: 760 };
export const LOOKS = [PHONE, DARK, DESKTOP];
const IN_A_ROW = 3;

/** Each picture of a screen: its file, and how it looks. */
const picturesOf = (screen) =>
  [PHONE, ...(screen.dark ? [DARK] : []), ...(screen.desktop ? [DESKTOP] : [])].map((look) => ({ screen, look, file: `${screen.name}${look.look}.png` }));

export const PICTURES = AREAS.flatMap(({ screens }) => screens.flatMap(picturesOf));

/** The page, as the list has it. */
export function page() {
  return [
    '# The screens',
    'Written by `npm run pictures` in `ui`, from the list in `ui/scripts/pictures-list.mjs`. The screens are those of the app’s simulation, on a phone, in its demo or in an invented home. A page of up to 2000 points is shown whole; of a longer one the upper 2000, or what a phone shows of it.',
    AREAS.map(({ title }) => `- [${title}](#${title.toLowerCase().replaceAll(' ', '-')})`).join('\n'),
    ...AREAS.flatMap(({ title, screens }) => [`## ${title}`, ...area(screens)]),
  ].join('\n\n') + '\n';
}

function area(screens) {
  const pictures = screens.flatMap(picturesOf);
  const tall = pictures.filter(({ look }) => look !== DESKTOP).map((picture) => cell(picture, 240));
  const rows = Array.from({ length: Math.ceil(tall.length / IN_A_ROW) }, (_, row) => tall.slice(row * IN_A_ROW, (row + 1) * IN_A_ROW));
  const wide = pictures.filter(({ look }) => look === DESKTOP).map((picture) => [cell(picture, 720, ` colspan="${IN_A_ROW}"`)]);
  return [['<table>', ...[...rows, ...wide].map((row) => `<tr>\n${row.join('\n')}\n</tr>`), '</table>'].join('\n')];
}

function cell({ screen, look, file }, width, span = '') {
  const besides = { [DARK.look]: 'The same, dark.', [DESKTOP.look]: 'The same on a desktop.' }[look.look] ?? '';
  const says = besides || screen.says.replace(/\*(.+?)\*/gu, '<em>$1</em>');
  return `<td valign="top"${span}><a href="screenshots/${file}"><img src="screenshots/${file}" width="${width}" alt="${file.replace('.png', '')}"></a><br>${says}</td>`;
}

/** What does not fit together, a sentence each. `files` are the names in the folder, `text` what the page holds. */
export function amiss(screens, files, text) {
  const listed = AREAS.flatMap((one) => one.screens.map(({ name }) => name));
  const expected = PICTURES.map(({ file }) => file);
  const twice = (names) => names.filter((name, at) => names.indexOf(name) !== at);
  return [
    ...screens.filter((name) => !listed.includes(name) && !isLeftOut(name)).map((name) => `${name} is a screen, and neither pictured nor left out`),
    ...listed.filter((name) => !screens.includes(name)).map((name) => `${name} is pictured, and no screen`),
    ...twice(listed).map((name) => `${name} is listed twice`),
    ...expected.filter((file) => !files.includes(file)).map((file) => `${file} is not in docs/screenshots`),
    ...files.filter((file) => !expected.includes(file)).map((file) => `${file} is in docs/screenshots, and not in the list`),
    ...(text === page() ? [] : ['docs/screens.md is not what the list says: npm run pictures -- --page']),
  ];
}
