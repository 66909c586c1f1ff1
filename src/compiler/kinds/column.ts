import { getNamedType, isEnumType } from 'graphql';
import type { Selected } from '../../fields/collect-fields.ts';
import type { SpecOf } from '../../fields/field-spec.ts';
import { NotCompiled, rowIn } from '../compile-context.ts';
import type { CompileContext, ObjectSource } from '../compile-context.ts';
import type { JsonFragment } from '../json-sql.ts';
import { compileLeaf } from '../plain-field.ts';

/** One SQL expression over the row. */
export function compileColumn(
  context: CompileContext,
  selected: Selected,
  { from }: SpecOf<'column'>,
  source: ObjectSource,
): JsonFragment[] {
  const { field } = selected;
  // An argument becomes part of the statement here, so it must be one of few words.
  if (!field.args.every(({ type }) => isEnumType(getNamedType(type)))) {
    throw new NotCompiled(field.name);
  }
  const row = rowIn(source, field);
  return compileLeaf(selected, from(row.table, context.argumentsOf(selected).args), row);
}
