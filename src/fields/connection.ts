import type { ObjectRef, SchemaTypes } from '@pothos/core';
import { facetsOf } from './facets.ts';
import type { Faceted } from './facets.ts';
import { anyBuilder } from './field-builder.ts';
import type { Builder, Connection } from './field-builder.ts';
import { withPart } from './field-spec.ts';
import { oncePer } from './once-per.ts';
import { cursorOfRow, nodeOf } from './page.ts';
import type { Page, Row } from './page.ts';

type ConnectionOptions = {
  /** The type of the rows that people ask for. */
  node: object;
  /** What they are, to end the sentence "A page of …". */
  of: string;
  /** The listing, where its facets are to be counted. */
  facets?: Faceted;
  /** Edges of a type of their own, such as links, and which relation leads from them to the nodes. */
  links?: { edge: object; through: string };
};

const rowType = (type: object) => type as ObjectRef<SchemaTypes, Row>;

/** What a field is that gives the cursor of an edge. */
export const cursorPart = {
  extensions: withPart({ part: 'cursor' }),
  resolve: (edge: object) => cursorOfRow(edge as Row),
};

/** The connection of a listing: its rows page by page, each edge being the row with its cursor. */
export function connection(
  anyOf: object,
  name: string,
  { node, of, facets, links }: ConnectionOptions,
): Connection {
  const builder = anyBuilder(anyOf);
  const edge = links?.edge ?? rowEdge(builder, name, { node, of });
  return builder.objectRef<Page>(`${name}Connection`).implement({
    description: `A page of ${of}.`,
    fields: (t) => ({
      edges: t.field({
        type: [rowType(edge)],
        description: 'The rows of the page, each with its cursor.',
        extensions: withPart({ part: 'edges' }),
        resolve: (page) => page.rows,
      }),
      nodes: t.field({
        type: [rowType(node)],
        description: 'The rows of the page.',
        extensions: withPart({ part: 'nodes' }),
        resolve: (page) => page.rows.map((row) => nodeOf(row, links?.through ?? null)),
      }),
      pageInfo: t.field({
        type: pageInfo(builder),
        description: 'Where the page begins and ends, and what lies beyond.',
        extensions: withPart({ part: 'pageInfo' }),
        resolve: (page) => page,
      }),
      totalCount: t.int({
        description: 'How many there are in all, on every page together, under the same filter.',
        extensions: withPart({ part: 'totalCount' }),
        resolve: (page) => page.totalCount(),
      }),
      ...(facets && {
        facets: t.field({
          type: facetsOf(facets, builder),
          description: 'How many there are of each kind on every page together.',
          extensions: withPart({ part: 'facets' }),
          resolve: (page) => page.countFacet,
        }),
      }),
    }),
  });
}

/** An edge that is the row itself with its cursor. */
const rowEdge = (builder: Builder, name: string, { node, of }: ConnectionOptions) =>
  builder.objectRef<Row>(`${name}Edge`).implement({
    description: `A row of a page of ${of}.`,
    fields: (t) => ({
      cursor: t.string({ ...cursorPart, description: 'Its place in the list, to go on from.' }),
      node: t.field({
        type: rowType(node),
        description: `The ${name} at this place of the list.`,
        extensions: withPart({ part: 'edgeNode' }),
        resolve: (row) => row,
      }),
    }),
  });

/** The one type `PageInfo` of a schema; the relay plugin's own leaves its fields undescribed. */
const pageInfo = oncePer((builder: Builder) =>
  builder.objectRef<Page>('PageInfo').implement({
    description: 'Where a page begins and ends, and what lies beyond it.',
    fields: (t) => ({
      hasNextPage: t.boolean({
        resolve: ({ hasNextPage }) => hasNextPage(),
        description: 'Whether rows of the list follow the page, those beyond before among them.',
      }),
      hasPreviousPage: t.boolean({
        resolve: ({ hasPreviousPage }) => hasPreviousPage(),
        description: 'Whether rows of the list precede the page, those up to after among them.',
      }),
      startCursor: t.string({
        nullable: true,
        resolve: ({ rows }) => cursorOf(rows.at(0)),
        description: 'The first row’s cursor, to give as before; null for an empty page.',
      }),
      endCursor: t.string({
        nullable: true,
        resolve: ({ rows }) => cursorOf(rows.at(-1)),
        description: 'The last row’s cursor, to give as after; null for an empty page.',
      }),
    }),
  }),
);

const cursorOf = (row: Row | undefined) => (row ? cursorOfRow(row) : null);
