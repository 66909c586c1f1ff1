import { RootFieldBuilder, brandWithType } from '@pothos/core';
import type { FieldKind, FieldRef, ObjectRef, SchemaTypes } from '@pothos/core';
import { getSchemaConfig, queryFromInfo } from '@pothos/plugin-drizzle';
import { isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLResolveInfo, GraphQLSchema } from 'graphql';
import { limits } from '../limits.ts';
import { badUserInput } from '../validation/bad-user-input.ts';
import { withSpec } from './field-spec.ts';
import { parseGlobalId } from './global-id.ts';
import { bindParameters } from './bind-parameters.ts';
import type { TableName } from './listing.ts';
import type { Row } from './page.ts';
import type { WithDatabase } from './field-builder.ts';

const maximumIds = limits.ids.value;

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<
      Types extends SchemaTypes,
      ParentShape,
      Kind extends FieldKind = FieldKind,
    > {
      /** The one row that has the id or the code, or null. */
      lookup(
        table: TableName,
        options: { typename: string; type: object; description: string },
      ): FieldRef<Types, unknown, Kind>;

      /** Any object by its id, or null. */
      nodeById(options: { description: string }): FieldRef<Types, unknown, Kind>;

      /** Several objects by their ids, in the same order, null where there is none. */
      nodesById(options: { description: string }): FieldRef<Types, unknown, Kind>;
    }
  }
}

type Builder = PothosSchemaTypes.SchemaBuilder<SchemaTypes> & {
  nodeInterfaceRef: () => ObjectRef<SchemaTypes, unknown>;
};

type FieldBuilder = {
  builder: Builder;
  field: (options: object) => unknown;
  arg: (options: object) => unknown;
};

const prototype = RootFieldBuilder.prototype as unknown as Record<string, unknown>;

prototype.lookup = function lookup(
  this: FieldBuilder,
  table: TableName,
  { typename, type, description }: { typename: string; type: object; description: string },
) {
  const by = this.builder.inputType(`${typename}By`, {
    isOneOf: true,
    description: `Names one ${typename}, by exactly one of these.`,
    fields: (t) => ({
      id: t.id({ description: `Its id in this API, such as "${typename}:…".` }),
      code: t.string({ description: 'Its code, as people cite it.' }),
    }),
  });
  return this.field({
    type,
    nullable: true,
    description,
    args: {
      by: this.arg({
        type: by,
        required: true,
        description: 'Which one, by its id or by its code.',
      }),
    },
    extensions: withSpec({ kind: 'lookup', table, typename }),
    resolve: async (
      _root: unknown,
      { by: { id, code } }: { by: { id?: string; code?: string } },
      context: WithDatabase,
      info: GraphQLResolveInfo,
    ) => {
      const named = id == null ? { typename, id: code ?? '' } : parseGlobalId(id);
      if (named.typename !== typename) return null;
      const [row] = await rowsByCode(this.builder, table, typename, [named.id], context, info);
      return row ?? null;
    },
  });
};

prototype.nodeById = function nodeById(this: FieldBuilder, options: { description: string }) {
  return this.field({
    ...options,
    type: this.builder.nodeInterfaceRef(),
    nullable: true,
    args: {
      id: this.arg({
        type: 'ID',
        required: true,
        description: 'Its id, such as "Report:xinghe-2023".',
      }),
    },
    extensions: withSpec({ kind: 'node' }),
    resolve: async (
      _root: unknown,
      { id }: { id: string },
      context: WithDatabase,
      info: GraphQLResolveInfo,
    ) => {
      const [node] = await nodesOf(this.builder, [id], context, info);
      return node;
    },
  });
};

prototype.nodesById = function nodesById(this: FieldBuilder, options: { description: string }) {
  return this.field({
    ...options,
    type: [this.builder.nodeInterfaceRef()],
    nullable: { list: false, items: true },
    args: {
      ids: this.arg({
        type: ['ID'],
        required: true,
        description: `Their ids, at most ${maximumIds}.`,
      }),
    },
    extensions: withSpec({ kind: 'nodesById' }),
    resolve: (
      _root: unknown,
      { ids }: { ids: string[] },
      context: WithDatabase,
      info: GraphQLResolveInfo,
    ) => {
      checkIds(ids);
      return nodesOf(this.builder, ids, context, info);
    },
  });
};

/** @throws BAD_USER_INPUT for more ids than may be asked for at once */
export function checkIds({ length }: readonly string[]): void {
  if (length > maximumIds) {
    throw badUserInput(
      `\`ids\` holds ${length}; at most ${maximumIds} (ids). Ask for the others in another request.`,
      'ids',
    );
  }
}

/** One statement for each type among the ids; an id that names nothing gives null. */
async function nodesOf(
  builder: Builder,
  ids: readonly string[],
  context: WithDatabase,
  info: GraphQLResolveInfo,
): Promise<(Row | null)[]> {
  const named = ids.map((id) => parseGlobalId(id));
  const found = new Map<string, Row>();
  for (const typename of new Set(named.map((node) => node.typename))) {
    const table = tableOfNode(info.schema, typename);
    if (!table) continue;
    const codes = named.filter((node) => node.typename === typename).map((node) => node.id);
    // oxlint-disable-next-line no-await-in-loop -- the database answers one statement at a time
    for (const row of await rowsByCode(builder, table, typename, codes, context, info)) {
      brandWithType(row, typename as never);
      found.set(`${typename}:${row['code'] as string}`, row);
    }
  }
  return named.map((node) => found.get(`${node.typename}:${node.id}`) ?? null);
}

/** The table behind a type that has ids; undefined for every other name. */
function tableOfNode(schema: GraphQLSchema, typename: string): TableName | undefined {
  const type = schema.getType(typename);
  const node = schema.getType('Node');
  if (!isObjectType(type) || !isInterfaceType(node)) return undefined;
  if (!type.getInterfaces().includes(node)) return undefined;
  return type.extensions['pothosDrizzleModel'] as TableName | undefined;
}

function rowsByCode(
  builder: Builder,
  table: TableName,
  typeName: string,
  codes: readonly string[],
  context: WithDatabase,
  info: GraphQLResolveInfo,
): Promise<Row[]> {
  const query = queryFromInfo({
    config: getSchemaConfig(builder),
    context,
    info,
    typeName,
    columns: { code: true },
    where: { code: { in: bindParameters(codes) } },
    limit: codes.length,
  } as never) as object;
  return context.db.query[table as 'outcomes'].findMany(query);
}
