import type { SQL } from 'drizzle-orm';
import { numbersInRows, rowsOfNumbers } from '../../db/postgres/rows-of-numbers.ts';
import { endsOf } from '../../fields/page.ts';
import type { PagedRows } from '../../fields/statement.ts';
import { valuesIn } from '../compile-context.ts';
import type { CompileContext, CompileKind } from '../compile-context.ts';
import { orJsonNull } from '../json-sql.ts';
import { compilePaged } from '../paged.ts';
import { recallIn } from '../recalled-page.ts';
import { selectRow, selectRowOf } from '../rows.ts';

/** The rows of a statement, page by page. */
export const compileStatement: CompileKind<'statement'> = (context, selected, { statement }) => {
  const { check, pageSize } = statement;
  const given = context.argumentsOf(selected, check);
  const { tables, cursor, values, lists, isPlace, ...rows } = statement.rows(given);
  const ends = endsOf(given.args);
  if (isPlace) context.preconditions.push(...ends.map(isPlace));
  if (ends.length > 0 || !rows.numbersOf) context.ways.isOfNamed = false;
  const source = {
    plain: (name: string) => values[name] ?? null,
    list: (name: string) => lists[name] ?? null,
  };
  return compilePaged(context, selected, {
    ...rows,
    page: recalling(context, rows),
    given,
    pageSize,
    row: (page) => ({ tables: tables(page), cursor, node: source, edge: source }),
  });
};

/** The page of such rows, where a server need not find again what it found once. */
function recalling(context: CompileContext, { page, columns, numbersOf }: PagedRows) {
  return (limit: SQL): SQL => {
    const recalled = numbersOf ? recallIn(context, { table: numbersOf, field: null }) : null;
    if (recalled && 'numbers' in recalled) return rowsOfNumbers(recalled.numbers, columns);
    const found = page(limit);
    recalled?.tell(numbersInRows(found, columns));
    return found;
  };
}

/** The row that a value of a statement's row names, of whichever type that is. */
export const compileStatementRow: CompileKind<'statementRow'> = function* (
  context,
  selected,
  spec,
  source,
) {
  const { value: name, column, of } = spec.row;
  const values = valuesIn(source, selected.field);
  const value = values.plain(name);
  if (!value) return ['null'];
  if (!('by' in of))
    return [orJsonNull(yield* selectRow(context, selected, { table: of.table, column, value }))];
  const which = values.plain(of.by);
  const cases = Object.entries(of.tables);
  return [orJsonNull(yield* selectRowOf(context, selected, { which, cases, column, value }))];
};
