import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { showNumber } from '../reading/figure.ts';
import type { Observation } from './compare-data.ts';
import { isDoubtful, isOfPartOrMore, yearOf } from './places.ts';
import type { PlaceRow } from './places.ts';

/** What all panels of a picture share, so that they can be held against each other. */
export type Scale = { years: readonly number[]; ticks: readonly number[]; silent: string };

/** How large a panel is drawn, in pixels. */
export const panelSize = { width: 220, height: 130 } as const;

const room = { left: 34, right: 14, top: 34, bottom: 20 } as const;

/** Of more years only the first and the last are written. */
const writtenYears = 6;

/** So many have room beside each other on a narrow page. */
const narrowYears = 4;

/**
 * One place over the years: a line from whole year to whole year. What is of another time stands as a
 * square and is not joined, what does not follow has a ring, and what a report says it was before is hollow.
 */
export function panel({ place, observations, silent }: PlaceRow, scale: Scale, at: Html): Html {
  const { years, ticks } = scale;
  const { width, height } = panelSize;
  const [low = 0, high = 1] = [ticks[0], ticks.at(-1)];
  const step = (width - room.left - room.right) / Math.max(years.length, 1);
  const x = (year: number) => round(room.left + (years.indexOf(year) + 0.5) * step);
  const y = (value: number) =>
    round(
      height -
        room.bottom -
        ((value - low) / (high - low || 1)) * (height - room.top - room.bottom),
    );
  const told = observations.filter(({ quantity }) => quantity);
  const placing = { x, y, step };
  const gaps = silent.filter((year) => year !== null && !told.some((row) => yearOf(row) === year));
  return html`<svg class="panel" viewBox="0 0 ${width} ${height}" ${at}role="img" aria-label="${place.name}: ${told.map(labelOf).join('; ') || scale.silent}">
<text class="name" x="4" y="13">${place.name}</text>
${ticks.map((tick) => html`<line class="tick" x1="${room.left}" x2="${width}" y1="${y(tick)}" y2="${y(tick)}"/>`)}${[low, high].map((tick) => html`<text class="scale" x="${room.left - 4}" y="${y(tick) + 3}">${showNumber(tick)}</text>`)}
${years.filter(isWritten).map((year, nth, all) => html`<text class="year${isBetween(nth, all) && ' between'}" x="${x(year)}" y="${height - 6}">${year}</text>`)}
${gaps.map((year) => html`<text class="gap" x="${x(year ?? 0)}" y="${height - room.bottom - 4}">—</text>`)}${lineOf(told, placing, years)}${told.map((row) => pointOf(row, placing))}</svg>`;
}

const labelOf = (row: Observation) =>
  `${yearOf(row) || ''} ${row.quantity ? showNumber(row.quantity.value) : ''}`.trim();

const isWritten = (_year: number, index: number, all: readonly number[]) =>
  all.length <= writtenYears || index === 0 || index === all.length - 1;

/** On a narrow page panels are small, and every second year is left unwritten. */
const isBetween = (nth: number, all: readonly number[]) =>
  all.length > narrowYears && nth % 2 === 1 && nth < all.length - 1;

type Placing = { x: (year: number) => number; y: (value: number) => number; step: number };

/** From whole year to the next; where a year between them is silent the line is broken. */
function lineOf(
  told: readonly Observation[],
  { x, y }: Placing,
  years: readonly number[],
): Content {
  const ofYears = Map.groupBy(
    told.filter((row) => !isOfPartOrMore(row)),
    yearOf,
  );
  return years.slice(1).map((year, index) => {
    const [before, after] = [years[index] ?? 0, year].map((one) => ofYears.get(one)?.[0]);
    if (!before?.quantity || !after?.quantity) return null;
    const from = { x: x(yearOf(before)), y: y(before.quantity.value) };
    const to = { x: x(year), y: y(after.quantity.value) };
    return html`<line class="line" x1="${from.x}" y1="${from.y}" x2="${to.x}" y2="${to.y}"/>`;
  });
}

function pointOf(row: Observation, { x, y, step }: Placing): Content {
  const { quantity, baseline } = row;
  if (!quantity) return null;
  const at = { x: x(yearOf(row)), y: y(quantity.value) };
  const from = baseline && { x: round(at.x - step * 0.4), y: y(baseline.value) };
  return html`${from && html`<line class="way" x1="${from.x}" x2="${at.x}" y1="${from.y}" y2="${at.y}"/><circle class="from" cx="${from.x}" cy="${from.y}" r="3"/>`}${
    isOfPartOrMore(row)
      ? html`<rect class="to" x="${round(at.x - 3.5)}" y="${round(at.y - 3.5)}" width="7" height="7"/>`
      : html`<circle class="to" cx="${at.x}" cy="${at.y}" r="3.5"/>`
  }${isDoubtful(row) && html`<circle class="doubt" cx="${at.x}" cy="${at.y}" r="7"/>`}<text class="value" x="${at.x}" y="${round(at.y - 9)}">${showNumber(quantity.value)}</text>`;
}

const round = (value: number) => Math.round(value * 10) / 10;
