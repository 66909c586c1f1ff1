import { getTableName, getColumns } from 'drizzle-orm';
import type { Column } from 'drizzle-orm';
import { relations } from '../../../../src/db/relations.ts';
import { allOf, fieldsWithin, listingOf, withUsual } from '../../../../src/fields/listing.ts';
import { orderOfPage } from '../../../../src/fields/listed-page.ts';
import type { PageQuestion } from '../plans/draw-questions.ts';
import { orderOf, typeNameOf } from './names.ts';
import { NotTranslated } from './translate-filter.ts';
import type { createTranslator } from './translate-filter.ts';

/** A question of either side for the same page; the bodies of the requests. */
export type Pair = { question: PageQuestion; juzheng: string; postgraphile: string };

/** The same page for PostGraphile. @throws NotTranslated where it cannot be asked for it */
export function translateQuestion(
  question: PageQuestion,
  translate: ReturnType<typeof createTranslator>,
): Pair {
  const { table, query, variables } = question;
  const listing = listingOf(table)!;
  const given = fieldsWithin(listing, variables.filter);
  if (given.some(({ field }) => field.isText)) throw new NotTranslated('words in a text');
  const { columns: keys, direction } = orderOfPage(listing, variables);
  const columns = getColumns(relations[table].table) as Record<string, Column>;
  const name = typeNameOf(getTableName(relations[table].table));
  const filter = translate(table, allOf(listing, withUsual(listing, variables.filter)));
  return {
    question,
    juzheng: JSON.stringify({ query, variables }),
    postgraphile: JSON.stringify({
      query: `query ($filter: ${name}Filter, $orderBy: [${name}OrderBy!]) { all${name}s(filter: $filter, orderBy: $orderBy, first: 20) { nodes { code } } }`,
      variables: { filter, orderBy: keys.map((key) => orderOf(columns[key]!.name, direction)) },
    }),
  };
}
