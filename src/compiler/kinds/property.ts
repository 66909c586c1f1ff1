import type { Selected } from '../../fields/collect-fields.ts';
import type { SpecOf } from '../../fields/field-spec.ts';
import { NotCompiled } from '../compile-context.ts';
import type { CompileContext, ObjectSource } from '../compile-context.ts';
import type { JsonFragment } from '../json-sql.ts';
import { compileValue } from '../values.ts';

/** A value of an object that is no row of a table, by the name that the arguments choose. */
export function compileProperty(
  context: CompileContext,
  selected: Selected,
  { of }: SpecOf<'property'>,
  source: ObjectSource,
): JsonFragment[] {
  if (source === null || 'table' in source) throw new NotCompiled(selected.field.name);
  return compileValue(context, selected, source, of(context.argumentsOf(selected).args));
}
