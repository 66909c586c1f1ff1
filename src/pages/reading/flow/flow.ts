import { inWords } from '../../language/in-words.ts';
import { sankeyLinkHorizontal } from 'd3-sankey';
import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { Messages } from '../../language/messages-zh.ts';
import { layOutFlow } from './flow-layout.ts';
import type { Flow } from './flow-layout.ts';
import { showFigure } from '../figure.ts';
import type { Placed } from '../placed.ts';
import { cardOf } from '../quotes.ts';
import type { ReportView } from '../view.ts';

const width = 1200;
/** How wide a column's names may be, in Latin letters; a Chinese character is two. */
const roomOf = { 0: 44, 1: 52, 2: 44 } as const;

/** The report in one picture, from sections over measures to outcomes, and the same as a table. */
export function flowOf(view: ReportView, placed: Placed): Html | null {
  const { words } = view.site;
  const flow = layOutFlow(view);
  if (flow.nodes.length === 0) return null;
  return html`<section id="flow" class="flow" aria-labelledby="flow-title">
<h2 id="flow-title">${words.theFlow}</h2>
<p>${words.flowLead}</p>
<div class="scroll" role="group" tabindex="0" aria-labelledby="flow-title">
${picture(flow, words)}
</div>
<details><summary>${words.flowTable}</summary>
${table(view, placed)}
</details>
</section>`;
}

function picture({ nodes, links, height }: Flow, words: Messages): Html {
  const path = sankeyLinkHorizontal();
  return html`<svg viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="group" aria-label="${words.theFlow}">
<g class="flows">${links.map((link) => html`<path class="${link.tone}" d="${shorter(path(link))}" stroke-width="${round(Math.max(link.width ?? 0, 1))}"/>`)}</g>
${nodes.map(({ id, name, tone, column, x0 = 0, x1 = 0, y0 = 0, y1 = 0 }) => {
  const shown = shorten(name, roomOf[column]);
  const middle = round((y0 + y1) / 2);
  return html`<a href="#${id}" class="${tone}"><title>${name}</title><rect x="${round(x0)}" y="${round(y0)}" width="${round(x1 - x0)}" height="${round(Math.max(y1 - y0, 2))}"/><text x="${round(x1 + 6)}" y="${middle}" dy="0.35em">${shown}</text></a>
`;
})}</svg>`;
}

function table(view: ReportView, placed: Placed): Html {
  const { site, report } = view;
  const { words, language } = site;
  const rows = report.sections.flatMap((section) =>
    placed
      .measuresOf(section.code)
      .flatMap((measure) =>
        placed.outcomesOf(measure.code).map(({ outcome }) => ({ section, measure, outcome })),
      ),
  );
  return html`<table><thead><tr><th scope="col">${words.section}</th><th scope="col">${words.measure}</th><th scope="col">${words.outcome}</th><th scope="col">${words.figure}</th></tr></thead>
<tbody>${rows.map(
    ({
      section,
      measure,
      outcome,
    }) => html`<tr><td>${inWords(section.title, language)}</td><td><a href="#${cardOf.measure(measure.code)}">${inWords(measure.title, language)}</a></td><td><a href="#${cardOf.outcome(outcome.code)}">${inWords(outcome.label, language)}</a></td><td lang="zh">${showFigure(outcome)}</td></tr>
`,
  )}</tbody></table>`;
}

const round = (value: number) => Math.round(value * 10) / 10;

/** A path with its numbers to one decimal: the rest nobody sees. */
const shorter = (path: string | null) =>
  (path ?? '').replaceAll(/\d+\.\d+/g, (number) => String(round(Number(number))));

/** As much of a name as a column has room for. */
function shorten(name: string, room: number): string {
  let used = 0;
  let shown = '';
  for (const character of name) {
    used += character > '\u2e7f' ? 2 : 1;
    if (used > room) return `${shown}…`;
    shown += character;
  }
  return shown;
}
