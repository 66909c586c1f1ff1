import { aCursor, aPage } from '../address/parts.ts';
import type { ReadAddress } from '../address/parts.ts';
import { leftOut, reasons } from '../address/left-out.ts';
import type { LeftOut } from '../address/left-out.ts';
import { Unanswered } from '../ask-all.ts';

/**
 * Which page of a list an address asks for: after or before a cursor, and its number, for readers; null
 * where the address does not tell it.
 */
export type Window = { after: string | null; before: string | null; page: number | null };

/** How many hits or reports a page shows. */
export const pageSize = 20;

export const firstPage: Window = { after: null, before: null, page: 1 };

/** The parts of an address that say which page of a list it asks for. */
export const windowParts = { after: aCursor, before: aCursor, page: aPage };

/** The window that an address asks for. */
export function windowIn({ values }: Pick<ReadAddress<typeof windowParts>, 'values'>): {
  window: Window;
  leftOut: readonly LeftOut[];
} {
  const { after = null, before = null, page } = values;
  const told: LeftOut[] = [];
  if (after !== null && before !== null) told.push(leftOut('before', before, reasons.bothEnds));
  if (after === null && before === null) {
    if (page !== undefined && page !== '1') told.push(leftOut('page', page, reasons.pageAlone));
    return { window: firstPage, leftOut: told };
  }
  const number = page === undefined || page === '1' ? null : Number(page);
  return { window: { after, before: after === null ? before : null, page: number }, leftOut: told };
}

/** The same as an address writes it. */
export const windowQuery = ({ after, before, page }: Window): Record<string, string> => ({
  ...(after !== null && { after }),
  ...(before !== null && { before }),
  ...(page !== null && page > 1 && { page: String(page) }),
});

/** The same as the API's arguments. */
export const windowArguments = ({ after, before }: Window) => ({
  first: before === null ? pageSize : null,
  after,
  last: before === null ? null : pageSize,
  before,
});

type Windowed<Answer> = { answer: Answer; window: Window; leftOut: readonly LeftOut[] };

/**
 * Asks for a page of a list, and for its first page where the cursor is none of this list or where the
 * number goes beyond its end.
 * @param countOf how many rows the list has
 */
export async function askWindow<Answer>(
  window: Window,
  ask: (window: Window) => Promise<Answer>,
  countOf: (answer: Answer) => number,
): Promise<Windowed<Answer>> {
  const cursor = window.after ?? window.before;
  try {
    const answer = await ask(window);
    const pages = Math.max(1, Math.ceil(countOf(answer) / pageSize));
    if (window.page === null || window.page <= pages) return { answer, window, leftOut: [] };
    const told = [leftOut('page', String(window.page), reasons.beyond, [String(pages)])];
    return { answer, window: { ...window, page: null }, leftOut: told };
  } catch (error) {
    if (cursor === null || !(error instanceof Unanswered) || error.status >= 422) throw error;
    const name = window.after === null ? 'before' : 'after';
    const answer = await ask(firstPage);
    return { answer, window: firstPage, leftOut: [leftOut(name, cursor, reasons.cursor)] };
  }
}
