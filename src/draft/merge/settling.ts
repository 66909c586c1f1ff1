import type { Document } from 'yaml';
import type { WrittenFacts } from '../facts/written.ts';
import { codesIn, describe, inShort, isPlain, keyOf, kindOf, plainAt } from './merge-facts.ts';
import type { MergeConflict, Path, Plain } from './merge-facts.ts';

/** Merged facts on the way to what the importer takes. */
export type Settling = {
  readonly document: Document;
  readonly conflicts: MergeConflict[];
  /** Every item of the person's file and of the new draft, by its kind and its code. */
  readonly mine: ReadonlySet<string>;
  readonly now: ReadonlyMap<string, Plain>;
  readonly facts: WrittenFacts;
  /** How often an item was given in already. */
  readonly tried: Map<string, number>;
  /** Waivers whose words the text has no more. */
  readonly idle: { readonly words: string; readonly waiver: Plain }[];
  /** Places that go at the end of a round. */
  readonly doomed: Path[];
};

export function startSettling(document: Document, mine: object, facts: WrittenFacts): Settling {
  return {
    document,
    conflicts: [],
    mine: codesIn(mine),
    now: itemsIn(JSON.parse(JSON.stringify(facts))),
    facts,
    tried: new Map(),
    idle: [],
    doomed: [],
  };
}

/** All items of facts by kind and code. */
function itemsIn(facts: unknown, name = '', found = new Map<string, Plain>()): Map<string, Plain> {
  if (Array.isArray(facts)) {
    for (const item of facts) {
      const key = keyOf(name, item);
      if (key !== null && isPlain(item)) found.set(`${kindOf(name)} ${key}`, item);
      itemsIn(item, '', found);
    }
  } else if (isPlain(facts)) {
    for (const [field, value] of Object.entries(facts)) itemsIn(value, field, found);
  }
  return found;
}

/** An item of facts: where it stands, by what it is known, and the field of it that a longer path leads into. */
export type FoundItem = {
  readonly at: Path;
  readonly list: string;
  readonly key: string;
  readonly field: string | null;
};

/** The innermost item with a key on the way to a place; null where none is. */
export function itemAt(document: Document, at: Path): FoundItem | null {
  let found: FoundItem | null = null;
  for (let depth = 2; depth <= at.length; depth += 1) {
    const [list, place] = [at[depth - 2], at[depth - 1]];
    if (typeof list !== 'string' || typeof place !== 'number') continue;
    const key = keyOf(list, plainAt(document, at.slice(0, depth)));
    if (key === null) continue;
    const field = at[depth];
    found = {
      at: at.slice(0, depth),
      list,
      key: `${kindOf(list)} ${key}`,
      field: typeof field === 'string' ? field : null,
    };
  }
  return found;
}

/** Where an item stands; null where it stands nowhere. */
export function pathOf(facts: unknown, wanted: string, at: Path = [], list = ''): Path | null {
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(facts)
    ? [...facts.entries()]
    : isPlain(facts)
      ? Object.entries(facts)
      : [];
  for (const [place, value] of entries) {
    const path = [...at, place];
    if (typeof place === 'number' && `${kindOf(list)} ${keyOf(list, value) ?? ''}` === wanted)
      return path;
    const inside = pathOf(value, wanted, path, typeof place === 'string' ? place : '');
    if (inside) return inside;
  }
  return null;
}

/** Tells what is taken from the person's file, whole, so that nothing is lost. */
export function tellTaken({ document, conflicts }: Settling, at: Path, why: string): void {
  const taken = inShort(plainAt(document, at), Number.POSITIVE_INFINITY);
  conflicts.push({ at: describe(document, at), why: `${why}; it was: ${taken}` });
}

/** Takes away what is doomed, the last first, so that no place moves before its turn. */
export function takeAway({ document, doomed }: Settling): void {
  const paths = new Map(doomed.map((path) => [path.join('/'), path]));
  const outer = [...paths.values()].filter(
    (path) => !path.some((_, depth) => depth > 0 && paths.has(path.slice(0, depth).join('/'))),
  );
  for (const path of outer.toSorted(lastFirst)) {
    document.deleteIn(path);
    // A list that holds nothing is none.
    const list = path.slice(0, -1);
    if (Array.isArray(plainAt(document, list)) && (plainAt(document, list) as []).length === 0) {
      if (list.at(-1) !== 'sections') document.deleteIn(list);
    }
  }
  doomed.length = 0;
}

function lastFirst(one: Path, other: Path): number {
  for (let depth = 0; depth < Math.min(one.length, other.length); depth += 1) {
    const [a, b] = [one[depth], other[depth]];
    if (a === b) continue;
    return typeof a === 'number' && typeof b === 'number' ? b - a : String(a) < String(b) ? 1 : -1;
  }
  return other.length - one.length;
}
