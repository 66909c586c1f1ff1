import { getNamedType } from 'graphql';
import type { Selected } from '../../fields/collect-fields.ts';
import type { SpecOf } from '../../fields/field-spec.ts';
import { codeNamed } from '../../fields/global-id.ts';
import type { By } from '../../fields/global-id.ts';
import type { CompileContext } from '../compile-context.ts';
import { orJsonNull } from '../json-sql.ts';
import type { JsonFragment } from '../json-sql.ts';
import { selectRow } from '../select-row.ts';

/** The row that an argument names by its id or its code, or null. */
export function compileLookup(
  context: CompileContext,
  selected: Selected,
  { table, typename }: SpecOf<'lookup'>,
): JsonFragment[] {
  const { field, sets } = selected;
  const { computed } = context.argumentsOf(selected);
  const value = computed(({ by }) => codeNamed(typename, by as By));
  const type = getNamedType(field.type);
  return [orJsonNull(selectRow(context, { type, sets }, { table, column: 'code', value }))];
}
