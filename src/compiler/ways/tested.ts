import { SQL, getTableAsAliasSQL, is, sql } from 'drizzle-orm';
import type { Table } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { columnOf } from '../../db/column-of.ts';
import { holdsFound } from '../../db/found-sets.ts';
import { formsOf } from '../../db/relations/step-forms.ts';
import { askedInIndex } from './in-index.ts';
import type { Sought } from './sought.ts';
import { setOf } from './way.ts';
import type { Way } from './way.ts';

/** The rows of a table by an index that is named, which SQLite then has to follow, or by their numbers. */
export const alongIndex = (row: SQLiteTable, index: string | null): SQL =>
  index === null
    ? sql`${getTableAsAliasSQL(row)} not indexed`
    : sql`${getTableAsAliasSQL(row)} indexed by ${sql.identifier(index)}`;

/** The parts of a filter as a way tests them, those first that need no other table. */
export function testedAlong(table: SQLiteTable, way: Way, parts: readonly object[]): object[] {
  const set = setOf(way);
  const steps = (part: object) => formsOf(part)?.chains.length ?? 0;
  return parts
    .toSorted((a, b) => steps(a) - steps(b))
    .map((part) => {
      if (part === set?.part) return set.filter;
      const own =
        (way.isToFew && toldRowByRow(part)) ||
        (way.form === 'NESTED' && formsOf(part)?.nested) ||
        part;
      return askedInIndex(table, way.index, own);
    });
}

/** Words that are asked of each row by itself, where they are sought in few; null for all else. */
function toldRowByRow(part: object): object | null {
  const [[key, asked] = ['', null], ...others] = Object.entries(part) as [string, unknown][];
  const { in: set } = Object(asked) as { in?: unknown };
  const holds = others.length === 0 && is(set, SQL) ? holdsFound(set) : undefined;
  return holds ? { RAW: (row: Table) => holds(columnOf(row, key)) } : null;
}

/** The sets that are worked out to test rows, those first that others are made of. */
export const setsTested = ({ sought, member, form }: Way, parts: readonly object[]): SQL[] =>
  parts.flatMap((part) => {
    if (sought?.members && part === sought.part) return [];
    return part === member?.part ? setsOf(member) : (formsOf(part)?.sets(form) ?? []);
  });

/** How many sets are worked out for a way, those counted that others are made of. */
export const setsFor = (way: Way, parts: readonly object[]): number =>
  setsTested(way, parts).length + (way.sought?.members ? setsOf(way.sought).length : 0);

/** A set, after those that it is made of. */
export function setsOf({ part, members, areFound, isChoice }: Sought): SQL[] {
  const own = members ? [members] : [];
  const steps = areFound ? [] : (formsOf(part)?.sets('SET') ?? []);
  return isChoice || steps.length === 0 ? [...steps, ...own] : steps;
}
