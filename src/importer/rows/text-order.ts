import type { Rows } from './rows.ts';

/** The tables whose rows have a place in the text. */
type Placed = {
  [Name in keyof Rows]: Rows[Name][number] extends { textOrder: string } ? Name : never;
}[keyof Rows];

/** Those whose rows stand at a place of their own; a check stands where its first figure does. */
const placed: Readonly<Record<Exclude<Placed, 'checks'>, true>> = {
  sections: true,
  documents: true,
  honours: true,
  measures: true,
  outcomes: true,
  links: true,
  targets: true,
  problems: true,
  numerals: true,
  uncoveredClauses: true,
};

/**
 * Tells apart the rows of a table that begin at the same place of a report: the first by its code
 * keeps the bare place, and each of the others has its code behind it. So no two rows of a table
 * have the same order, and they follow each other by place and code.
 */
export function distinguishPlaces(rows: Rows): void {
  for (const table of Object.keys(placed) as (keyof typeof placed)[]) {
    const all: readonly { code: string; textOrder: string }[] = rows[table];
    for (const [place, several] of Map.groupBy(all, ({ textOrder }) => textOrder)) {
      const [, ...others] = several.toSorted((one, other) => (one.code < other.code ? -1 : 1));
      for (const row of others) row.textOrder = orderOfCode(place, row.code);
    }
  }
}

/** The order of what stands at a place with others: behind the place, by its own code in the report. */
export const orderOfCode = (place: string, code: string): string =>
  `${place}/${code.slice(code.indexOf('/') + 1)}`;
