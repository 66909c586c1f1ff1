import type { SQLWrapper, Table } from 'drizzle-orm';
import type { GraphQLField, GraphQLObjectType } from 'graphql';
import type { TableName } from '../db/relations.ts';
import type { Selected } from './collect-fields.ts';
import type { ArgumentValues } from './field-arguments.ts';
import type { Facet, Listing } from './listing.ts';
import type { FollowedRelation } from './pothos-metadata.ts';
import type { Statement } from './statement.ts';

/**
 * What a field says about where its value comes from. The resolvers of `kinds/` act on it, a compiler
 * and an estimate read the same from the field's extensions, and none keeps a mapping of its own.
 */
export type FieldSpec =
  /** One SQL expression over the parent's row, which may depend on the field's arguments. */
  | {
      kind: 'column';
      table: Table;
      from(columns: Table, args: ArgumentValues): SQLWrapper;
      /** Bytes of a value beyond those of the columns that it is made of, at the most. */
      atMostBytes: number;
      /** Under which name of the table the sizes of its values are kept; null where only those of columns are. */
      measuredAs: string | null;
    }
  /** A value object whose fields are columns and relations of the parent's row. */
  | ({ kind: 'object' } & RowPart)
  /** A value of the parent, where it is no row of a table, by a name that the arguments choose. */
  | { kind: 'property'; of(args: ArgumentValues): string; costs?: ListCosts }
  /** A value object that comes with the request and not from the database. */
  | { kind: 'context'; value(context: object): object }
  /** The row or the rows that the arguments name, of one type or, by their ids, of any; null for none. */
  | { kind: 'lookup'; of: TypedTable | null; isList: boolean }
  /** The row that one of several relations of the parent leads to: by relation, the type of its rows. */
  | { kind: 'union'; members: Readonly<Record<string, string>> }
  /** The rows of a listing page by page: all, or those that a relation of the parent reaches. */
  | { kind: 'connection'; listing: Listing; reach: Reach | null }
  /** The rows of an SQL statement, page by page. */
  | { kind: 'statement'; statement: Statement }
  /** The row of a table that a value of a statement's row names. */
  | { kind: 'statementRow'; row: NamedRow }
  // What Pothos itself declares is read from Pothos: see `kinds/plain.ts`.
  /** A column of the parent's row as it is, or behind the name of its type where it is an id. */
  | { kind: 'leaf'; column: string; idOf: string | null }
  /** The row or the rows that a relation of the parent's row leads to; the row itself where it is null. */
  | ({ kind: 'relation' } & FollowedRelation);

export type Kind = FieldSpec['kind'];
export type SpecOf<Of extends Kind> = FieldSpec & { kind: Of };

/** What a reader of selections, such as a compiler, does with a field of a kind. */
export type ReadKind<Of extends Kind, Reader, Source, Result> = (
  reader: Reader,
  selected: Selected,
  spec: SpecOf<Of>,
  source: Source,
) => Result;

/** The same with a field of whichever kind of a parent. */
export type ReadField<Reader, Source, Result> = (
  reader: Reader,
  parent: GraphQLObjectType,
  selected: Selected,
  source: Source,
) => Result;

/** A part of a row: which of its columns and relations the fields of an object are. */
export type RowPart = {
  columns: Readonly<Record<string, string>>;
  relations: Readonly<Record<string, string>>;
};

/** What a list among the values of a row costs: rows to read, items, and items of each list in it. */
export type ListCosts = { rows: number; items: number; inner: number };

/** A row of a table, named by a value of another row that is held against one of its columns. */
export type NamedRow = {
  value: string;
  column: string;
  /** Whether no two rows name the same. */
  isUnique: boolean;
  /** The table and type, or one of several of them as yet another value says. */
  of: TypedTable | { by: string; tables: Readonly<Record<string, TypedTable>> };
};

export type TypedTable = { table: TableName; typename: string };

/** How rows are reached: by a relation and, where that leads to links, by the link's relation to them. */
type Reach = { relation: string; through: string | null };

/** What a field of a connection, of its edges or of its facets is. */
export type PartSpec =
  | { part: ConnectionPart }
  | { part: 'cursor' | 'edgeNode' }
  | { part: 'facet'; facet: Facet };
export type ConnectionPart = 'edges' | 'nodes' | 'pageInfo' | 'totalCount' | 'facets';

type Extensions = { readonly spec?: FieldSpec; readonly part?: PartSpec };

/** The extensions that carry a declaration. */
export const withSpec = (spec: FieldSpec): Extensions => ({ spec });

/** The same of a part of a connection. */
export const withPart = (part: PartSpec): Extensions => ({ part });

/** What a field declares by itself; undefined where it is Pothos alone that knows. */
export const specOf = (field: GraphQLField<unknown, unknown>) => extensionsOf(field).spec;

/** Which part of a connection a field is; undefined for any other. */
export const partOf = (field: GraphQLField<unknown, unknown>) => extensionsOf(field).part;

const extensionsOf = ({ extensions }: GraphQLField<unknown, unknown>): Extensions => extensions;
