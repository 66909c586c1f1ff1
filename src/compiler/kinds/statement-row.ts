import type { CompileKind } from '../compile-context.ts';
import { valuesIn } from '../compile-context.ts';
import { orJsonNull } from '../json-sql.ts';
import { selectRow, selectRowOf } from '../rows.ts';

/** The row that a value of a statement's row names, of whichever type that is. */
export const compileStatementRow: CompileKind<'statementRow'> = (
  context,
  selected,
  spec,
  source,
) => {
  const { value: name, column, of } = spec.row;
  const values = valuesIn(source, selected.field);
  const value = values.plain(name);
  if (!value) return ['null'];
  if (!('by' in of))
    return [orJsonNull(selectRow(context, selected, { table: of.table, column, value }))];
  const which = values.plain(of.by);
  const cases = Object.entries(of.tables);
  return [orJsonNull(selectRowOf(context, selected, { which, cases, column, value }))];
};
