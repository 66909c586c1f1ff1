import { RootFieldBuilder } from '@pothos/core';
import type {
  FieldKind,
  FieldNullability,
  FieldRef,
  InputFieldMap,
  InputShapeFromFields,
  ObjectRef,
  SchemaTypes,
  ShapeFromTypeParam,
  TypeParam,
} from '@pothos/core';
import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import type { SQLWrapper, Table } from 'drizzle-orm';
import type { GraphQLResolveInfo } from 'graphql';
import { countRelated, facetRelated, facetsIn, isAny, isRelated } from '../db/count.ts';
import type { Database } from '../db/database.ts';
import { conditionOf } from '../db/filter.ts';
import type { End } from '../db/keyset.ts';
import { relationOf, targetOf } from '../db/relation-of.ts';
import { relations } from '../db/relations.ts';
import type { Connection } from './connection.ts';
import type { FacetRow } from '../db/facet.ts';
import { withSpec } from './field-spec.ts';
import { pageArguments } from './inputs.ts';
import { feltBy } from './listing.ts';
import type { Facet, Listing } from './listing.ts';
import type { TableName } from '../db/relations.ts';
import {
  besideOf,
  cursorColumns,
  endsOf,
  pageFilter,
  pageOf,
  pageQuery,
  attachCursors,
} from './page.ts';
import type { Page, PageArguments, Row } from './page.ts';

/** What every request carries: the database of the one snapshot that it is answered from. */
export type WithDatabase = { db: Database };

type WithDescription = { description: string };

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<
      Types extends SchemaTypes,
      ParentShape,
      Kind extends FieldKind = FieldKind,
    > {
      /** One SQL expression over the parent's row, which may depend on the arguments. */
      column<
        Columns extends Table,
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = false,
        Args extends InputFieldMap = {},
      >(
        table: Columns,
        options: WithDescription & {
          type: Type;
          nullable?: Nullable;
          args?: Args;
          from: (columns: Columns, args: InputShapeFromFields<Args>) => SQLWrapper;
        },
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /**
       * A value object of the parent's own columns and relations, the key being its field and the
       * value the column or relation. It is null where its first column is.
       */
      embedded<Shape, const Nullable extends boolean = true>(
        type: ObjectRef<Types, Shape>,
        options: WithDescription & {
          /** False only where the first column cannot be null. */
          nullable?: Nullable;
          columns: Record<string, string>;
          relations?: Record<string, string>;
        },
      ): FieldRef<Types, Nullable extends true ? Shape | null : Shape, Kind>;

      /** Those rows of a listing that a relation of the parent reaches, page by page. */
      related(
        listing: Listing,
        options: WithDescription & {
          connection: Connection;
          relation: string;
          /** Where the relation reaches link rows: which of their relations leads to the node. */
          through?: string;
        },
      ): FieldRef<Types, Page, Kind>;

      /** The rows of a listing, page by page. */
      page(
        listing: Listing,
        options: WithDescription & { connection: Connection },
      ): FieldRef<Types, Page, Kind>;
    }
  }
}

/** Where beneath a field the rows of one type are selected. */
type Include = { getType: () => string; paths: { name: string }[][] };

const nodesOf = ({ typename }: Listing): Include => ({
  getType: () => typename,
  paths: [[{ name: 'nodes' }], [{ name: 'edges' }, { name: 'node' }]],
});

type Select = (
  args: never,
  context: WithDatabase,
  nested: (query: object, path: string[] | Include) => object,
  selected: () => ReadonlySet<string>,
) => object;

/** What the drizzle plugin reads from a field: what to load, and whether a row has it already. */
const withSelect = (select: Select, ...keys: readonly string[]) => ({
  pothosDrizzleSelect: select,
  ...(keys.length > 0 && {
    pothosDrizzleLoaded: (row: Row) => keys.every((key) => row[key] !== undefined),
  }),
});

const builderPrototype = RootFieldBuilder.prototype as unknown as Record<string, unknown>;

type AnyBuilder = {
  builder: object;
  table: string;
  field: (options: object) => unknown;
  arg: unknown;
};

let columns = 0;

builderPrototype.column = function column(
  this: AnyBuilder,
  table: Table,
  { from, ...options }: { from: (columns: Table, args: object) => SQLWrapper },
) {
  columns += 1;
  const field = columns;
  // The arguments are part of the key, so that two aliases of one field share a statement.
  const keyOf = (args: object) => `column${field}${JSON.stringify(args)}`;
  // One function for one key: Pothos takes two different ones for a conflict and loads twice.
  const made = new Map<string, object>();
  const extraOf = (args: object) => {
    const key = keyOf(args);
    const extra = made.get(key) ?? { [key]: (row: Table) => from(row, args).getSQL() };
    if (made.size > 100) made.clear();
    made.set(key, extra);
    return extra;
  };
  return this.field({
    ...options,
    extensions: {
      ...withSpec({ kind: 'column', table, from }),
      ...withSelect((args: object) => ({
        columns: {},
        extras: extraOf(args),
      })),
    },
    resolve: (row: Row, args: object) => row[keyOf(args)],
  });
};

