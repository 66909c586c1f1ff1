import { getTableAsAliasSQL, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import { getNamedType, isObjectType } from 'graphql';
import { conditionOf } from '../db/filter.ts';
import { groupOutcomes, hasGroupValue } from '../db/group.ts';
import { groupLimit, groupingOf } from '../fields/groups.ts';
import type { GroupArguments } from '../fields/groups.ts';
import { checkFilter, filterOf } from '../fields/listing.ts';
import type { FilterValue, Listing } from '../fields/listing.ts';
import { specOf } from '../fields/field-spec.ts';
import { NotCompiled } from './compile-context.ts';
import type { CompileContext } from './compile-context.ts';
import type { Selected } from '../fields/collect-fields.ts';
import { columnOf } from '../db/column-of.ts';
import { concatenate, orJsonNull } from './json-sql.ts';
import type { JsonFragment } from './json-sql.ts';
import { compileValues } from './values.ts';

/** Rows of a listing in groups. */
export function compileGroups(context: CompileContext, selected: Selected, listing: Listing): SQL {
  const type = getNamedType(selected.field.type);
  if (!isObjectType(type)) throw new NotCompiled(selected.field.name);
  const { args, parameter, computed } = context.argumentsOf(selected, (now) => {
    groupLimit((now as GroupArguments).first);
    checkFilter(listing, now['filter'] as FilterValue);
  });
  const grouping = groupingOf(args as GroupArguments);
  // The groups' own statement calls the table by its own name.
  const filter = filterOf(listing, parameter('filter') as FilterValue);
  const groups = groupOutcomes({
    ...grouping,
    condition: conditionOf(listing.table, filter),
    limit: computed((now) => groupLimit((now as GroupArguments).first)),
  });
  const each = sql.identifier(context.freshAlias());
  const valueOf = (name: string) =>
    hasGroupValue(grouping.by, name) ? sql`${each}.${sql.identifier(name)}` : null;
  const text = compileValues(
    context,
    type,
    selected.sets,
    { plain: valueOf, list: valueOf },
    (part) => compileNamedRow(context, part, valueOf),
  );
  return sql`'[' || coalesce((select group_concat(${concatenate(text)}, ',') from (${groups}) ${each}), '') || ']'`;
}

/** A row that a value of the group names by its number. */
function compileNamedRow(
  context: CompileContext,
  { field, sets }: Selected,
  valueOf: (name: string) => SQL | null,
): JsonFragment[] {
  const declared = specOf(field);
  const type = getNamedType(field.type);
  if (declared?.kind !== 'groupRow' || !isObjectType(type)) throw new NotCompiled(field.name);
  const value = valueOf(declared.column);
  if (!value) return ['null'];
  const table = context.table(declared.table);
  const row = concatenate(context.compilers.row(type, sets, { table, name: declared.table }));
  const isIt = sql`${columnOf(table, 'id')} = ${value}`;
  return [orJsonNull(sql`(select ${row} from ${getTableAsAliasSQL(table)} where ${isIt})`)];
}
