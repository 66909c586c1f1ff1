import { RootFieldBuilder } from '@pothos/core';
import type { SchemaTypes } from '@pothos/core';
import type { Database } from '../db/database.ts';

/** What every request carries: the database of the one snapshot that it is answered from. */
export type WithDatabase = { db: Database };

/** The schema's own builder; its types do not matter to how fields are read. */
export type Builder = PothosSchemaTypes.SchemaBuilder<SchemaTypes>;

export type WithDescription = { description: string };

/** What the methods of `kinds/` are added to. */
export const fieldBuilder = RootFieldBuilder.prototype as PothosSchemaTypes.RootFieldBuilder<
  SchemaTypes,
  unknown
>;

/** Where beneath a field the rows of one type are selected. */
export type Include = { getType: () => string; paths: { name: string }[][] };

type Select = (
  args: never,
  context: WithDatabase,
  nested: (query: object, path: string[] | Include) => object,
  selected: () => ReadonlySet<string>,
) => object;

/** What the drizzle plugin reads from a field: what to load, and whether a row has it already. */
export const withSelect = (select: Select, ...keys: readonly string[]) => ({
  pothosDrizzleSelect: select,
  ...(keys.length > 0 && {
    pothosDrizzleLoaded: (row: Readonly<Record<string, unknown>>) =>
      keys.every((key) => row[key] !== undefined),
  }),
});
