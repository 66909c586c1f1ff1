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
import type { SQLWrapper, Table } from 'drizzle-orm';
import type { GraphQLResolveInfo } from 'graphql';
import type { ReadDatabase } from '../db/store.ts';
import type { TableName } from '../db/relations.ts';
import type { Listing } from './listing.ts';
import type { Page, Row } from './page.ts';
import type { Statement } from './statement.ts';

type Described = { description: string };
export type Connection = ObjectRef<SchemaTypes, Page>;

declare global {
  export namespace PothosSchemaTypes {
    /** A method for each kind of field that the schema declares: see `kinds/`. */
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
        options: Described & {
          type: Type;
          nullable?: Nullable;
          args?: Args;
          from: (columns: Columns, args: InputShapeFromFields<Args>) => SQLWrapper;
          /** Bytes of a value beyond those of the columns that it is made of, at the most. */
          atMostBytes?: number;
          /** Under which name of the table the sizes of its values are kept, where they are. */
          measuredAs?: string;
        },
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;

      /**
       * A value object of the parent's own columns and relations, the key being its field and the
       * value the column or relation. It is null where its first column is.
       */
      embedded<Shape, const Nullable extends boolean = true>(
        type: ObjectRef<Types, Shape>,
        options: Described & {
          /** False only where the first column cannot be null. */
          nullable?: Nullable;
          columns: Record<string, string>;
          relations?: Record<string, string>;
        },
      ): FieldRef<Types, Nullable extends true ? Shape | null : Shape, Kind>;

      /**
       * The row that one of several relations of the parent leads to, of which no two lead anywhere; null
       * where none does.
       * @param options by relation: the name of the type that its rows are, one of the union's
       */
      oneOf(
        type: object,
        options: Described & { members: Readonly<Record<string, string>> },
      ): FieldRef<Types, unknown, Kind>;

      /** The one row that has the id or the code, or null. */
      lookup(
        table: TableName,
        options: Described & { typename: string; type: object },
      ): FieldRef<Types, unknown, Kind>;

      /** Any object by its id, or null. */
      nodeById(options: Described): FieldRef<Types, unknown, Kind>;

      /** Several objects by their ids, in the same order, null where there is none. */
      nodesById(options: Described): FieldRef<Types, unknown, Kind>;

      /** Those rows of a listing that a relation of the parent reaches, page by page. */
      related(
        listing: Listing,
        options: Described & {
          connection: Connection;
          relation: string;
          /** Where the relation reaches link rows: which of their relations leads to the node. */
          through?: string;
        },
      ): FieldRef<Types, Page, Kind>;

      /** The rows of a listing, page by page. */
      page(
        listing: Listing,
        options: Described & { connection: Connection },
      ): FieldRef<Types, Page, Kind>;

      /** The rows of an SQL statement, page by page. */
      statement(
        statement: Statement,
        options: Described & { connection: Connection; args: InputFieldMap },
      ): FieldRef<Types, Page, Kind>;
    }
  }
}

/** What the methods of `kinds/` are added to. */
export const fieldBuilder = RootFieldBuilder.prototype as PothosSchemaTypes.RootFieldBuilder<
  SchemaTypes,
  unknown
>;

/** The schema's own builder; its types do not matter to how fields are read. */
export type Builder = PothosSchemaTypes.SchemaBuilder<SchemaTypes>;

export const anyBuilder = (builder: object) => builder as Builder;

/** What every request carries: the database of the one snapshot that it is answered from. */
export type WithDatabase = { db: ReadDatabase };

type FieldOptions = Described & {
  type: unknown;
  nullable?: unknown;
  args?: InputFieldMap | undefined;
  extensions: object;
  resolve(parent: Row, args: object, context: WithDatabase, info: GraphQLResolveInfo): unknown;
};

/** A field whose options are more than Pothos' own types can follow. */
export const fieldOf = (builder: typeof fieldBuilder, options: FieldOptions) =>
  builder.field(options as never);

/** Where beneath a field the rows of one type are selected. */
export type Include = { getType: () => string; paths: { name: string }[][] };

type Select = {
  select(
    args: object,
    context: WithDatabase,
    nested: (query: object, path: string[] | Include) => object,
    selected: () => ReadonlySet<string>,
  ): object;
}['select'];

/** What the drizzle plugin reads from a field: what to load, and whether a row has it already. */
export const withSelect = (select: Select, ...keys: readonly string[]) => ({
  pothosDrizzleSelect: select,
  ...(keys.length > 0 && {
    pothosDrizzleLoaded: (row: Row) => keys.every((key) => row[key] !== undefined),
  }),
});
