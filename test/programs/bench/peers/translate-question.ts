import { getTableName, getColumns } from 'drizzle-orm';
import type { Column } from 'drizzle-orm';
import { relations } from '../../../../src/db/relations.ts';
import { allOf, fieldsWithin, listingOf, withUsual } from '../../../../src/fields/listing.ts';
import { orderOfPage } from '../../../../src/fields/listed-page.ts';
import type { PageQuestion } from '../plans/draw-questions.ts';
import { orderOf, typeNameOf } from './names.ts';
import type { SideName } from './sides.ts';
import { NotTranslated } from './translate-filter.ts';
import type { createTranslator } from './translate-filter.ts';

/** A question for a page, and the body of the request by which each side is asked for it. */
export type AskedPage = { question: PageQuestion; bodies: Record<SideName, string> };

/** The same page for PostGraphile. @throws NotTranslated where it cannot be asked for it */
export function translateQuestion(
  question: PageQuestion,
  translate: ReturnType<typeof createTranslator>,
): AskedPage {
  const { table, query, variables } = question;
  const listing = listingOf(table)!;
  const given = fieldsWithin(listing, variables.filter);
  if (given.some(({ field }) => field.isText)) throw new NotTranslated('words in a text');
  const { columns: keys, direction } = orderOfPage(listing, variables);
  const columns = getColumns(relations[table].table) as Record<string, Column>;
  const name = typeNameOf(getTableName(relations[table].table));
  const filter = translate(table, allOf(listing, withUsual(listing, variables.filter)));
  const own = JSON.stringify({ query, variables });
  const peer = JSON.stringify({
    query: `query ($filter: ${name}Filter, $orderBy: [${name}OrderBy!]) { all${name}s(filter: $filter, orderBy: $orderBy, first: 20) { nodes { code } } }`,
    variables: { filter, orderBy: keys.map((key) => orderOf(columns[key]!.name, direction)) },
  });
  return { question, bodies: { juzheng: own, store: own, postgraphile: peer } };
}
