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
  if (ends.length > 0) context.ways.isOfNamed = false;
  const source = {
    plain: (name: string) => values[name] ?? null,
    list: (name: string) => lists[name] ?? null,
  };
  return compilePaged(context, selected, {
    ...searching(context, rows),
    given,
    pageSize,
    row: (page) => ({ tables: tables(page), cursor, node: source, edge: source }),
  });
};

/** The same rows, where it is noted what is looked for, and what a server found once is recalled. */
function searching(context: CompileContext, rows: PagedRows): PagedRows {
  const { page, columns, numbersOf, count, counted, isBeyond } = rows;
  const noted =
    <Asked extends unknown[], Told>(of: (...asked: Asked) => Told) =>
    (...asked: Asked): Told => {
      context.ways.isOfNamed = false;
      return of(...asked);
    };
  return {
    ...rows,
    count: noted(count),
    isBeyond: noted(isBeyond),
    ...(counted && { counted: noted(counted) }),
    page(limit) {
      const recalled =
        numbersOf && context.dialect !== 'sqlite'
          ? recallIn(context, { table: numbersOf, field: null })
          : null;
      if (recalled && 'numbers' in recalled) return rowsOfNumbers(recalled.numbers, columns);
      const found = noted(page)(limit);
      recalled?.tell(numbersInRows(found, columns));
      return found;
    },
  };
}

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
