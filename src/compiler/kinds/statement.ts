import { sql } from 'drizzle-orm';
import type { Selected } from '../../fields/collect-fields.ts';
import type { SpecOf } from '../../fields/field-spec.ts';
import { endsOf } from '../../fields/page.ts';
import { NotCompiled } from '../compile-context.ts';
import type { CompileContext } from '../compile-context.ts';
import type { JsonFragment } from '../json-sql.ts';
import { compilePaged, compileWindow } from '../paged.ts';

/** The rows of a statement, page by page. */
export function compileStatementRows(
  context: CompileContext,
  selected: Selected,
  { statement: { check, pageSize, rows: rowsOf } }: SpecOf<'statement'>,
): JsonFragment[] {
  const given = context.argumentsOf(selected, check);
  const rows = rowsOf(given);
  if (rows.isPlace) context.preconditions.push(...endsOf(given.args).map(rows.isPlace));
  const { values, lists } = rows;
  const source = {
    plain: (name: string) => values[name] ?? null,
    list: (name: string) => lists[name] ?? null,
  };
  const columns = sql.join(
    rows.columns.map((name) => sql.identifier(name)),
    sql`, `,
  );
  return [
    compilePaged(
      {
        ...compileWindow(given, pageSize),
        context,
        columns,
        ids: rows.page,
        isBeyond: rows.isBeyond,
        count: rows.count,
        counted(facet) {
          if (!rows.counted) throw new NotCompiled(selected.field.name);
          return rows.counted(facet);
        },
        row: (page) => ({
          tables: rows.tables(page),
          cursor: sql`cursor_of(${sql.join([...rows.cursor], sql`, `)})`,
          node: source,
          edge: source,
        }),
      },
      selected,
    ),
  ];
}
