import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { TableName } from '../db/relations.ts';
import type { CompileContext } from './compile-context.ts';
import type { PageChoice } from './ways/choose.ts';
import { toRecalled } from './ways/way.ts';

/** What a request brings along for pages whose rows are recalled: their numbers as JSON, by the place of the page. */
export type Recalled = { recalled: readonly unknown[] };

/** The numbers of the page of a place, as a parameter. */
export const recalledNumbers = (context: CompileContext, place: number): SQL =>
  context.requestParameter((given) => (given as Recalled).recalled[place]);

/** What is known, as JSON, or is to be told by a query for it. */
type RecalledPage = { numbers: SQL } | { tell: (numbers: SQL) => void };

/**
 * What is recalled of a page that a database finds by itself: there is one way to it, and only its rows are asked
 * for. Null where they are neither known nor to be told; and what is not known is looked for.
 */
export function recallIn(
  context: CompileContext,
  page: Pick<PageChoice, 'table' | 'field'>,
): RecalledPage | null {
  const isRecallable = context.dialect !== 'sqlite' && context.ways.chosen !== 'ANY';
  const recalled = isRecallable ? recalledNext(context, page) : null;
  if (!recalled || 'tell' in recalled) context.ways.isOfNamed = false;
  return recalled;
}

function recalledNext(
  context: CompileContext,
  page: Pick<PageChoice, 'table' | 'field'>,
): RecalledPage | null {
  const { chosen, choices, alone } = context.ways;
  if (!chosen) {
    choices.push({ ...page, ways: [], statement: '', valuesFor: () => [] });
    return null;
  }
  const place = context.ways.chosenSoFar++;
  if (chosen[place] === toRecalled) return { numbers: recalledNumbers(context, place) };
  return alone === place ? { tell: (numbers) => (context.ways.rows = numbers) } : null;
}

/**
 * A value about a whole list that a database finds by itself.
 * @param table of its rows; undefined where it is a part of a list, which is few
 */
export function recalledValue(
  context: CompileContext,
  table: TableName | undefined,
  { type, of }: { type: 'bigint' | 'json'; of: () => SQL },
): SQL {
  if (!table) return of();
  const recalled = recallIn(context, { table, field: null });
  if (recalled && 'numbers' in recalled) return sql`(${recalled.numbers})::${sql.raw(type)}`;
  const value = of();
  recalled?.tell(sql`select (${value})::text`);
  return value;
}
