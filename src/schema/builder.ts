import SchemaBuilder from '@pothos/core';
import DrizzlePlugin from '@pothos/plugin-drizzle';
import RelayPlugin from '@pothos/plugin-relay';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import type { Database } from '../db/database.ts';
import { relations } from '../db/relations.ts';
import '../fields/kinds/column.ts';
import '../fields/kinds/connection.ts';
import '../fields/kinds/lookup.ts';
import '../fields/kinds/object.ts';
import '../fields/kinds/statement.ts';
import '../fields/kinds/union.ts';
import { globalId, parseGlobalId } from '../fields/global-id.ts';
import type { Context } from './context.ts';

export const builder = new SchemaBuilder<{
  Context: Context;
  DrizzleRelations: typeof relations;
  DefaultFieldNullability: false;
  Scalars: {
    ID: { Input: string; Output: string | number | bigint };
    Date: { Input: string; Output: string };
    EDTF: { Input: string; Output: string };
    URL: { Input: string; Output: string };
    SHA256: { Input: string; Output: string };
  };
}>({
  plugins: [RelayPlugin, DrizzlePlugin],
  defaultFieldNullability: false,
  relay: {
    // Our own: what is missing is null, and one missing id does not take the others with it.
    nodeQueryOptions: false,
    nodesQueryOptions: false,
    encodeGlobalID: globalId,
    decodeGlobalID: parseGlobalId,
    idFieldOptions: { description: 'Its id in this API: its type, a colon and its code.' },
    nodeTypeOptions: { description: 'Anything that has an id and can be fetched again by it.' },
  },
  // Whatever it is, it has what the plugin asks: `query`.
  drizzle: { client: (context) => context.db as Database, relations, getTableConfig },
});

type RootFields = Parameters<typeof builder.queryFields>[0];

/** Fields of the query; `query.ts` says in which order. */
export const rootFields = (fields: RootFields): RootFields => fields;
