import { sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { remembered, rememberedRows, typed } from '../db/dialect.ts';
import { conditionOf } from '../db/filter.ts';
import { countGroups, groupKeys, groupOutcomes } from '../db/groups/group.ts';
import type { GroupOrder, GroupRow, GroupWindow } from '../db/groups/group.ts';
import { countStoredGroups, readStoredGroups } from '../db/groups/stored-groups.ts';
import type { Direction, End } from '../db/keyset.ts';
import type { FieldArguments } from '../fields/field-arguments.ts';
import { checkFilter, filterOf, wordsAskedAt } from '../fields/listing.ts';
import type { FilterValue, Listing } from '../fields/listing.ts';
import { cursorOfAnother, endsOf, noCursor, sizeOf, windowOf } from '../fields/page.ts';
import type { PageSize } from '../fields/page.ts';
import type { Statement, StatementRows } from '../fields/statement.ts';
import { digestArguments } from '../text/argument-digest.ts';
import { readCursor } from '../text/cursor.ts';
import type { CursorPart } from '../text/cursor.ts';
import type { OutcomeDimension } from '../vocabulary.ts';
import { outcomeListing } from './outcome-listing.ts';
import { unlessUnreviewed } from './review.ts';
import { estimateGroups } from './group-estimate.ts';
import { isReadInOrder, storedGroupsOf } from './stored-groups.ts';

/** What nobody has reviewed is put into no group unless it is asked for. */
const groupedOutcomes: Listing = { ...outcomeListing, usual: unlessUnreviewed };

type GroupArguments = {
  groupBy?: readonly OutcomeDimension[];
  filter?: FilterValue;
  orderBy?: { field: GroupOrder; direction: Direction } | null;
  first?: number | null;
  after?: string | null;
};

const groupSizes: PageSize = {
  usual: 100,
  limit: 'groups',
  isForward: true,
  advice: () =>
    'Group by fewer dimensions, filter, or page on with `after:` and `pageInfo.endCursor`.',
};

/** What outcomes are put together by, and in which order the groups stand. */
const groupingOf = ({ groupBy = [], orderBy }: GroupArguments) => ({
  by: [...new Set(groupBy)],
  orderBy: orderBy ?? ({ field: 'KEYS', direction: 'ASC' } as const),
});

/** Outcomes in groups, each with its figures put together as far as they may be. */
export const groupStatement: Statement = {
  noun: 'list of groups',
  pageSize: groupSizes,
  filter: outcomeListing,
  filtered: 'outcomes',
  check(args: GroupArguments) {
    windowOf(args, groupSizes);
    checkFilter(outcomeListing, args.filter);
    for (const end of endsOf(args)) keysAt(args, end);
  },
  rows: groupRowsOf,
  estimate: (statistics, args: GroupArguments) =>
    estimateGroups(statistics, groupingOf(args), args, sizeOf(args, groupSizes)),
};

function groupRowsOf(given: FieldArguments): StatementRows {
  const { args, parameter, computed } = given;
  const grouping = groupingOf(args);
  const filter = filterOf(groupedOutcomes, parameter('filter') as FilterValue);
  const asksForWords = wordsAskedAt(groupedOutcomes, args['filter'] as FilterValue).length > 0;
  const condition = conditionOf('outcomes', filter);
  const stored = storedGroupsOf(grouping.by, given);
  const keys = groupKeys(grouping);
  const named = groupColumns(grouping.by);
  const columns = [...named, ...keys.map(({ name }) => name)];
  const asked = () => computed((now) => JSON.stringify(now));
  const isRemembered = !isReadInOrder(stored, grouping.orderBy.field);
  function read(window: GroupWindow): SQL {
    const rows = stored
      ? readStoredGroups({ ...grouping, ...window, stored })
      : groupOutcomes({ ...grouping, ...window, condition, asksForWords });
    if (!isRemembered) return rows;
    const side = sql.raw(window.upTo ? `'upTo'` : `'after'`);
    return rememberedRows(() => sql`'groups', ${asked()}, ${side}, ${window.limit}`, rows, columns);
  }
  const cut = (end: End) =>
    keys.map((_key, index) => computed((now) => keysAt(now, end)[index] ?? null));
  const value = (name: string) => sql`p.${sql.identifier(name)}`;
  const { withheld, ...values } = Object.fromEntries(named.map((name) => [name, value(name)]));
  return {
    page: (limit) => read({ after: args['after'] == null ? null : cut('after'), limit }),
    columns,
    wholeOf: 'outcomes',
    tables: (page) => page,
    get cursor() {
      return [typed(computed(orderName), 'text'), ...keys.map(({ name }) => value(name))];
    },
    values,
    lists: { withheld: withheld ?? sql`'[]'` },
    isBeyond: (end) => sql`exists (${read({ upTo: cut(end), limit: sql`1` })})`,
    count: () => {
      const counted = stored ? countStoredGroups(stored) : countGroups({ ...grouping, condition });
      return sql`select ${remembered(() => sql`'groups', ${asked()}`, sql`(${counted})`)}`;
    },
  };
}

/** What the rows of groups hold, by whichever they are. */
function groupColumns(by: readonly OutcomeDimension[]): (keyof GroupRow)[] {
  const sums = ['sum', 'sumLow', 'sumHigh'] as const;
  const always = ['count', 'figures', 'isExact', ...sums, 'mean', 'minimum', 'maximum'] as const;
  const english = { DIMENSION: 'dimensionEn', POPULATION: 'populationEn' } as const;
  return [
    ...always,
    'withheld',
    'unitId',
    ...by.flatMap((name) => (name in english ? english[name as keyof typeof english] : [])),
    ...by.map((name) => `by${name}` as const),
  ];
}

/**
 * What a cursor of an order of groups begins with: that of others names another place. Groups that stand
 * by their figures stand so under one filter alone.
 */
function orderName(args: GroupArguments): string {
  const { by, orderBy } = groupingOf(args);
  const name = `outcomeGroups.${orderBy.field}.${by.join('+')}`;
  return orderBy.field === 'KEYS' ? name : `${name}.${digestArguments({ ...args.filter })}`;
}

/** @throws BAD_USER_INPUT where the cursor at an end is none of these groups in this order */
function keysAt(
  args: GroupArguments & { before?: string | null },
  end: End,
): readonly CursorPart[] {
  const cursor = args[end] ?? '';
  const [name, ...parts] = readCursor(cursor) ?? [];
  const keys = groupKeys(groupingOf(args));
  const areKeys =
    parts.length === keys.length &&
    keys.every(({ isNumber }, index) => typeof parts[index] === (isNumber ? 'number' : 'string'));
  if (typeof name !== 'string' || !name.startsWith('outcomeGroups.')) {
    throw noCursor(end, cursor, 'list of groups');
  }
  if (name !== orderName(args)) {
    throw cursorOfAnother(end, cursor, 'list of groups', 'groupBy, order and filter');
  }
  if (!areKeys) throw noCursor(end, cursor, 'list of groups');
  return parts;
}
