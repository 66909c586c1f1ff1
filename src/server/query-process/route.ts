import { Kind } from 'graphql';
import type { OperationDefinitionNode } from 'graphql';
import { limits } from '../../limits.ts';
import type { Work } from '../../fields/work/work.ts';

/**
 * Where a question is answered: in the process that serves (HERE), in another one that answers what
 * is short (SHORT), or in the one that answers what may be long (LONG).
 */
export type QueryRoute = 'HERE' | 'SHORT' | 'LONG';

/** Who answers: one compiled statement, or the ordinary executor. */
export type Means = 'STATEMENT' | 'EXECUTOR';

/**
 * What a row that is read and a byte that is written take of a processor. Measured on 2026-11-28 with
 * compiled statements over the seed and over 300 reports: 0.1 to 0.3 µs a row where rows are scanned
 * or filtered (rows that are grouped are reckoned as several); 0.6 ns a byte of long texts, 3 to 10 ns
 * where each object is looked up. The executor took 200 ns a byte for one whole report; as bytes are
 * reckoned at the most that they can be, which is some eight times what they are, a fifth of it counts.
 */
const costs: Record<Means, { microsecondsPerRow: number; nanosecondsPerByte: number }> = {
  STATEMENT: { microsecondsPerRow: 0.3, nanosecondsPerByte: 5 },
  EXECUTOR: { microsecondsPerRow: 1, nanosecondsPerByte: 40 },
};

/** Milliseconds of a processor below which a question is sooner answered than handed on. */
const hereMilliseconds = 3;

/** Bytes of an answer that may be made in the process for which everybody waits. */
const hereBytes = 256 << 10;

/**
 * Characters of a statement that may be prepared there: it takes a tenth of a microsecond a character,
 * and twelve bytes of memory. Questions that people ask have up to five thousand.
 */
const hereCharacters = 16_384;

/**
 * Milliseconds of a processor below which a question is short. What is reckoned is the most that it can
 * take, some five times what most take; one that takes as much after all is moved.
 */
const shortMilliseconds = 400;

/** Milliseconds of a processor after which a question that was reckoned to be short is not. */
export const misreckonedMilliseconds = 150;

/**
 * What is asked of the schema itself needs no database, only a processor for a moment: what tools ask is
 * reckoned at a hundred milliseconds and takes ten.
 */
const ofSchemaMilliseconds = 150;

/** Whether an operation asks for nothing but the schema. */
export const asksSchema = (operation: OperationDefinitionNode | null | undefined): boolean =>
  operation?.selectionSet.selections.every(
    (selection) => selection.kind === Kind.FIELD && selection.name.value.startsWith('__'),
  ) ?? false;

/** Milliseconds of a processor that a question is reckoned to take. */
export function reckonMilliseconds({ rows, bytes }: Work, means: Means): number {
  const { microsecondsPerRow, nanosecondsPerByte } = costs[means];
  return (rows * microsecondsPerRow) / 1e3 + (bytes * nanosecondsPerByte) / 1e6;
}

/**
 * Where a question belongs, by what it is reckoned to take and by nothing else: neither how long it
 * took before on a machine that may have been busy, nor how large the data are as such. How many rows
 * were counted, and how many bytes the same answer had, are no such times and bound what is reckoned.
 * @param characters of the statement that answers it
 * @param isOfSchema whether nothing but the schema is asked for
 */
export function routeOf(
  work: Work,
  means: Means,
  { characters = 0, isOfSchema = false } = {},
): QueryRoute {
  const milliseconds = reckonMilliseconds(work, means);
  if (isOfSchema && milliseconds < ofSchemaMilliseconds) return 'HERE';
  // How long an answer may be is held against it elsewhere.
  const isSmall = work.bytes < Math.min(hereBytes, limits.answerBytes.value);
  if (milliseconds < hereMilliseconds && isSmall && characters <= hereCharacters) return 'HERE';
  return milliseconds < shortMilliseconds ? 'SHORT' : 'LONG';
}
