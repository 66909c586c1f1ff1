import { endsOf } from '../../fields/page.ts';
import { valuesIn } from '../compile-context.ts';
import type { CompileKind } from '../compile-context.ts';
import { orJsonNull } from '../json-sql.ts';
import { compilePaged } from '../paged.ts';
import { selectRow, selectRowOf } from '../rows.ts';

/** The rows of a statement, page by page. */
export const compileStatement: CompileKind<'statement'> = (context, selected, { statement }) => {
  const { check, pageSize } = statement;
  const given = context.argumentsOf(selected, check);
  const { tables, cursor, values, lists, isPlace, ...rows } = statement.rows(given);
  if (isPlace) context.preconditions.push(...endsOf(given.args).map(isPlace));
  const source = {
    plain: (name: string) => values[name] ?? null,
    list: (name: string) => lists[name] ?? null,
  };
  return compilePaged(context, selected, {
    ...rows,
    given,
    pageSize,
    row: (page) => ({ tables: tables(page), cursor, node: source, edge: source }),
  });
};

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
