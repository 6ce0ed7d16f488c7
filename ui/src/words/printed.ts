// Knows the history as a page to print, in the words of the timeline: one file without scripts, pictures or addresses on
// the web. Everything that is not written here is escaped. How the file begins is the core's: a policy that lets a
// browser run and load nothing.
import type { HomeView, IncidentView } from '../backend/wire';
import { clockTime, longDay, shortTime } from './common';
import { COPY, beganAt, rowOf } from './history';
import { BANNER, TAG } from './mode';
import { entryWords, nameIn } from './timeline';
import * as en from './en/printed';
import * as es from './es/printed';
import * as fr from './fr/printed';
import { inLanguage } from './language';

export const { PRINTED } = inLanguage({ en, es, fr });

/** Text that is markup already. Only `markup` makes it, so nothing stays unescaped by being forgotten. */
class Markup {
  constructor(readonly text: string) {}
}

const ESCAPES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };

const escaped = (text: string) => text.replace(/[&<>"']/gu, (sign) => ESCAPES[sign] ?? sign);

function markup(parts: TemplateStringsArray, ...values: (string | Markup | Markup[])[]): Markup {
  const texts = values.map((value) => {
    if (Array.isArray(value)) return value.map(({ text }) => text).join('');
    return value instanceof Markup ? value.text : escaped(value);
  });
  return new Markup(parts.map((part, at) => part + (texts[at] ?? '')).join(''));
}

const STYLE = new Markup(`
  :root { color-scheme: light; }
  body { max-width: 46rem; margin: 2rem auto; padding: 0 1.25rem; background: #fff; color: #10151c; font: 1rem/1.45 system-ui, sans-serif; overflow-wrap: anywhere; }
  h1 { margin: 0 0 0.25rem; font-size: 1.75rem; line-height: 1.2; }
  h2 { margin: 0; font-size: 1.125rem; }
  p { margin: 0.125rem 0; }
  article { margin-top: 1.5rem; padding-top: 1rem; border-top: 1px solid #7c8796; }
  .mark { padding: 0 0.5rem; border: 1px solid #743c00; border-radius: 1rem; color: #743c00; font-size: 0.8125rem; }
  .quiet { color: #434d5b; }
  table { width: 100%; margin-top: 0.5rem; border-collapse: collapse; }
  th, td { padding: 0.1875rem 0.75rem 0.1875rem 0; text-align: left; vertical-align: top; }
  td:first-child { width: 5.5rem; font-variant-numeric: tabular-nums; }
  @page { margin: 18mm 16mm; }
  @media print {
    body { max-width: none; margin: 0; padding: 0; font-size: 10.5pt; }
    h2, thead { break-after: avoid; }
    tr { break-inside: avoid; }
  }
`);

export interface Printed {
  home: Pick<HomeView, 'mode' | 'street' | 'city'>;
  incidents: readonly IncidentView[];
  /** What was chosen, in words. */
  chosen: string;
  now: number;
}

/** The page, from behind its policy on. */
export function printedHistory({ home, incidents, chosen, now }: Printed): string {
  const banner = BANNER[home.mode];
  return markup`<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>${PRINTED.title} · ${home.street}</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>${PRINTED.title}</h1>
<p><strong>${home.street}</strong>, ${home.city}</p>
<p><span class="mark">${TAG[home.mode]}</span> ${banner.rest}</p>
<p class="quiet">${chosen} · ${PRINTED.made(`${longDay(now)}, ${shortTime(now)}`)}</p>
<p class="quiet">${PRINTED.unsigned}</p>
</header>
<main>
${incidents.map(article)}</main>
</body>
</html>
`.text;
}

function article(incident: IncidentView): Markup {
  const row = rowOf(incident);
  const began = beganAt(incident);
  const steps = incident.timeline.map((entry) => {
    const words = entryWords(entry, incident, nameIn(incident));
    return markup`<tr><td>${timeOf(entry.at_ms, began)}</td><td>${words}</td></tr>\n`;
  });
  return markup`<article>
<h2>${row.marks.map((mark) => markup`<span class="mark">${mark}</span> `)}${row.kind}</h2>
<p class="quiet">${began === null ? '' : `${longDay(began)}, ${shortTime(began)} · `}${incident.street}, ${incident.city}</p>
<p><strong>${row.stands}</strong></p>
<p>${row.answered ?? ''}</p>
<table>
<thead><tr><th scope="col">${PRINTED.time}</th><th scope="col">${PRINTED.what}</th></tr></thead>
<tbody>
${steps}</tbody>
</table>
</article>
`;
}

/** A step on another day says so. */
const timeOf = (ms: number, began: number | null) =>
  began === null || longDay(ms) === longDay(began) ? clockTime(ms) : `${longDay(ms)}, ${clockTime(ms)}`;

/** More than one file takes. */
export const TOO_MANY = { code: 'too_large', sentence: COPY.tooMany, reasons: [], problems: [] } as const;
