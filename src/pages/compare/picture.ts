import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Messages } from '../language/messages-zh.ts';
import { fill } from '../language/messages.ts';
import type { Observation } from './compare-data.ts';
import { panel, panelSize } from './panel.ts';
import type { Scale } from './panel.ts';
import { isDoubtful, isOfPartOrMore, yearOf } from './places.ts';
import type { PlaceRow } from './places.ts';
import { isFarFromZero, ticksOver } from './ticks.ts';

/** Beyond this many places a picture is no help; the table goes on. */
const plottedPlaces = 60;

/** So many are seen at once, the others unfold. */
const shownPlaces = 15;

const columns = 4;
const headHeight = 30;

/** The places as small pictures on one scale, and the same as one picture to take away. */
export type Picture = { onPage: Html; file: string };

/** @param title what the picture that is taken away says above */
export function picture(rows: readonly PlaceRow[], words: Messages, title: string): Picture | null {
  const telling = rows.filter(({ observations }) => observations.some(({ quantity }) => quantity));
  if (telling.length === 0) return null;
  const shown = telling.slice(0, plottedPlaces);
  const scale = scaleOf(shown, words);
  const more = telling.length > shown.length && fill(words.plotMore, { count: plottedPlaces });
  return {
    onPage: html`${panels(shown.slice(0, shownPlaces), scale)}${
      shown.length > shownPlaces &&
      html`<details><summary>${words.more} (${shown.length - shownPlaces})</summary>${panels(shown.slice(shownPlaces), scale)}</details>`
    }
<p class="legend">${legendOf(shown, words).join(' · ')}${more && html` ${more}`}</p>`,
    file: fileOf(shown, scale, title),
  };
}

/** On a page the name stands above its panel, where it can break its line; the panel tells it to those who hear it. */
const panels = (rows: readonly PlaceRow[], scale: Scale): Html =>
  html`<div class="panels">${rows.map((row) => html`<div><p class="place" aria-hidden="true">${row.place.name}</p>${panel(row, scale, html``)}</div>`)}</div>`;

function scaleOf(rows: readonly PlaceRow[], words: Messages): Scale {
  const observations = rows.flatMap((row) => row.observations);
  const values = valuesOf(observations);
  const told = observations.filter(({ quantity }) => quantity).map(yearOf);
  const silent = rows.flatMap((row) => row.silent.flatMap((year) => year ?? []));
  const years = [...new Set([...told, ...silent])].toSorted((a, b) => a - b);
  return { years, ticks: ticksOver(values), silent: words.silent };
}

const valuesOf = (observations: readonly Observation[]) =>
  observations.flatMap(({ quantity, baseline }) =>
    quantity ? [quantity.value, ...(baseline ? [baseline.value] : [])] : [],
  );

/** Only what is met is explained. */
function legendOf(rows: readonly PlaceRow[], words: Messages): string[] {
  const observations = rows.flatMap((row) => row.observations);
  return [
    ...(observations.some(({ baseline, quantity }) => baseline && quantity) ? [words.hollow] : []),
    ...(isFarFromZero(valuesOf(observations)) ? [words.notFromZero] : []),
    ...(observations.some(isOfPartOrMore) ? [words.notWholeYear] : []),
    ...(observations.some(isDoubtful) ? [words.doubtful] : []),
  ];
}

/** The looks of a picture that stands alone; on the page the style sheet says them, in either scheme. */
const looks =
  'svg{background:#fff;font:11px sans-serif}.name{font-weight:600;font-size:12px}.title{font-weight:600;font-size:14px}.tick{stroke:#e0dcd3}.line{fill:none;stroke:#23694a;stroke-width:1.5}.way{stroke:#23694a;stroke-dasharray:2 2}.to{fill:#23694a}.from{fill:#fff;stroke:#23694a}.doubt{fill:none;stroke:#9d2f1c;stroke-width:1.5}.value,.year,.gap{text-anchor:middle}.scale{text-anchor:end}.year,.scale,.gap{fill:#5f5b54;font-size:10px}';

/** An SVG file as an address of its own, so that it can be had without a script. */
function fileOf(rows: readonly PlaceRow[], scale: Scale, title: string): string {
  const { width, height } = panelSize;
  const wide = Math.min(columns, rows.length) * width;
  const tall = headHeight + Math.ceil(rows.length / columns) * height;
  const placed = rows.map((row, index) => {
    const x = (index % columns) * width;
    const y = headHeight + Math.floor(index / columns) * height;
    return panel(row, scale, html`x="${x}" y="${y}" width="${width}" height="${height}" `);
  });
  const svg = html`<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${wide} ${tall}" width="${wide}" height="${tall}"><style>${looks}</style><text class="title" x="4" y="18">${title}</text>${placed}</svg>`;
  return `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg.toString())}`;
}
