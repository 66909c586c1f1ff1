import { setImmediate } from 'node:timers/promises';
import type { TableRow } from './rows.ts';

/** After about so many characters of rows, which take a millisecond or two to write, others have their turn. */
const characters = 50_000;

/** What a cell counts that is no text. */
const ofOthers = 8;

/**
 * Has the event loop turn now and then while rows are written: their pages and their reader may always
 * be ready at once, and nothing else would be done for as long as the table is.
 */
export function createGivingWay(): (row: TableRow) => Promise<void> | null {
  let since = 0;
  return (row) => {
    for (const cell of Object.values(row)) {
      since += typeof cell === 'string' ? cell.length : ofOthers;
    }
    if (since < characters) return null;
    since = 0;
    return setImmediate();
  };
}
