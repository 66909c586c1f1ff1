import type { SQLWrapper, Table } from 'drizzle-orm';
import type { GraphQLField } from 'graphql';
import type { Facet, Listing } from './listing.ts';
import type { TableName } from '../db/relations.ts';

/**
 * What a field says about where its value comes from. The resolvers of this folder act on it, and a
 * compiler reads the same declaration from `extensions.sql`; neither keeps a mapping of its own.
 * What Pothos itself declares (an exposed column, a relation) is read from Pothos and not repeated.
 */
export type FieldSpec =
  /** One SQL expression over the parent's row, which may depend on the field's arguments. */
  | { kind: 'column'; table: Table; from: (columns: Table, args: object) => SQLWrapper }
  /** A value object whose fields are columns and relations of the parent's row. */
  | { kind: 'embedded'; columns: Record<string, string>; relations: Record<string, string> }
  /** A field of such a value object that is a row of its own. */
  | { kind: 'embeddedRow' }
  /** The row that a `@oneOf` argument names, or null. */
  | { kind: 'lookup'; table: TableName; typename: string }
  /** The rows of a listing, page by page. */
  | { kind: 'page'; listing: Listing }
  /** Those rows of a listing that a relation of the parent reaches, page by page. */
  | { kind: 'related'; listing: Listing; relation: string; through: string | null }
  /** Parts of a page; `through` leads from an edge's row to its node, null where they are one. */
  | { kind: 'edges' | 'pageInfo' | 'totalCount' }
  | { kind: 'nodes' | 'edgeNode' | 'cursor'; through: string | null }
  /** How many rows of a page's list there are of each value; one such count. */
  | { kind: 'facets' }
  | { kind: 'facet'; facet: Facet }
  /** What holds words, page by page; what a hit leads to, and where the words stand in it. */
  | { kind: 'search' | 'snippets' }
  | { kind: 'hitNode'; tables: Readonly<Record<string, TableName>> }
  /** Rows of a listing in groups; a row of a table that a value of the group names. */
  | { kind: 'groups'; listing: Listing }
  | { kind: 'groupRow'; table: TableName; column: string }
  /** A value object that comes with the request and not from the database. */
  | { kind: 'given'; value: (context: never) => object }
  /** A value of the parent, where it is no row of a table, by a name that the arguments choose. */
  | { kind: 'member'; of: (args: never) => string }
  /** Any object by its global id, one or several. */
  | { kind: 'node' | 'nodesById' };

/** The extensions that carry a declaration. */
export const withSpec = (sql: FieldSpec) => ({ sql });

/** What a field declares; undefined where it is Pothos alone that knows. */
export const specOf = (field: GraphQLField<unknown, unknown>) =>
  (field.extensions as Readonly<Record<string, unknown>>)['sql'] as FieldSpec | undefined;
