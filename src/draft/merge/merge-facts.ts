import { isDeepStrictEqual } from 'node:util';
import { isMap, isSeq, parseDocument } from 'yaml';
import type { Document, YAMLSeq } from 'yaml';
import { layOut, textOf } from '../facts/yaml/facts-document.ts';

/** A place of the facts that a person and a new draft say differently; the person's word stands. */
export type MergeConflict = { readonly at: string; readonly why: string };

export type MergedFacts = { readonly text: string; readonly conflicts: readonly MergeConflict[] };

export type Plain = Readonly<Record<string, unknown>>;
export type Path = readonly (string | number)[];

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Lists whose items are known by a field of theirs. */
const keyed: Readonly<Record<string, string>> = {
  waivers: 'quote',
  clauseWaivers: 'quote',
  parts: 'part',
};

/** By what the items of a list are told apart; null for lists that are one value. */
export function keyOf(name: string, item: unknown): string | null {
  if (!isPlain(item)) return null;
  if (typeof item['code'] === 'string') return item['code'];
  const field = keyed[name];
  return field === undefined || item[field] === undefined ? null : JSON.stringify(item[field]);
}

/**
 * Merges three ways, item by item and field by field: what a new draft says otherwise than the last one is taken
 * over where a person has left it as it was; whatever a person changed, added or deleted is kept. Comments and
 * order of the person's file stay.
 * @param before what the last draft wrote
 * @param mine the text of the facts as they stand
 * @param now what the new draft would write, with the codes of the last one
 */
export function mergeFacts(before: object, mine: string, now: object): MergedFacts {
  const document = parseDocument(mine);
  const conflicts: MergeConflict[] = [];
  const merge: Merging = { document, conflicts, codes: codesIn(document.toJS()) };
  mergeMap(merge, [], { before: plainOf(before), now: plainOf(now) });
  return { text: textOf(document), conflicts };
}

/** As it comes out of YAML: without what is undefined. */
const plainOf = (value: object) => JSON.parse(JSON.stringify(value)) as Plain;

type Merging = {
  readonly document: Document;
  readonly conflicts: MergeConflict[];
  /** Every code of the person's file, by the name of its list. */
  readonly codes: ReadonlySet<string>;
};

export function codesIn(facts: unknown, name = ''): Set<string> {
  const codes = new Set<string>();
  if (Array.isArray(facts)) {
    for (const item of facts) {
      const key = keyOf(name, item);
      if (key !== null) codes.add(`${kindOf(name)} ${key}`);
      for (const inner of codesIn(item)) codes.add(inner);
    }
  } else if (isPlain(facts)) {
    for (const [field, value] of Object.entries(facts)) {
      for (const inner of codesIn(value, field)) codes.add(inner);
    }
  }
  return codes;
}

/** Parts are outcomes, wherever they stand. */
export const kindOf = (name: string) => (name === 'parts' ? 'outcomes' : name);

type Sides = { readonly before: Plain; readonly now: Plain };

function mergeMap(merging: Merging, at: Path, { before, now }: Sides): void {
  for (const field of new Set([...Object.keys(before), ...Object.keys(now)])) {
    const sides = { before: before[field], now: now[field] };
    if (!isDeepStrictEqual(sides.before, sides.now)) mergeField(merging, [...at, field], sides);
  }
}

type Values = { readonly before: unknown; readonly now: unknown };

function mergeField(merging: Merging, at: Path, { before, now }: Values): void {
  const { document, conflicts } = merging;
  const mine = plainAt(document, at);
  const name = String(at.at(-1));
  const isList = [before ?? [], now ?? [], mine ?? []].every((each) => isKeyedList(name, each));
  if (isDeepStrictEqual(mine, now)) return;
  if (isList && mine !== undefined) {
    mergeList(merging, at, { before: (before ?? []) as Plain[], now: (now ?? []) as Plain[] });
  } else if (isPlain(mine) && isPlain(before) && isPlain(now))
    mergeMap(merging, at, { before, now });
  else if (isDeepStrictEqual(mine, before)) put(document, at, now);
  else
    conflicts.push({
      at: describe(document, at),
      why: `you and the new draft both changed it; yours is kept (the new draft: ${inShort(now)})`,
    });
}

/** What a draft says, to be told in a line. */
export const inShort = (value: unknown, most = 300): string =>
  (JSON.stringify(value) ?? 'nothing').slice(0, most);

