import { SQL, getColumns, is, sql } from 'drizzle-orm';
import type { Column, Table } from 'drizzle-orm';
import { setOfStep } from '../../db/relations/step-forms.ts';
import { isFound, isNamed } from '../../db/found-sets.ts';
import { isSingle } from '../../fields/field-arguments.ts';
import type { BoundValue } from '../../fields/field-arguments.ts';

/**
 * What a filter asks of a column of the rows themselves: one value (or that there is none), any of
 * several, or what lies between two ends.
 */
export type Sought = {
  /** Its name in the database. */
  column: string;
  how: 'ONE' | 'SET' | 'RANGE';
  /** The part of the filter that asks it, and the same as an index finds it. */
  part: object;
  filter: object;
  /** What is in the set, where that is worked out from other tables; whether it is made of several. */
  members?: SQL;
  isChoice?: boolean;
  /** Whether it is that there is no value, or any. */
  isMissing?: boolean;
  isPresent?: boolean;
  /** Whether it is also said that it is none of the usual words. */
  isUnusual?: boolean;
  /** Whether it is words that are sought, or rows that are named one by one. */
  areFound?: true;
  areNamed?: true;
};

/** All that a filter asks of columns, so that an index may find it. What it asks otherwise is left out. */
export function soughtIn(table: Table, parts: readonly object[]): Sought[] {
  const columns: Record<string, Column> = getColumns(table);
  return parts.flatMap((part) => {
    const set = setOfStep(part);
    if (set) {
      const { column, filter, members, isChoice } = set;
      return [{ column, how: 'SET', part, filter, members: sql`(${members()})`, isChoice }];
    }
    const entries = Object.entries(only(part)) as [string, unknown][];
    return entries.flatMap(([key, asked]): Sought[] => {
      const column = columns[key];
      const how = column && howIn(asked);
      if (!how) return [];
      const isAsked = (what: string) => what in Object(asked);
      const [isMissing, isPresent] = [isAsked('isNull'), isAsked('isNotNull')];
      const isUnusual = isAsked('notIn');
      const filter = { [key]: asked };
      const name = column.name;
      return [
        { column: name, how, part, filter, isMissing, isPresent, isUnusual, ...foundIn(asked) },
      ];
    });
  });
}

function foundIn(asked: unknown): Pick<Sought, 'members' | 'areFound' | 'areNamed'> {
  const { in: members } = asked as { in?: unknown };
  if (!is(members, SQL)) return {};
  if (isNamed(members)) return { areNamed: true };
  return isFound(members) ? { members, areFound: true } : {};
}

/** One that stands alone among alternatives is what is asked. */
function only(part: object): object {
  const { OR: alternatives } = part as { OR?: readonly object[] };
  const [first] = alternatives ?? [];
  return first && alternatives?.length === 1 ? first : part;
}

function howIn(asked: unknown): Sought['how'] | null {
  if (typeof asked !== 'object' || asked === null) return null;
  if ('in' in asked) return isSingle(asked.in as BoundValue) ? 'ONE' : 'SET';
  if ('eq' in asked || 'isNull' in asked) return 'ONE';
  return 'gte' in asked || 'lte' in asked || 'isNotNull' in asked ? 'RANGE' : null;
}
