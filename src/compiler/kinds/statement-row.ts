import { sql } from 'drizzle-orm';
import { getNamedType } from 'graphql';
import type { Selected } from '../../fields/collect-fields.ts';
import type { SpecOf } from '../../fields/field-spec.ts';
import { NotCompiled } from '../compile-context.ts';
import type { CompileContext, ObjectSource } from '../compile-context.ts';
import { orJsonNull } from '../json-sql.ts';
import type { JsonFragment } from '../json-sql.ts';
import { selectRow } from '../select-row.ts';

/** The row that a value of a statement's row names, of whichever type that is. */
export function compileStatementRow(
  context: CompileContext,
  { field, sets }: Selected,
  { row: { value: name, column, of } }: SpecOf<'statementRow'>,
  source: ObjectSource,
): JsonFragment[] {
  if (source === null || 'table' in source) throw new NotCompiled(field.name);
  const value = source.plain(name);
  if (!value) return ['null'];
  if (!('by' in of)) {
    const type = getNamedType(field.type);
    return [orJsonNull(selectRow(context, { type, sets }, { table: of.table, column, value }))];
  }
  const cases = Object.entries(of.tables).map(([which, { table, typename }]) => {
    const type = context.schema.getType(typename);
    if (!type) throw new NotCompiled(typename);
    const row = selectRow(context, { type, sets }, { table, column, value });
    return sql` when ${sql.raw(`'${which}'`)} then ${row}`;
  });
  return [orJsonNull(sql`case ${source.plain(of.by)}${sql.join(cases)} end`)];
}