export const isKeyedList = (name: string, list: unknown): boolean =>
  Array.isArray(list) && list.every((item) => keyOf(name, item) !== null);

function mergeList(merging: Merging, at: Path, sides: { before: Plain[]; now: Plain[] }): void {
  const { document, conflicts, codes } = merging;
  const name = String(at.at(-1));
  const byKey = (list: readonly Plain[]) => new Map(list.map((item) => [keyOf(name, item), item]));
  const [before, now] = [byKey(sides.before), byKey(sides.now)];
  const placeOf = (key: string | null) => {
    const list = plainAt(document, at);
    return Array.isArray(list) ? list.findIndex((item) => keyOf(name, item) === key) : -1;
  };
  const tell = (key: string | null, why: string) =>
    conflicts.push({ at: [describe(document, at), key ?? ''].join('.'), why });
  for (const [key, item] of now) {
    const [old, place] = [before.get(key), placeOf(key)];
    if (place >= 0) mergeMap(merging, [...at, place], { before: old ?? {}, now: item });
    else if (old === undefined && !codes.has(`${kindOf(name)} ${key ?? ''}`)) {
      insert(document, at, item, { name, after: previous(sides.now, item), placeOf });
    } else if (old && !isDeepStrictEqual(old, item)) {
      tell(
        key,
        `you moved or deleted it, and the new draft says otherwise than the last: ${inShort(item)}`,
      );
    }
  }
  for (const [key, item] of before) {
    const place = now.has(key) ? -1 : placeOf(key);
    if (place < 0) continue;
    if (isDeepStrictEqual(plainAt(document, [...at, place]), item))
      document.deleteIn([...at, place]);
    else tell(key, 'the new draft does not find it any more; you changed it, so it is kept');
  }
}

const previous = (list: readonly Plain[], item: Plain): Plain | undefined =>
  list[list.indexOf(item) - 1];

type Inserting = {
  readonly name: string;
  readonly after: Plain | undefined;
  readonly placeOf: (key: string | null) => number;
};

/** Adds an item behind the one that stands before it in the draft, or at the end. */
function insert(
  document: Document,
  at: Path,
  item: Plain,
  { name, after, placeOf }: Inserting,
): void {
  const list = document.getIn(at, true) as YAMLSeq;
  const node = layOutItem(document, name, item);
  const place = after ? placeOf(keyOf(name, after)) : -1;
  list.items.splice(place < 0 ? (after ? list.items.length : 0) : place + 1, 0, node);
}

/** An item of a list as it is written in the file. */
export function layOutItem(document: Document, name: string, item: object) {
  const node = document.createNode(item);
  layOut(node, `${name} item`);
  return node;
}

export function put(document: Document, at: Path, value: unknown): void {
  if (value === undefined) {
    document.deleteIn(at);
    return;
  }
  const node = document.createNode(value);
  layOut(node, String(at.at(-1)));
  document.setIn(at, node);
}

export function plainAt(document: Document, at: Path): unknown {
  const node = document.getIn(at, true) as { toJS?: (document: Document) => unknown } | undefined;
  return node?.toJS?.(document);
}

/** A place by codes where there are any: `sections.s-03.measures.m-03-1.title`. */
export function describe(document: Document, at: Path): string {
  return at
    .map((key, depth) => {
      if (typeof key === 'string') return key;
      const node = document.getIn(at.slice(0, depth + 1), true);
      const code = isMap(node) ? node.get('code') : undefined;
      return typeof code === 'string' ? code : String(key);
    })
    .join('.');
}

/** Why a text is no facts that can be merged, to stand behind its name; null where it can be. */
export function whyUnmergeable(text: string): string | null {
  const document = parseDocument(text);
  const [error] = document.errors;
  if (error) {
    const [place] = error.linePos ?? [];
    const [what = ''] = error.message.split('\n');
    return `is no YAML that can be read${place ? ` (line ${place.line})` : ''}: ${what}`;
  }
  if (document.contents === null) return 'is empty';
  const sections = isMap(document.contents) ? document.contents.get('sections') : null;
  const hasHead = isMap(document.contents) && isMap(document.contents.get('report'));
  return hasHead && isSeq(sections) && sections.items.length > 0
    ? null
    : 'holds no report with sections any more';
}
