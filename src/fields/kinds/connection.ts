import { sql } from 'drizzle-orm';
import type { SQL, Table } from 'drizzle-orm';
import { GraphQLError } from 'graphql';
import { countFacet, countRows, isAnyRow, valueOf } from '../../db/count.ts';
import type { RowsFrom } from '../../db/count.ts';
import { flag } from '../../db/dialect.ts';
import type { End } from '../../db/keyset.ts';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import type { TableName } from '../../db/relations.ts';
import { writeCursor } from '../../text/cursor.ts';
import type { CursorPart } from '../../text/cursor.ts';
import { digestText } from '../../text/argument-digest.ts';
import { asGiven } from '../field-arguments.ts';
import { fieldBuilder, fieldOf, withSelect } from '../field-builder.ts';
import type { Include } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import { pageArguments } from '../inputs.ts';
import { checkPage, linkOf, listedPage, orderOfPage } from '../listed-page.ts';
import type { LinkRelation, ListedPage } from '../listed-page.ts';
import type { Listing } from '../listing.ts';
import { attachCursor, endsOf, nodeOf, noCursor, pageOf, windowOf } from '../page.ts';
import type { Page, PageArguments, Row } from '../page.ts';
import { findRows } from '../read-rows.ts';

/** What is listed, and the links over which it is reached. */
type Listed = { listing: Listing; link: LinkRelation };

const nodesOf = ({ typename }: Listing): Include => ({
  getType: () => typename,
  paths: [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]],
});

/** The page that is asked for, or what is wrong with its arguments. */
function pageOrFault({ listing, link }: Listed, args: PageArguments) {
  try {
    checkPage(listing, args);
    return listedPage(listing, link, asGiven(args));
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

/** Under which key it is told whether the cursor at an end names a place. */
const placeOf = (end: End) => `place ${end}`;

/** What the query builder is asked for a page: one row more, so that one sees whether it goes on. */
const queryPage = (page: ListedPage, args: PageArguments) => ({
  where: {
    AND: [
      page.filter(),
      ...page.ends.map((end) => ({ RAW: (row: Table) => page.isBeside(row, 'inside', end) })),
    ],
  },
  orderBy: page.orderOf,
  limit: windowOf(args).size + 1,
});

/** The columns that are read of each row that is listed. */
const columnsOf = ({ cursorColumns }: ListedPage) =>
  Object.fromEntries(cursorColumns.map((name) => [name, true]));

/** What is told of a list beside the rows of a page: each one value, and the part that tells it. */
type Aside = { key: string; part: 'totalCount' | 'pageInfo' | 'facets'; of(rows: RowsFrom): SQL };

function asidesOf({ listing: { facets = {} }, ...page }: ListedPage): Aside[] {
  const far = page.link?.relation ?? null;
  return [
    { key: 'totalCount', part: 'totalCount', of: (rows) => countRows(rows, page.filter()) },
    ...page.ends.map((end): Aside => {
      const outside = { RAW: (row: Table) => page.isBeside(row, 'outside', end) };
      const filter = { AND: [page.filter(), outside] };
      return { key: end, part: 'pageInfo', of: (rows) => isAnyRow(rows, filter) };
    }),
    ...Object.entries(facets).map(([name, facet]): Aside => {
      const filter = page.filter(facet);
      return {
        key: `facet ${name}`,
        part: 'facets',
        of: (rows) => countFacet(rows, filter, { facet, far }),
      };
    }),
  ];
}

/** The page of rows that were read, each with its cursor; `read` gives what is told beside them. */
function answerPage(
  rows: readonly Row[],
  { listing, link }: Listed,
  args: PageArguments,
  read: (key: string) => unknown,
): Page {
  const { cursorColumns, cursorName } = orderOfPage(listing, args);
  for (const row of rows) {
    const node = nodeOf(row, link?.name ?? null);
    attachCursor(
      row,
      writeCursor([cursorName, ...cursorColumns.map((name) => node[name] as CursorPart)]),
    );
  }
  return pageOf(rows, args, {
    isBeyond: read,
    totalCount: () => read('totalCount'),
    countFacet: (name) => read(`facet ${name}`),
  });
}

fieldBuilder.related = function related(listing, options) {
  const { description, connection, relation: name, through = null } = options;
  const { table } = this as unknown as { table: TableName };
  const relation = relationOf(table, name);
  const listed = { listing, link: linkOf(targetOf(relation), through) };
  // Names of columns may have no more than 63 bytes.
  const keyIn = (args: PageArguments, key: string) =>
    `${key}:${digestText(name + JSON.stringify(args))}`;
  return fieldOf(this, {
    type: connection,
    description,
    args: pageArguments(this.builder, this.arg, listing),
    extensions: {
      ...withSpec({ kind: 'connection', listing, reach: { relation: name, through } }),
      ...withSelect((args: PageArguments, _context, nested, selected) => {
        // The field's own resolver says what is wrong: an error of this one would be of the root's.
        const page = pageOrFault(listed, args);
        if (page instanceof GraphQLError) {
          return { columns: {}, extras: { [keyIn(args, 'refused')]: () => sql`1` } };
        }
        const [query, columns] = [queryPage(page, args), columnsOf(page)];
        const rows = through
          ? nested({ ...query, with: { [through]: nested({ columns }, ['nodes']) } }, ['edges'])
          : nested({ ...query, columns }, nodesOf(listing));
        const asides = asidesOf(page).filter(({ part }) => selected().has(part));
        const extras = [
          ...asides.map(({ key, of }) => [
            keyIn(args, key),
            (parent: Table) => of({ relation, parent }),
          ]),
          ...page.ends.map((end) => [keyIn(args, placeOf(end)), () => flag(page.isPlace(end))]),
        ];
        return { columns: {}, with: { [name]: rows }, extras: Object.fromEntries(extras) };
      }, name),
    },
    resolve(row, args: PageArguments) {
      if (row[keyIn(args, 'refused')] === 1) throw pageOrFault(listed, args);
      const lost = endsOf(args).find((end) => row[keyIn(args, placeOf(end))] !== 1);
      if (lost) throw noCursor(lost, args[lost] ?? '');
      return answerPage(row[name] as readonly Row[], listed, args, (key) => row[keyIn(args, key)]);
    },
  });
};

fieldBuilder.page = function pageOfListing(listing, { description, connection }) {
  const { builder } = this;
  return fieldOf(this, {
    type: connection,
    description,
    args: pageArguments(builder, this.arg, listing),
    extensions: withSpec({ kind: 'connection', listing, reach: null }),
    async resolve(_root, args: PageArguments, context, info) {
      const { db } = context;
      const listed = { listing, link: null };
      const page = pageOrFault(listed, args);
      if (page instanceof GraphQLError) throw page;
      for (const end of page.ends) {
        // oxlint-disable-next-line no-await-in-loop -- the first that is lost is told
        const isThere = await valueOf(db, flag(page.isPlace(end)));
        if (isThere !== 1) throw noCursor(end, args[end] ?? '');
      }
      const rows = await findRows({ builder, context, info }, listing, {
        paths: nodesOf(listing).paths,
        columns: columnsOf(page),
        ...queryPage(page, args),
      });
      const asides = new Map(asidesOf(page).map(({ key, of }) => [key, of]));
      return answerPage(rows, listed, args, (key) => {
        const aside = asides.get(key);
        return aside && valueOf(db, aside(listing.table));
      });
    },
  });
};
