import type { SchemaTypes } from '@pothos/core';
import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import { sql } from 'drizzle-orm';
import type { GraphQLResolveInfo } from 'graphql';
import { conditionOf } from '../db/filter.ts';
import { groupOutcomes } from '../db/group.ts';
import type { GroupOrder, GroupRow } from '../db/group.ts';
import type { Direction } from '../db/keyset.ts';
import { limits } from '../limits.ts';
import type { OutcomeDimension, Withholding } from '../vocabulary.ts';
import { outOfRange } from '../validation/bad-user-input.ts';
import { withSpec } from './field-spec.ts';
import { bindParameters } from './bind-parameters.ts';
import { checkFilter, filterOf } from './listing.ts';
import type { FilterValue, Listing } from './listing.ts';
import type { TableName } from '../db/relations.ts';
import type { Row } from './page.ts';
import type { WithDatabase } from './field-builder.ts';

export const defaultGroups = 100;
export const maximumGroups = limits.groups.value;

export type GroupArguments = {
  by: readonly OutcomeDimension[];
  filter?: FilterValue | null | undefined;
  orderBy?: { field: GroupOrder; direction: Direction } | null | undefined;
  first?: number | null | undefined;
};

/** A group, and how the rows that its values name are read: for all groups at once. */
export type Group = Omit<GroupRow, 'isExact' | 'withheld'> & {
  isExact: boolean | null;
  withheld: Withholding[];
  row: (named: NamedRow, info: GraphQLResolveInfo) => Promise<Row | null>;
};

/** A row of a table that a value of the group names by its number. */
type NamedRow = { table: TableName; typename: string; column: keyof GroupRow };

/** The field of a group that such a row is. */
export const groupRow = (named: NamedRow) => ({
  extensions: withSpec({ kind: 'groupRow', table: named.table, column: named.column }),
  resolve: (group: Group, _args: object, _context: unknown, info: GraphQLResolveInfo) =>
    group.row(named, info) as never,
});

/**
 * How many groups an answer holds at most.
 * @throws BAD_USER_INPUT for more than there may be
 */
export function groupLimit(first: number | null | undefined): number {
  const limit = first ?? defaultGroups;
  if (limit < 0 || limit > maximumGroups) {
    throw outOfRange('first', limit, 'groups', 'Group by fewer dimensions, or filter.');
  }
  return limit;
}

/** What outcomes are put together by, and in which order the groups stand. */
export const groupingOf = ({ by, orderBy }: Pick<GroupArguments, 'by' | 'orderBy'>) => ({
  by: [...new Set(by)],
  orderBy: orderBy ?? ({ field: 'KEYS', direction: 'ASC' } as const),
});

/** Outcomes in groups, each with its figures put together as far as they may be. */
export function groupsOf(
  builder: object,
  listing: Listing,
  { by, filter, orderBy, first }: GroupArguments,
  context: WithDatabase,
): Group[] {
  const limit = groupLimit(first);
  checkFilter(listing, filter);
  const rows = context.db.all<GroupRow>(
    groupOutcomes({
      ...groupingOf({ by, orderBy }),
      condition: conditionOf(listing.table, filterOf(listing, filter)),
      limit: sql`${limit}`,
    }),
  );
  const read = new Map<unknown, Promise<Map<unknown, Row>>>();
  return rows.map((group) => ({
    ...group,
    isExact: group.isExact === null ? null : group.isExact === 1,
    withheld: JSON.parse(group.withheld) as Withholding[],
    async row({ table, typename, column }, info) {
      const [field] = info.fieldNodes;
      const known =
        read.get(field) ??
        rowsById(
          builder,
          { table, typename, ids: rows.map((each) => each[column]) },
          context,
          info,
        );
      read.set(field, known);
      return (await known).get(group[column]) ?? null;
    },
  }));
}

async function rowsById(
  builder: object,
  wanted: { table: TableName; typename: string; ids: readonly unknown[] },
  context: WithDatabase,
  info: GraphQLResolveInfo,
): Promise<Map<unknown, Row>> {
  const ids = [...new Set(wanted.ids.filter((id) => id != null))];
  if (ids.length === 0) return new Map();
  const query = queryFromInfo({
    config: getSchemaConfig(builder as PothosSchemaTypes.SchemaBuilder<SchemaTypes>),
    context,
    info,
    typeName: wanted.typename,
    columns: { id: true, code: true },
    where: { id: { in: bindParameters(ids) } },
    limit: ids.length,
  } as never) as object;
  const rows: Row[] = await context.db.query[wanted.table as 'outcomes'].findMany(query);
  return new Map(rows.map((row) => [row['id'], row]));
}
