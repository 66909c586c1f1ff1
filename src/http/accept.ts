import { readWeighted } from './weighted-list.ts';
import type { Weighted } from './weighted-list.ts';

/** The media types of a JSON answer, the one that is taken where both are liked as well first. */
const jsonTypes = ['application/json', 'application/graphql-response+json'] as const;

export type JsonType = (typeof jsonTypes)[number];

/** What stands of a range’s parameters: all that is sent here is in UTF-8. */
const always = 'charset=utf-8';

/** How closely a range names a media type; 0 where it does not. */
function precisionOf({ name, parameters }: Weighted, type: string): number {
  if (parameters.some((stated) => stated !== always)) return 0;
  if (name === type) return 3 + parameters.length;
  if (name === '*/*' || name === '*') return 1;
  return name.endsWith('/*') && type.startsWith(name.slice(0, -1)) ? 2 : 0;
}

type Liked = { weight: number; precision: number; at: number };

/** What an `Accept` says of a type; "the most specific reference has precedence" (RFC 9110, 12.5.1). */
function likingOf(ranges: readonly Weighted[], type: string): Liked {
  let best: Liked = { weight: 0, precision: 0, at: ranges.length };
  ranges.forEach((range, at) => {
    const precision = precisionOf(range, type);
    if (precision > best.precision) best = { weight: range.weight, precision, at };
  });
  return best;
}

/** Which of two is liked better: by weight, then as it is named more closely, then earlier. */
const isBetter = (one: Liked, other: Liked) =>
  (one.weight - other.weight || one.precision - other.precision || other.at - one.at) > 0;

/**
 * The media type that an `Accept` likes best among those offered, of equals the one that is offered
 * first; null where it excludes all of them, or names none. Without an `Accept` it is the first.
 */
export function preferredType<Offered extends string>(
  accept: string | null | undefined,
  offered: readonly Offered[],
): Offered | null {
  const ranges = readWeighted(accept);
  if (ranges.length === 0) return offered[0] ?? null;
  const strict = bestOf(ranges, offered);
  if (strict) return strict;
  // A range with parameters that nothing here has is better taken for the type than refused.
  const wide = ranges.filter(({ parameters }) => !parameters.some(isOtherCharset));
  return bestOf(
    wide.map((range) => ({ ...range, parameters: [] })),
    offered,
  );
}

const isOtherCharset = (parameter: string) =>
  parameter.startsWith('charset=') && !/^charset=utf-?8$/.test(parameter);

function bestOf<Offered extends string>(
  ranges: readonly Weighted[],
  offered: readonly Offered[],
): Offered | null {
  let best: { type: Offered; liked: Liked } | null = null;
  for (const type of offered) {
    const liked = likingOf(ranges, type);
    if (liked.weight > 0 && (!best || isBetter(liked, best.liked))) best = { type, liked };
  }
  return best?.type ?? null;
}

/** Whether a reader wants a page rather than JSON: without a word on either, JSON. */
export const wantsPage = (accept: string | null | undefined) =>
  preferredType(accept, ['application/json', 'text/html']) === 'text/html';

/** The names under which tables are asked for, and the formats that they are. */
const tableTypes = {
  'text/csv': 'csv',
  'application/jsonl': 'jsonl',
  'application/x-ndjson': 'jsonl',
  'application/x-jsonlines': 'jsonl',
} as const;

type TableType = keyof typeof tableTypes;
type AnswerType = JsonType | 'text/html' | TableType;

const toAsk = [...jsonTypes, ...(Object.keys(tableTypes) as TableType[])] as const;
const toRead = [...jsonTypes, 'text/html', ...(Object.keys(tableTypes) as TableType[])] as const;

/** As what the API’s own address answers; null where nothing that it speaks is accepted. */
export const answerTypeFor = (
  method: string | undefined,
  accept: string | null | undefined,
): AnswerType | null =>
  !accept || accept === 'application/json'
    ? 'application/json'
    : preferredType(accept, method === 'POST' ? toAsk : toRead);

/** The format of a table by its media type; null for any other. */
export const tableFormatOf = (type: AnswerType | null) =>
  type !== null && type in tableTypes ? tableTypes[type as TableType] : null;

/** A media type where it is one of JSON; else null. */
export const jsonTypeOf = (type: AnswerType | null): JsonType | null =>
  jsonTypes.find((jsonType) => jsonType === type) ?? null;
