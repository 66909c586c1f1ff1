import { getTableName, getColumns } from 'drizzle-orm';
import type { Column } from 'drizzle-orm';
import { relations } from '../../../../src/db/relations.ts';
import { allOf, fieldsWithin, listingOf, withUsual } from '../../../../src/fields/listing.ts';
import { orderOfPage } from '../../../../src/fields/listed-page.ts';
import type { PageQuestion } from '../plans/draw-questions.ts';
import { orderOf, typeNameOf } from './names.ts';
import { NotTranslated } from './translate-filter.ts';
import type { createTranslator } from './translate-filter.ts';

/** The body of the request by which PostGraphile is asked for the same page. @throws NotTranslated where it cannot be asked for it */
export function translateQuestion(
  question: PageQuestion,
  translate: ReturnType<typeof createTranslator>,
): string {
  const { table, variables } = question;
  const listing = listingOf(table)!;
  const given = fieldsWithin(listing, variables.filter);
  if (given.some(({ field }) => field.isText)) throw new NotTranslated('words in a text');
  const { columns: keys, direction } = orderOfPage(listing, variables);
  const columns = getColumns(relations[table].table) as Record<string, Column>;
  const name = typeNameOf(getTableName(relations[table].table));
  const filter = translate(table, allOf(listing, withUsual(listing, variables.filter)));
  return JSON.stringify({
    query: `query ($filter: ${name}Filter, $orderBy: [${name}OrderBy!]) { all${name}s(filter: $filter, orderBy: $orderBy, first: 20) { nodes { code } } }`,
    variables: { filter, orderBy: keys.map((key) => orderOf(columns[key]!.name, direction)) },
  });
}
