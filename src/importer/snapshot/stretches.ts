import { firstNumber, numbersBetween, numbersOfAll, numbersOfUnit } from '../../db/entry-number.ts';
import type { ConvertedPiece } from '../convert/convert-report.ts';
import { numberedInReport } from '../rows/text-order.ts';

/** A stretch of numbers: the number before its first, and how many it has. */
export type Stretch = { place: number; numbers: number };

/** Where the stretch of a report is to begin, and the number that it must not reach. */
export type Room = { place: number; end: number };

/** How many numbers the rows of a report take. */
export const numbersOf = ({
  counts,
  entries,
}: Pick<ConvertedPiece, 'counts' | 'entries'>): number =>
  Math.max(entries.length, ...numberedInReport.map((name) => counts[name] ?? 0));

const unitAt = (number: number) => number - (number % numbersOfUnit);

/** Where the first unit begins that is free after a stretch. */
const unitAfter = ({ place, numbers }: Stretch) => unitAt(place + numbers) + numbersOfUnit;

/** By what reports follow each other in the order of the text: as their codes do when one begins with another. */
export const inTextOrder = (one: string, other: string): number =>
  `${one}/` < `${other}/` ? -1 : 1;

/**
 * Room for the reports that have no stretch yet: evenly between those that have one. Null where there is
 * none left between two.
 * @param codes of all reports, in the order of the text
 */
export function findRoom(
  codes: readonly string[],
  taken: ReadonlyMap<string, Stretch>,
): Map<string, Room> | null {
  const rooms = new Map<string, Room>();
  const between = Math.min(numbersBetween, (numbersOfAll - firstNumber) / (codes.length + 1));
  let low = firstNumber;
  let waiting: string[] = [];
  const settle = (end: number) => {
    const step = end === numbersOfAll ? between : (end - low) / (waiting.length + 1);
    if (waiting.length > 0 && step < numbersOfUnit) return false;
    waiting.forEach((code, index) =>
      rooms.set(code, { place: unitAt(Math.floor(low + step * (index + 1))), end }),
    );
    waiting = [];
    return true;
  };
  for (const code of codes) {
    const own = taken.get(code);
    if (!own) {
      waiting.push(code);
      continue;
    }
    if (!settle(own.place)) return null;
    low = unitAfter(own);
  }
  return settle(numbersOfAll) ? rooms : null;
}

/** There are not enough numbers between two reports: all have to be given anew. */
export class NoRoomError extends Error {}

/**
 * Gives one report after the other its stretch, in the order of the text: where it is to begin, or behind
 * the one before, which may be larger than was thought.
 */
export function stretchGiver(rooms: ReadonlyMap<string, Room>) {
  let low = 0;
  /** @throws NoRoomError where it does not fit before the next report */
  return (code: string, numbers: number): Stretch => {
    const { place = low, end = numbersOfAll } = rooms.get(code) ?? {};
    const given = { place: Math.max(place, low), numbers };
    if (given.place + numbers >= end) throw new NoRoomError(code);
    low = unitAfter(given);
    return given;
  };
}
