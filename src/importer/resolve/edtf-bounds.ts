import { parse } from 'edtf';
import type { Parsed } from 'edtf';
import { LRUCache } from 'lru-cache';

/** What an EDTF text tells of when a time begins and ends; null is what it does not tell. */
export type DateBounds = {
  /** Its first and last day, as YYYY-MM-DD. */
  start: string | null;
  end: string | null;
  /** The year in which it ends. */
  year: number | null;
  /** Whether its end is left open, so that it has no year of its own. */
  isOpen: boolean;
};

type Day = readonly [year: number, month: number, day: number];

/** The same while it is worked out: the first and last day, and the years of both. */
type DateStretch = {
  first: Day | null;
  last: Day | null;
  begins: number | null;
  ends: number | null;
  /** Before which day it cannot begin and behind which it cannot end, whatever is not told. */
  earliest: Day | null;
  latest: Day | null;
};

/**
 * The bounds of an EDTF text of level 0 to 2 (ISO 8601-2). A digit X, a season of no fixed days, one
 * of several dates and a year of which only some digits count say nothing of a day; `?`, `~` and `%`
 * say only how sure it is. Days outside the years 0 to 9999 cannot be written and are null.
 * @returns null for what is no EDTF, or ends before it begins, however its vague ends are read
 */
export function boundsOf(text: string): DateBounds | null {
  const read = recent.get(text) ?? { bounds: readBounds(text) };
  recent.set(text, read);
  return read.bounds;
}

/** The facts of a report tell of few times, many times each, and to parse one takes a third of a millisecond. */
const recent = new LRUCache<string, { bounds: DateBounds | null }>({ max: 1000 });

function readBounds(text: string): DateBounds | null {
  const parsed = parsedOf(text);
  const stretch = parsed && stretchOf(parsed);
  if (!stretch) return null;
  const { first, last, ends } = stretch;
  const isOpen = parsed.later === true || (parsed.type === 'Interval' && !isTold(parsed.values[1]));
  return { start: written(first), end: written(last), year: yearIn(ends), isOpen };
}

function parsedOf(text: string): Parsed | null {
  try {
    return parse(text);
  } catch {
    return null;
  }
}

const written = (day: Day | null): string | null =>
  day && day[0] >= 0 && day[0] <= 9999
    ? day.map((part, index) => String(part).padStart(index === 0 ? 4 : 2, '0')).join('-')
    : null;

const yearIn = (year: number | null) => (year !== null && Math.abs(year) <= 9999 ? year : null);

const unknown: DateStretch = {
  first: null,
  last: null,
  begins: null,
  ends: null,
  earliest: null,
  latest: null,
};

function stretchOf(parsed: Parsed): DateStretch | null {
  const [first = 0, second] = parsed.values as readonly number[];
  switch (parsed.type) {
    case 'Interval':
      return intervalOf(parsed.values);
    case 'Set':
    case 'List':
      return severalOf(parsed);
    case 'Season':
      return seasonOf(first, second ?? 0);
    case 'Year':
      return parsed.significant === undefined ? years(first, first) : unknown;
    case 'Decade':
      return years(first * 10, first * 10 + 9);
    case 'Century':
      return years(first * 100, first * 100 + 99);
    default:
      return dateOf(parsed);
  }
}

function between(first: Day, last: Day): DateStretch {
  return { first, last, begins: first[0], ends: last[0], earliest: first, latest: last };
}

const years = (from: number, to: number): DateStretch =>
  // Before the year 0 the digits of decades and centuries count the other way.
  from >= 0 || from === to ? between([from, 1, 1], [to, 12, 31]) : unknown;

const months = (year: number, from: number, to: number): DateStretch =>
  between([year, from, 1], [year, to, daysIn(year, to)]);

/** The bits of the four digits of a year. */
const yearBits = 0b1111;

function dateOf({ values, unspecified = 0 }: Parsed): DateStretch | null {
  const [year = 0, month, day] = values as readonly number[];
  if (unspecified !== 0) {
    const told = (unspecified & yearBits) === 0 ? year : null;
    return { ...unknown, begins: told, ends: told, ...vagueEnds([year, month, day], unspecified) };
  }
  if (month === undefined) return years(year, year);
  if (day === undefined) return months(year, month + 1, month + 1);
  const date: Day = [year, month + 1, day];
  return day <= daysIn(year, month + 1) ? between(date, date) : null;
}

