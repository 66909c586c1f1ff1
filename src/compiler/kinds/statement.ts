import { endsOf } from '../../fields/page.ts';
import type { CompileKind } from '../compile-context.ts';
import { compilePaged } from '../paged.ts';

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
