import type { z } from 'zod';
import type { Path } from './parse-source.ts';
import { schemaAt, standInFor } from './stand-in.ts';

/** What of a file has its shape, with stand-ins for the rest: good for finding more that is wrong. */
export type Salvaged<Shape> = {
  value: Shape;
  /** Whether a problem may come of what could not be read, and not of what the curator wrote. */
  isEcho: (at: Path, rule: string) => boolean;
  /** Where facts stand that may say something else than what was read. */
  doubts: readonly Path[];
};

/** A stand-in may bring up another fault, such as a list that is too short; more rounds bring nothing. */
const rounds = 4;

/** Fields that no rule reads: without them, a fact still says all that is checked. */
const wordings = new Set<PropertyKey>([
  'zh',
  'en',
  'title',
  'label',
  'name',
  'note',
  'reason',
  'level',
  'kind',
  'relation',
  'role',
]);

/** Rules by which the fields of one fact fit together. */
const rulesOfOneFact = new Set([
  'ambiguous-figure',
  'ambiguous-unit',
  'change-twice',
  'figure-not-in-quote',
  'figure-or-statement',
  'figure-without-unit',
  'grown-quote',
  'idle-waiver',
  'indicator-unit',
  'inherited-period',
  'link-without-note',
  'link-without-words',
  'noun-not-in-quote',
  'outcome-without-quote',
  'part-without-dimension',
  'per-head',
  'period-not-edtf',
  'period-not-in-quote',
  'qualifier-not-as-written',
  'statement-not-in-quote',
  'unit-not-as-written',
  'unit-not-in-head',
]);

/**
 * @param faults where something stands that no file may hold
 * @returns null where too little has its shape
 */
export function salvage<Shape>(
  shape: z.ZodType<Shape>,
  content: unknown,
  faults: readonly Path[],
): Salvaged<Shape> | null {
  const repaired: unknown = structuredClone(content);
  const unread = new Set<string>();
  const doubts = new Map<string, Path>();
  const doubt = (at: Path, lost: readonly PropertyKey[]) => {
    if (!lost.every((key) => wordings.has(key))) doubts.set(keyOf(at), at);
  };

  function mend(issue: z.core.$ZodIssue, nth: number): boolean {
    if (issue.code === 'unrecognized_keys') {
      const owner = valueAt(repaired, issue.path);
      for (const key of issue.keys) Reflect.deleteProperty(owner ?? {}, key);
      doubt(issue.path, issue.keys);
      return owner !== null;
    }
    const { schema, at } = schemaAt(shape, issue.path);
    const last = at.at(-1);
    const owner = valueAt(repaired, at.slice(0, -1));
    if (last === undefined || owner === null) return false;
    unread.add(keyOf(at));
    doubt(at.slice(0, -1), [last]);
    const before: unknown = Reflect.get(owner, last);
    const isLong = issue.code === 'too_big' && Array.isArray(before);
    const value = isLong ? before.slice(0, Number(issue.maximum)) : standInFor(schema, nth);
    return value === undefined
      ? Reflect.deleteProperty(owner, last)
      : Reflect.set(owner, last, value);
  }

  for (const at of faults) {
    unread.add(keyOf(at));
    doubt(at.slice(0, -1), at.slice(-1));
  }
  let mended = 0;
  for (let round = 0; round < rounds; round += 1) {
    const parsed = shape.safeParse(repaired);
    if (parsed.success) {
      const isEcho = (at: Path, rule: string) =>
        at.some((_key, depth) => unread.has(keyOf(at.slice(0, depth + 1)))) ||
        (rulesOfOneFact.has(rule) && [at, at.slice(0, -1)].some((each) => doubts.has(keyOf(each))));
      return { value: parsed.data, isEcho, doubts: [...doubts.values()] };
    }
    for (const issue of parsed.error.issues) if (!mend(issue, (mended += 2))) return null;
  }
  return null;
}

const keyOf = (at: Path) => JSON.stringify(at);

/** The object or list at a path; null where there is none. */
function valueAt(whole: unknown, at: Path): object | null {
  let value = whole;
  for (const key of at) {
    if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return null;
    value = Reflect.get(value, key);
  }
  return typeof value === 'object' ? value : null;
}
