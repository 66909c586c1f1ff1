import { getNamedType } from 'graphql';
import type { Selected } from '../../fields/collect-fields.ts';
import type { SpecOf } from '../../fields/field-spec.ts';
import type { CompileContext } from '../compile-context.ts';
import type { JsonFragment } from '../json-sql.ts';
import { membersOf } from '../values.ts';

/** A value object that comes with the request, as one parameter. */
export function compileContextValue(
  context: CompileContext,
  { field, sets }: Selected,
  { value }: SpecOf<'context'>,
): JsonFragment[] {
  const json = context.requestParameter((request) => JSON.stringify(value(request)));
  return context.read(getNamedType(field.type), sets, membersOf(json));
}
