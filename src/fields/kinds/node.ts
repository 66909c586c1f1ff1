import type { ObjectRef, SchemaTypes } from '@pothos/core';
import { isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { TableName } from '../../db/relations.ts';
import { limits } from '../../limits.ts';
import { badUserInput } from '../../validation/bad-user-input.ts';
import type { ArgumentValues } from '../field-arguments.ts';
import { fieldBuilder, fieldOf } from '../field-builder.ts';
import type { Builder } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import { parseGlobalId } from '../global-id.ts';
import type { Row } from '../page.ts';
import { tableNameOf } from '../pothos-metadata.ts';
import { rowsByValue } from '../read-rows.ts';
import type { Asking } from '../read-rows.ts';
import type { EstimateKind } from '../work/estimating.ts';
import { once } from '../work/work.ts';

const maximumIds = limits.ids.value;

type RelayBuilder = Builder & { nodeInterfaceRef: () => ObjectRef<SchemaTypes, unknown> };

const nodeType = (builder: Builder) => (builder as RelayBuilder).nodeInterfaceRef();

fieldBuilder.nodeById = function nodeById({ description }) {
  const { builder } = this;
  return fieldOf(this, {
    type: nodeType(builder),
    nullable: true,
    description,
    args: {
      id: this.arg({
        type: 'ID',
        required: true,
        description: 'Its id, such as "Report:xinghe-2023".',
      }),
    },
    extensions: withSpec({ kind: 'node', isList: false }),
    async resolve(_root, { id }: { id: string }, context, info) {
      const [node] = await nodesOf({ builder, context, info }, [id]);
      return node;
    },
  });
};

fieldBuilder.nodesById = function nodesById({ description }) {
  const { builder } = this;
  const most = `Their ids, at most ${maximumIds}.`;
  return fieldOf(this, {
    type: [nodeType(builder)],
    nullable: { list: false, items: true },
    description,
    args: { ids: this.arg({ type: ['ID'], required: true, description: most }) },
    extensions: withSpec({ kind: 'node', isList: true }),
    resolve: (_root, args: ArgumentValues, context, info) =>
      nodesOf({ builder, context, info }, idsIn(args)),
  });
};

/**
 * The ids that a field is given.
 * @throws BAD_USER_INPUT for more of them than may be asked for at once
 */
export function idsIn(args: ArgumentValues): readonly string[] {
  const ids = Array.isArray(args['ids']) ? args['ids'].map(String) : [];
  if (ids.length <= maximumIds) return ids;
  throw badUserInput(
    `\`ids\` holds ${ids.length}; at most ${maximumIds} (ids). Ask for the others in another request.`,
    'ids',
  );
}

/** One statement for each type among the ids; an id that names nothing gives null. */
async function nodesOf(asking: Asking, ids: readonly string[]): Promise<(Row | null)[]> {
  const named = ids.map((id) => parseGlobalId(id));
  const found = new Map<string, Map<unknown, Row>>();
  for (const [typename, some] of Map.groupBy(named, (node) => node.typename)) {
    const table = tableOfNode(asking.info.schema, typename);
    if (!table) continue;
    const wanted = { column: 'code', values: some.map(({ id }) => id) };
    // oxlint-disable-next-line no-await-in-loop -- the database answers one statement at a time
    found.set(typename, await rowsByValue(asking, { table, typename }, wanted));
  }
  return named.map(({ typename, id }) => found.get(typename)?.get(id) ?? null);
}

/** The table behind a type that has ids; undefined for every other name. */
function tableOfNode(schema: GraphQLSchema, typename: string): TableName | undefined {
  const type = schema.getType(typename);
  const node = schema.getType('Node');
  if (!isObjectType(type) || !isInterfaceType(node)) return undefined;
  return type.getInterfaces().includes(node) ? tableNameOf(type) : undefined;
}

export const estimateNode: EstimateKind<'node'> = (estimating, selected, { isList }) => {
  const { ids } = estimating.argumentsOf(selected);
  const rows = Array.isArray(ids) ? ids.length : 1;
  estimating.read(rows);
  estimating.write(isList ? 2 + 5 * rows : 3);
  estimating.object(selected, { at: isList ? { rows, repeats: rows } : once });
};
