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
};

const rowType = (type: object) => type as ObjectRef<SchemaTypes, Row>;

/** The connection of a listing: its rows page by page, each edge being the row with its cursor. */
export function connection(builder: object, typename: string, ends: ConnectionOptions): Connection {
  const edge = anyBuilder(builder)
    .objectRef<Row>(`${typename}Edge`)
    .implement({
      description: `A row of a page of ${ends.of}.`,
      fields: (t) => ({
        cursor: t.string({
          description: 'Its place in the list, to go on from.',
          extensions: withPart({ part: 'cursor' }),
          resolve: cursorOfRow,
        }),
        node: t.field({
          type: rowType(ends.node),
          description: `The ${typename} at this place of the list.`,
          extensions: withPart({ part: 'edgeNode' }),
          resolve: (row) => row,
        }),
      }),
    });
  return connectionOver(builder, typename, { ...ends, edge, through: null });
}

/** A connection with edges of a type of its own, such as links that carry a basis and words. */
export function connectionOver(
  builder: object,
  name: string,
  { node, edge, of, through, facets }: ConnectionOptions & { edge: object; through: string | null },
): Connection {
  const type = anyBuilder(builder)
    .objectRef<Page>(`${name}Connection`)
    .implement({
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
          resolve: (page) => page.rows.map((row) => nodeOf(row, through)),
        }),
        pageInfo: t.field({
          type: pageInfo(anyBuilder(builder)),
          description: 'Where the page begins and ends, and what lies beyond.',
          extensions: withPart({ part: 'pageInfo' }),
          resolve: pageInfoOf,
        }),
        totalCount: t.int({
          description: 'How many there are in all, on every page together, under the same filter.',
          extensions: withPart({ part: 'totalCount' }),
          resolve: (page) => page.totalCount(),
        }),
        ...(facets && {
          facets: t.field({
            type: facetsOf(facets, anyBuilder(builder)),
            description: 'How many there are of each kind on every page together.',
            extensions: withPart({ part: 'facets' }),
            resolve: (page) => page.countFacet,
          }),
        }),
      }),
    });
  return type;
}

type PageInfo = Pick<Page, 'hasNextPage' | 'hasPreviousPage'> & {
  startCursor: string | null;
  endCursor: string | null;
};

/** The one type `PageInfo` of a schema; the relay plugin's own leaves its fields undescribed. */
const pageInfo = oncePer((builder: Builder) =>
  builder.objectRef<PageInfo>('PageInfo').implement({
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
      startCursor: t.exposeString('startCursor', {
        nullable: true,
        description: 'The first row’s cursor, to give as before; null for an empty page.',
      }),
      endCursor: t.exposeString('endCursor', {
        nullable: true,
        description: 'The last row’s cursor, to give as after; null for an empty page.',
      }),
    }),
  }),
);

function pageInfoOf({ rows, hasNextPage, hasPreviousPage }: Page): PageInfo {
  const [first, last] = [rows.at(0), rows.at(-1)];
  return {
    hasNextPage,
    hasPreviousPage,
    startCursor: first ? cursorOfRow(first) : null,
    endCursor: last ? cursorOfRow(last) : null,
  };
}
