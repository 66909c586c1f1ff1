import { placeTable, shortNamesOf } from './place-table.ts';
import type { PlaceTable, TablePlace } from './place-table.ts';

/** What tells the place of a text: each piece by itself, the surest first. */
export type PlaceWords = {
  /** Its title, and who published it. */
  readonly title: string;
  readonly publisher: string;
  /** Its first words, which name places to ask about. */
  readonly opening: string;
};

/** The place of a text, those that it may be, or nothing. */
export type FoundPlace =
  | { readonly found: 'ONE'; readonly place: TablePlace }
  | { readonly found: 'SEVERAL'; readonly places: readonly TablePlace[] }
  | { readonly found: 'NONE' };

const none: FoundPlace = { found: 'NONE' };

/**
 * The place that a text is about, by the names in its title or its publisher. A name that several places have is
 * settled by the places above it that either names as well, and else asked. What the text itself names may be any
 * other place, one to learn from or whose rule is carried out: such names are candidates to ask about, never an answer.
 */
export function findPlace({ title, publisher, opening }: PlaceWords): FoundPlace {
  const table = placeTable();
  const named = [title, publisher].map((words) => ({ words, names: namesIn(table, words) }));
  const beside = named.flatMap(({ names }) => names);
  for (const { words, names } of named) {
    const settled = withWordsBefore(table, settle(table, names, beside), words);
    if (settled.found !== 'NONE') return settled;
  }
  const places = oncePerCode(current(namesIn(table, opening).flat()));
  return places.length > 0 ? { found: 'SEVERAL', places } : none;
}

/** The place that a code or a name says; several where the name is not enough. */
export function placeOfWords(words: string): FoundPlace {
  const table = placeTable();
  const coded = /^\d{6}$/.test(words) ? table.byCode(words) : null;
  if (coded) return { found: 'ONE', place: coded };
  const names = namesIn(table, words);
  return withWordsBefore(table, settle(table, names, names), words);
}

const shortNamesAbove = (table: PlaceTable, place: TablePlace): string[] =>
  table.chainOf(place).slice(1).flatMap(shortNamesOf);

/** Of several places of a name the one before whose name a place above it is called by its short name: 南京鼓楼区. */
function withWordsBefore(table: PlaceTable, found: FoundPlace, words: string): FoundPlace {
  if (found.found !== 'SEVERAL') return found;
  const settled = found.places.filter((place) => {
    const above = shortNamesAbove(table, place);
    return above.some((short) => words.includes(`${short}${place.name}`));
  });
  const [only, ...others] = settled;
  if (!only) return found;
  return others.length === 0
    ? { found: 'ONE', place: only }
    : { found: 'SEVERAL', places: settled };
}

/** A name of two characters is one where no other word runs into it: 示范县 names no 范县. */
const shortest = 2;

/** The names of places in a stretch of words, from left to right, each the longest that begins there. */
function namesIn(table: PlaceTable, words: string): (readonly TablePlace[])[] {
  const names: (readonly TablePlace[])[] = [];
  let end = -1;
  for (let at = 0; at < words.length;) {
    const length = longestAt(table, words, at);
    const places = table.byName.get(words.slice(at, at + length));
    const before = words.slice(0, at);
    const isName =
      length > shortest ||
      at === end ||
      !/\p{Script=Han}$/u.test(before) ||
      places?.some(isBelow(table, before));
    if (places && isName && !runsIntoAnother(table, words, { at, length })) {
      names.push(places);
      end = at + length;
    }
    at = end > at ? end : at + 1;
  }
  return names;
}

/** Whether some words end in the short name of a place above one: 青岛 before 市南区. */
const isBelow =
  (table: PlaceTable, before: string) =>
  (place: TablePlace): boolean =>
    shortNamesAbove(table, place).some((name) => before.endsWith(name));

/** 青岛市南区 is 市南区 of 青岛, and 信阳新县 no 阳新县. */
function runsIntoAnother(
  table: PlaceTable,
  words: string,
  { at, length }: { at: number; length: number },
): boolean {
  for (let next = at + 1; next < at + length; next += 1) {
    const name = words.slice(next, next + longestAt(table, words, next));
    const isLonger = next + name.length > at + length - 1 && name !== '';
    const places = isLonger ? table.byName.get(name) : undefined;
    if (places?.some(isBelow(table, words.slice(0, next)))) return true;
  }
  return false;
}

function longestAt({ byName, longest }: PlaceTable, words: string, at: number): number {
  for (let length = Math.min(longest, words.length - at); length > 1; length -= 1) {
    if (byName.has(words.slice(at, at + length))) return length;
  }
  return 0;
}

/** Of the names that stand side by side the lowest place, such that the others lie above it. */
function settle(
  table: PlaceTable,
  names: readonly (readonly TablePlace[])[],
  beside: readonly (readonly TablePlace[])[],
): FoundPlace {
  const [first] = names;
  if (!first) return none;
  // 内蒙古自治区乌兰察布市兴和县: each name goes on from the one before it, as long as it lies within that.
  let lowest = first;
  for (const next of names.slice(1)) {
    const within = next.filter((place) =>
      lowest.some((above) => table.chainOf(place).slice(1).some(isSame(above))),
    );
    if (within.length > 0) lowest = within;
  }
  const candidates = oncePerCode(current(lowest));
  const [only, ...others] = candidates;
  if (only && others.length === 0) return { found: 'ONE', place: only };
  // Those that lie in another place that is named somewhere.
  const named = beside.filter((places) => !places.some((place) => candidates.some(isSame(place))));
  const settled = candidates.filter((place) =>
    named.some((places) =>
      places.some((above) => table.chainOf(place).slice(1).some(isSame(above))),
    ),
  );
  const [best, ...rest] = settled;
  if (best && rest.length === 0) return { found: 'ONE', place: best };
  return { found: 'SEVERAL', places: settled.length > 0 ? settled : candidates };
}

/** Those that are in force, where any is. */
function current(places: readonly TablePlace[]): readonly TablePlace[] {
  const now = places.filter(({ until }) => until === null);
  return now.length > 0 ? now : places;
}

const isSame =
  ({ code }: TablePlace) =>
  (other: TablePlace) =>
    other.code === code;

const oncePerCode = (places: readonly TablePlace[]) => [
  ...new Map(places.map((place) => [place.code, place])).values(),
];

/** `150924 内蒙古自治区 › 乌兰察布市 › 兴和县` */
export const describePlace = (place: TablePlace): string =>
  `${place.code} ${placeTable()
    .chainOf(place)
    .toReversed()
    .map(({ name }) => name)
    .join(' › ')}`;
