import { aliasedTable, sql } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { filterToSQL } from '../../db/filter.ts';
import type { TableName } from '../../db/relations.ts';
import { columnIn } from './indexes.ts';
import type { Sought } from './sought.ts';
import { alongIndex } from './tested.ts';
import type { Way } from './way.ts';

/**
 * Ways by two indexes at once: of what one finds only those rows are fetched that are in a set, which
 * another finds. Neither may be few, and both together are.
 */
export function meetingWays(
  table: SQLiteTable,
  { name, parts }: { name: TableName; parts: readonly object[] },
  seeks: readonly Way[],
): Way[] {
  const sorted = seeks.filter(({ isInOrder, sought }) => !isInOrder && !sought?.members);
  return sorted.flatMap((way) =>
    seeks.flatMap((other) => {
      const { sought } = other;
      if (!sought || sought.part === way.sought?.part || !parts.includes(sought.part)) return [];
      const member = sought.members ? stepMember(table, sought) : ownMember(table, name, other);
      return member ? { ...way, member, meets: other.finds, isMemberFirst: true } : [];
    }),
  );
}

/** A set of numbers of rows, which every index holds. */
const stepMember = (table: SQLiteTable, sought: Sought): Sought | null =>
  !sought.areFound && columnIn(table, sought.column)?.primary ? sought : null;

/** What an index finds, as a set of numbers of rows. */
function ownMember(table: SQLiteTable, name: TableName, { index, sought }: Way): Sought | null {
  if (!sought || index === null) return null;
  const row = aliasedTable(table, 'o');
  const where = filterToSQL(row, sought.filter, name) ?? sql`true`;
  const members = sql`(select ${row}.rowid from ${alongIndex(row, index)} where ${where})`;
  const filter = { RAW: (tested: SQLiteTable) => sql`${tested}.rowid in ${members}` };
  return { ...sought, members, filter };
}
