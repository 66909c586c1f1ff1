import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { showNumber } from '../reading/figure.ts';
import type { Messages } from '../language/messages-zh.ts';
import { yearOf } from './places.ts';
import type { PlaceRow } from './places.ts';
import { ticksOver } from './ticks.ts';

const width = 900;
const left = 170;
const right = 40;
const rowHeight = 34;
const top = 34;

/**
 * One row for each place, one dot for each year's value; a hollow dot is the figure before. Where a
 * place's reports are silent the row stays empty and says so.
 */
export function plot(rows: readonly PlaceRow[], words: Messages, title: string): Html {
  const values = rows.flatMap(({ observations }) =>
    observations.flatMap(({ quantity, baseline }) => [
      ...(quantity ? [quantity.value] : []),
      ...(baseline ? [baseline.value] : []),
    ]),
  );
  const ticks = ticksOver(values);
  const low = ticks[0] ?? 0;
  const high = ticks.at(-1) ?? 1;
  const x = (value: number) =>
    Math.round((left + ((value - low) / (high - low || 1)) * (width - left - right)) * 10) / 10;
  const height = top + rows.length * rowHeight + 6;
  return html`<svg class="plot" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img" aria-label="${title}">
${ticks.map((tick) => html`<g class="tick"><line x1="${x(tick)}" x2="${x(tick)}" y1="${top - 8}" y2="${height}"/><text x="${x(tick)}" y="${top - 14}">${showNumber(tick)}</text></g>`)}
${rows.map((row, index) => placeRow(row, top + (index + 0.5) * rowHeight, x, words))}</svg>`;
}

function placeRow(
  { place, observations, silent }: PlaceRow,
  y: number,
  x: (value: number) => number,
  words: Messages,
): Html {
  const dots = observations.map((observation) => {
    const { quantity, baseline } = observation;
    if (!quantity) return null;
    const year = yearOf(observation);
    const before =
      baseline &&
      html`<line class="way" x1="${x(baseline.value)}" x2="${x(quantity.value)}" y1="${y}" y2="${y}"/><circle class="from" cx="${x(baseline.value)}" cy="${y}" r="4"/>`;
    return html`${before}<circle class="to" cx="${x(quantity.value)}" cy="${y}" r="5"/>${year > 0 && html`<text class="year" x="${x(quantity.value)}" y="${y - 9}">${year}</text>`}`;
  });
  const gap = observations.length === 0 && silent.length > 0;
  return html`<g class="place"><text class="name" x="${left - 18}" y="${y}" dy="0.35em">${place.name}</text>${dots}${gap && html`<text class="gap" x="${left + 8}" y="${y}" dy="0.35em">${words.silent}</text>`}</g>
`;
}