builderPrototype.embedded = function embedded(
  this: AnyBuilder,
  type: ObjectRef<SchemaTypes, unknown>,
  options: {
    description: string;
    nullable?: boolean;
    columns: Record<string, string>;
    relations?: Record<string, string>;
  },
) {
  const { description, nullable = true, columns: own, relations: far = {} } = options;
  const [first] = Object.values(own);
  if (!first) throw new Error('a value object has at least one column');
  return this.field({
    type,
    description,
    nullable,
    extensions: {
      ...withSpec({ kind: 'embedded', columns: own, relations: far }),
      ...withSelect((_args, _context, nested, selected) => ({
        columns: Object.fromEntries(Object.values(own).map((column) => [column, true])),
        with: Object.fromEntries(
          Object.entries(far)
            .filter(([field]) => selected().has(field))
            .map(([field, relation]) => [relation, nested({}, [field])]),
        ),
      })),
    },
    resolve: (row: Row) => {
      if (row[first] === null) return null;
      const fields = [...Object.entries(own), ...Object.entries(far)];
      return Object.fromEntries(fields.map(([field, source]) => [field, row[source]]));
    },
  });
};

builderPrototype.related = function related(
  this: AnyBuilder,
  listing: Listing,
  options: {
    description: string;
    connection: Connection;
    relation: string;
    through?: string;
  },
) {
  const { description, connection, relation: name, through = null } = options;
  const { relation, link } = relationsOf(this.table as TableName, name, through);
  const keyOf = (what: string, args: PageArguments) =>
    `${what}:${name}${JSON.stringify(args.filter ?? {})}`;
  const countOf = (args: PageArguments) => keyOf('count', args);
  const beyondKey = (args: PageArguments, end: End) =>
    keyOf(`beyond ${end} ${JSON.stringify([args[end], args.orderBy])}`, args);
  const beyond = (db: Database, args: PageArguments) =>
    endsOf(args).map((end) => {
      const outside = besideOf(db, listing, args, { link, side: 'outside', ends: [end] });
      const filter = { AND: [pageFilter(listing, args, through), ...outside] };
      return [beyondKey(args, end), (row: Table) => isRelated(row, relation, filter)] as const;
    });
  const facetsKey = (args: PageArguments) => keyOf('facets', args);
  const facets = (args: PageArguments) => (row: Table) =>
    facetRelated(
      row,
      relation,
      link?.relation ?? null,
      Object.fromEntries(
        Object.entries(listing.facets ?? {}).map(([facetName, facet]) => [
          facetName,
          { facet, filter: pageFilter(listing, argumentsFor(facet, args), through) },
        ]),
      ),
    );
  return this.field({
    type: connection,
    description,
    args: pageArguments(this.builder, listing),
    extensions: {
      ...withSpec({ kind: 'related', listing, relation: name, through }),
      ...withSelect((args: PageArguments, { db }, nested, selected) => {
        const page = pageQuery(db, listing, args, link);
        const read = { columns: { code: true, ...cursorColumns(listing, args) } };
        const rows = through
          ? nested({ ...page, with: { [through]: nested(read, ['nodes']) } }, ['edges'])
          : nested({ ...page, ...read }, nodesOf(listing));
        const count = (row: Table) =>
          countRelated(row, relation, pageFilter(listing, args, through));
        return {
          columns: {},
          with: { [name]: rows },
          extras: {
            ...(selected().has('totalCount') && { [countOf(args)]: count }),
            ...(selected().has('facets') && { [facetsKey(args)]: facets(args) }),
            ...(selected().has('pageInfo') && Object.fromEntries(beyond(db, args))),
          },
        };
      }, name),
    },
    resolve: (row: Row, args: PageArguments) => {
      const rows = row[name] as readonly Row[];
      attachCursors(rows, listing, args, through);
      return pageOf(rows, args, {
        isBeyond: (end) => row[beyondKey(args, end)] === true,
        totalCount: () => row[countOf(args)] as number,
        countFacet: (facet) => (row[facetsKey(args)] as Record<string, FacetRow[]>)[facet] ?? [],
      });
    },
  });
};

builderPrototype.page = function page(
  this: AnyBuilder,
  listing: Listing,
  { description, connection }: { description: string; connection: Connection },
) {
  return this.field({
    type: connection,
    description,
    args: pageArguments(this.builder, listing),
    extensions: withSpec({ kind: 'page', listing }),
    resolve: async (
      _root: unknown,
      args: PageArguments,
      context: WithDatabase,
      info: GraphQLResolveInfo,
    ) => {
      const { db } = context;
      const query = queryFromInfo({
        config: getSchemaConfig(this.builder as never),
        context,
        info,
        typeName: listing.typename,
        paths: nodesOf(listing).paths,
        columns: { code: true, ...cursorColumns(listing, args) },
        ...pageQuery(db, listing, args),
      } as never) as object;
      const rows = await db.query[listing.table as 'outcomes'].findMany(query);
      attachCursors(rows, listing, args, null);
      const filter = pageFilter(listing, args, null);
      const where = conditionOf(listing.table, filter);
      const table = relations[listing.table].table;
      return pageOf(rows, args, {
        isBeyond(end) {
          const outside = besideOf(db, listing, args, { link: null, side: 'outside', ends: [end] });
          return isAny(db, table, conditionOf(listing.table, { AND: [filter, ...outside] }));
        },
        totalCount: () => db.$count(table, where).sync(),
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

/** A relation of a table by name and, where it reaches links, the link's relation to the node. */
function relationsOf(table: TableName, name: string, through: string | null) {
  const relation = relationOf(table, name);
  if (!through) return { relation, link: null };
  return { relation, link: { name: through, relation: relationOf(targetOf(relation), through) } };
}
