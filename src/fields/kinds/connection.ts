import type { Table } from 'drizzle-orm';
import { countRelated, facetRelated, facetsIn, isAny, isRelated } from '../../db/count.ts';
import type { Database } from '../../db/database.ts';
import type { FacetRow } from '../../db/facet.ts';
import { conditionOf } from '../../db/filter.ts';
import type { End } from '../../db/keyset.ts';
import { relationOf, targetOf } from '../../db/relations/relation-of.ts';
import { relations } from '../../db/relations.ts';
import type { TableName } from '../../db/relations.ts';
import { fieldBuilder, fieldOf, withSelect } from '../field-builder.ts';
import type { Include } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import { pageArguments } from '../inputs.ts';
import { feltBy } from '../listing.ts';
import type { Facet, Listing } from '../listing.ts';
import {
  attachCursors,
  besideOf,
  cursorColumns,
  endsOf,
  pageFilter,
  pageOf,
  pageQuery,
} from '../page.ts';
import type { PageArguments, Row } from '../page.ts';
import { findRows } from '../read-rows.ts';

const nodesOf = ({ typename }: Listing): Include => ({
  getType: () => typename,
  paths: [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]],
});

fieldBuilder.related = function related(listing, options) {
  const { description, connection, relation: name, through = null } = options;
  const { table } = this as unknown as { table: TableName };
  const relation = relationOf(table, name);
  const link =
    through === null ? null : { name: through, relation: relationOf(targetOf(relation), through) };
  const keyOf = (what: string, args: PageArguments) =>
    `${what}:${name}${JSON.stringify(args.filter ?? {})}`;
  const beyondKey = (args: PageArguments, end: End) =>
    keyOf(`beyond ${end} ${JSON.stringify([args[end], args.orderBy])}`, args);
  const filterOf = (args: PageArguments) => pageFilter(listing, args, through);
  const beyond = (db: Database, args: PageArguments) =>
    endsOf(args).map((end) => {
      const outside = besideOf(db, listing, args, { link, side: 'outside', ends: [end] });
      const filter = { AND: [filterOf(args), ...outside] };
      return [beyondKey(args, end), (row: Table) => isRelated(row, relation, filter)] as const;
    });
  const facets = (args: PageArguments) => (row: Table) => {
    const counted = Object.entries(listing.facets ?? {}).map(([facetName, facet]) => [
      facetName,
      { facet, filter: filterOf(argumentsFor(facet, args)) },
    ]);
    return facetRelated(row, relation, link?.relation ?? null, Object.fromEntries(counted));
  };
  return fieldOf(this, {
    type: connection,
    description,
    args: pageArguments(this.builder, this.arg, listing),
    extensions: {
      ...withSpec({ kind: 'connection', listing, reach: { relation: name, through } }),
      ...withSelect((args: PageArguments, { db }, nested, selected) => {
        const page = pageQuery(db, listing, args, link);
        const read = { columns: { code: true, ...cursorColumns(listing, args) } };
        const rows = through
          ? nested({ ...page, with: { [through]: nested(read, ['nodes']) } }, ['edges'])
          : nested({ ...page, ...read }, nodesOf(listing));
        const count = (row: Table) => countRelated(row, relation, filterOf(args));
        return {
          columns: {},
          with: { [name]: rows },
          extras: {
            ...(selected().has('totalCount') && { [keyOf('count', args)]: count }),
            ...(selected().has('facets') && { [keyOf('facets', args)]: facets(args) }),
            ...(selected().has('pageInfo') && Object.fromEntries(beyond(db, args))),
          },
        };
      }, name),
    },
    resolve(row, args: PageArguments) {
      const rows = row[name] as readonly Row[];
      attachCursors(rows, listing, args, through);
      return pageOf(rows, args, {
        isBeyond: (end) => row[beyondKey(args, end)] === true,
        totalCount: () => row[keyOf('count', args)] as number,
        countFacet: (facet) =>
          (row[keyOf('facets', args)] as Record<string, FacetRow[]>)[facet] ?? [],
      });
    },
  });
};

fieldBuilder.page = function page(listing, { description, connection }) {
  const { builder } = this;
  return fieldOf(this, {
    type: connection,
    description,
    args: pageArguments(builder, this.arg, listing),
    extensions: withSpec({ kind: 'connection', listing, reach: null }),
    async resolve(_root, args: PageArguments, context, info) {
      const { db } = context;
      const rows = await findRows({ builder, context, info }, listing, {
        paths: nodesOf(listing).paths,
        columns: { code: true, ...cursorColumns(listing, args) },
        ...pageQuery(db, listing, args),
      });
      attachCursors(rows, listing, args, null);
      const { table } = relations[listing.table];
      const filter = pageFilter(listing, args, null);
      return pageOf(rows, args, {
        isBeyond(end) {
          const outside = besideOf(db, listing, args, { link: null, side: 'outside', ends: [end] });
          return isAny(db, table, conditionOf(listing.table, { AND: [filter, ...outside] }));
        },
        totalCount: () => db.$count(table, conditionOf(listing.table, filter)).sync(),
        countFacet(name) {
          const facet = listing.facets?.[name];
          const felt = pageFilter(listing, facet ? argumentsFor(facet, args) : args, null);
          return facetsIn(db, table, conditionOf(listing.table, felt), facet);
        },
      });
    },
  });
};

/** The arguments of a page as a facet feels them. */
const argumentsFor = (facet: Facet, args: PageArguments): PageArguments => ({
  ...args,
  filter: feltBy(args.filter, facet),
});
