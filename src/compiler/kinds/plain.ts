import { One, and, relationsOrderToSQL, sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import { isNonNullType } from 'graphql';
import { columnOf } from '../../db/column-of.ts';
import { filterToSQL } from '../../db/filter.ts';
import { jsonQuote } from '../../db/json.ts';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import type { Selected } from '../../fields/collect-fields.ts';
import { isNeverNull } from '../../fields/kinds/never-null.ts';
import { NotCompiled, rowIn } from '../compile-context.ts';
import type { CompileKind, RowSource } from '../compile-context.ts';
import { concatenate, jsonLeaf, jsonListOfFirst, orJsonNull } from '../json-sql.ts';
import type { JsonFragment } from '../json-sql.ts';
import { joinRelation } from '../rows.ts';

/** A leaf of the answer; where it must not be null but might be, a null ends the statement. */
export function leafOfRow(
  { field, type }: Selected,
  value: SQLWrapper,
  { part }: RowSource,
): JsonFragment[] {
  // Of a value object's columns the table's own conditions say that they come together.
  const isKnown = part !== undefined || isNeverNull(value);
  return jsonLeaf(type, isNonNullType(field.type) && !isKnown ? sql`not_null(${value})` : value);
}

/** A column as it is, or behind the name of its type. */
export const compileLeaf: CompileKind<'leaf'> = (_context, selected, { column, idOf }, source) => {
  const row = rowIn(source, selected.field);
  const value = columnOf(row.table, column);
  if (idOf === null) return leafOfRow(selected, value, row);
  return [jsonQuote(sql`${sql.raw(`'${idOf}:'`)} || ${value}`)];
};

/** The row or the rows that a relation leads to, or another type over the same row. */
export const compileRelation: CompileKind<'relation'> = function* (
  context,
  selected,
  spec,
  source,
) {
  const { field, isList } = selected;
  const { query } = spec;
  const row = rowIn(source, field);
  if (spec.relation === null) return yield* context.read(selected, row);
  const relation = relationOf(row.name, spec.relation);
  const name = targetOf(relation);
  const table = context.table(name);
  const text = concatenate(yield* context.read(selected, { table, name }));
  const { tables, filter } = joinRelation(context, relation, row.table, table);
  const where = and(filter, query.where && filterToSQL(table, query.where, name));
  if (!isList) {
    if (!(relation instanceof One)) throw new NotCompiled(field.name);
    const found = sql`(select ${text} from ${tables} where ${where})`;
    if (!isNonNullType(field.type)) return [orJsonNull(found)];
    if (relation.optional && !row.part) throw new NotCompiled(field.name, 'MAY_BE_NULL');
    return [found];
  }
  const order = query.orderBy && relationsOrderToSQL(table, query.orderBy as never);
  if (!order || query.limit === undefined) throw new NotCompiled(field.name, 'UNBOUNDED');
  const limit = sql.raw(String(query.limit));
  return jsonListOfFirst(text, { from: sql`${tables} where ${where}`, order, limit });
};
