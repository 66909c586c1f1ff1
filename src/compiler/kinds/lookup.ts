import { codeNamed } from '../../fields/global-id.ts';
import type { By } from '../../fields/global-id.ts';
import type { CompileKind } from '../compile-context.ts';
import { orJsonNull } from '../json-sql.ts';
import { selectRow } from '../rows.ts';

/** The row that an argument names by its id or its code, or null. */
export const compileLookup: CompileKind<'lookup'> = (context, selected, { table, typename }) => {
  const { computed } = context.argumentsOf(selected);
  const value = computed(({ by }) => codeNamed(typename, by as By));
  return [orJsonNull(selectRow(context, selected, { table, column: 'code', value }))];
};