/** The days between which a date lies that holds an X: at the least its first reading, at the most its last. */
function vagueEnds(
  [year, month, day]: readonly [number, number | undefined, number | undefined],
  unspecified: number,
): Pick<DateStretch, 'earliest' | 'latest'> {
  const [least, most] = readings(Math.abs(year), 4, unspecified);
  const [firstYear, lastYear] = year < 0 ? [-most, -least] : [least, most];
  const [firstMonth, lastMonth] =
    month === undefined ? [1, 12] : readings(month + 1, 2, unspecified >> 4);
  const [firstDay, lastDay] = day === undefined ? [1, 31] : readings(day, 2, unspecified >> 6);
  const end = Math.min(12, lastMonth);
  return {
    earliest: [firstYear, Math.max(1, firstMonth), Math.max(1, firstDay)],
    latest: [lastYear, end, Math.min(daysIn(lastYear, end), lastDay)],
  };
}

/** The least and the greatest number that digits may be of which some are X; the lowest bit is the first. */
function readings(value: number, width: number, bits: number): readonly [number, number] {
  const digits = Array.from(String(value).padStart(width, '0'));
  const filled = (digit: string) =>
    Number(digits.map((known, index) => ((bits >> index) & 1 ? digit : known)).join(''));
  return [filled('0'), filled('9')];
}

/** Quarters, quadrimesters and semesters, by the first and the last of their months. */
const parts: Readonly<Record<number, readonly [number, number]>> = {
  33: [1, 3],
  34: [4, 6],
  35: [7, 9],
  36: [10, 12],
  37: [1, 4],
  38: [5, 8],
  39: [9, 12],
  40: [1, 6],
  41: [7, 12],
};

/** Winters, and the summer of the south, which may begin in one year and end in the next. */
const acrossYears = new Set([24, 28, 30]);

/** Seasons have no first day that all agree on. */
function seasonOf(year: number, season: number): DateStretch {
  const [from, to] = parts[season] ?? [];
  if (from !== undefined && to !== undefined) return months(year, from, to);
  return acrossYears.has(season) ? unknown : { ...unknown, begins: year, ends: year };
}

/** An end that is open is a number without an end, one that is not known is null. */
const isTold = (end: unknown): end is Parsed => typeof end === 'object' && end !== null;

function intervalOf([lower, upper]: readonly unknown[]): DateStretch | null {
  const from = isTold(lower) ? stretchOf(lower) : unknown;
  const to = isTold(upper) ? stretchOf(upper) : unknown;
  if (!from || !to) return null;
  const { first, begins, earliest } = from;
  const { last, ends, latest } = to;
  // Of ends that are known whole these are the ends themselves.
  const isBackward = earliest && latest && compareDays(earliest, latest) > 0;
  return isBackward ? null : { first, last, begins, ends, earliest, latest };
}

/** All of several dates reach from the first to the last of them; of one of several little is known. */
function severalOf({ type, values, earlier, later }: Parsed): DateStretch | null {
  const stretches: DateStretch[] = [];
  for (const value of values as readonly (Parsed | readonly Parsed[])[]) {
    const dates = isSingle(value) ? [value] : value;
    const whole = intervalOf([dates.at(0), dates.at(-1)]);
    if (!whole) return null;
    for (const date of dates) stretches.push(stretchOf(date) ?? unknown);
  }
  const pick = type === 'Set' ? theSame : extreme;
  const isCut = type === 'Set' && (earlier === true || later === true);
  const hasFirst = !isCut && earlier !== true;
  const hasLast = !isCut && later !== true;
  return {
    ...unknown,
    first: hasFirst ? pick(partsOf(stretches, 'first'), compareDays, -1) : null,
    last: hasLast ? pick(partsOf(stretches, 'last'), compareDays, 1) : null,
    begins: hasFirst ? pick(partsOf(stretches, 'begins'), compare, -1) : null,
    ends: hasLast ? pick(partsOf(stretches, 'ends'), compare, 1) : null,
  };
}

const isSingle = (value: Parsed | readonly Parsed[]): value is Parsed => !Array.isArray(value);

const partsOf = <Part extends keyof DateStretch>(stretches: readonly DateStretch[], part: Part) =>
  stretches.map((stretch) => stretch[part]);

/** What all are; null where they differ or one is not known. */
function theSame<Item>(items: readonly (Item | null)[], order: Compare<Item>): Item | null {
  const [first = null] = items;
  if (first === null) return null;
  return items.every((item) => item !== null && order(item, first) === 0) ? first : null;
}

/** The least or the greatest; null where one is not known. */
function extreme<Item>(
  items: readonly (Item | null)[],
  order: Compare<Item>,
  sign: 1 | -1,
): Item | null {
  let found: Item | null = null;
  for (const item of items) {
    if (item === null) return null;
    if (found === null || sign * order(item, found) > 0) found = item;
  }
  return found;
}

type Compare<Item> = (a: Item, b: Item) => number;

const compare: Compare<number> = (a, b) => a - b;

const compareDays: Compare<Day> = ([y1, m1, d1], [y2, m2, d2]) => y1 - y2 || m1 - m2 || d1 - d2;

const daysIn = (year: number, month: number): number => {
  if (month !== 2) return [4, 6, 9, 11].includes(month) ? 30 : 31;
  return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
};
