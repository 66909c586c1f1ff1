import type { InputFieldMap, ObjectRef, SchemaTypes } from '@pothos/core';
import { isInterfaceType, isObjectType } from 'graphql';
import type { GraphQLSchema } from 'graphql';
import type { TableName } from '../../db/relations.ts';
import { limits } from '../../limits.ts';
import { badUserInput } from '../../validation/bad-user-input.ts';
import type { ArgumentValues } from '../field-arguments.ts';
import { fieldBuilder, fieldOf } from '../field-builder.ts';
import type { Builder } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import type { SpecOf, TypedTable } from '../field-spec.ts';
import { parseGlobalId } from '../global-id.ts';
import { oncePer } from '../once-per.ts';
import type { GlobalId } from '../global-id.ts';
import type { Row } from '../page.ts';
import { tableNameOf } from '../pothos-metadata.ts';
import { rowsByValue } from '../read-rows.ts';
import type { Asking } from '../read-rows.ts';
import type { EstimateKind } from '../work/estimating.ts';
import { rowsToName } from '../work/filter-work.ts';
import { once } from '../work/work.ts';

const maximumIds = limits.ids.value;

type RelayBuilder = Builder & { nodeInterfaceRef: () => ObjectRef<SchemaTypes, unknown> };

const nodeType = (builder: Builder) => (builder as RelayBuilder).nodeInterfaceRef();

fieldBuilder.lookup = function lookup(table, { typename, type, description }) {
  const by = this.builder.inputType(`${typename}By`, {
    isOneOf: true,
    description: `Names one ${typename}, by exactly one of these.`,
    fields: (t) => ({
      id: t.id({ description: `Its id in this API, such as "${typename}:…".` }),
      code: t.string({ description: 'Its code, as people cite it.' }),
    }),
  });
  const what = 'Which one, by its id or by its code.';
  const args = { by: this.arg({ type: by, required: true, description: what }) };
  return lookUp(this, { type, description, args }, { of: { table, typename } });
};

fieldBuilder.nodeById = function nodeById({ description }) {
  const what = 'Its id, such as "Report:xinghe-2023".';
  const args = { id: this.arg({ type: 'ID', required: true, description: what }) };
  return lookUp(this, { type: nodeType(this.builder), description, args }, {});
};

fieldBuilder.nodesById = function nodesById({ description }) {
  const what = `Their ids, at most ${maximumIds}.`;
  const args = { ids: this.arg({ type: ['ID'], required: true, description: what }) };
  return lookUp(this, { type: [nodeType(this.builder)], description, args }, { isList: true });
};

function lookUp(
  field: typeof fieldBuilder,
  options: { type: unknown; description: string; args: InputFieldMap },
  { of = null, isList = false }: { of?: TypedTable | null; isList?: boolean },
) {
  const { builder } = field;
  const spec: SpecOf<'lookup'> = { kind: 'lookup', of, isList };
  return fieldOf(field, {
    ...options,
    nullable: isList ? { list: false, items: true } : true,
    extensions: withSpec(spec),
    async resolve(_root, args: ArgumentValues, context, info) {
      const found = await findNamed({ builder, context, info }, spec, args);
      return isList ? found : found[0];
    },
  });
}

type Named = { by?: { id?: string | null; code?: string | null }; id?: unknown; ids?: unknown };

/**
 * What the arguments of a look-up name, in their order.
 * @throws BAD_USER_INPUT for more ids than may be asked for at once
 */
export function namedIn({ of }: SpecOf<'lookup'>, { by, id, ids }: Named): readonly GlobalId[] {
  if (of && by?.id == null) return [{ typename: of.typename, id: by?.code ?? '' }];
  const all: unknown[] = Array.isArray(ids) ? ids : [by?.id ?? id];
  if (all.length > maximumIds) {
    throw badUserInput(
      `\`ids\` holds ${all.length}; at most ${maximumIds} (ids). Ask for the others in another request.`,
      'ids',
    );
  }
  return all.map((each) => parseGlobalId(String(each)));
}

/** One statement for each type among what is named; null for what is not there. */
async function findNamed(
  asking: Asking,
  spec: SpecOf<'lookup'>,
  args: ArgumentValues,
): Promise<(Row | null)[]> {
  const named = namedIn(spec, args);
  const found = new Map<string, Map<unknown, Row>>();
  for (const [typename, some] of Map.groupBy(named, (node) => node.typename)) {
    const isOther = spec.of !== null && spec.of.typename !== typename;
    const table = isOther ? null : (spec.of?.table ?? tableOfNode(asking.info.schema, typename));
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

/** The tables of all types that have ids. */
const nodeTables = oncePer((schema: GraphQLSchema): TableName[] => {
  const node = schema.getType('Node');
  const types = isInterfaceType(node) ? schema.getPossibleTypes(node) : [];
  return types.flatMap(({ name }) => tableOfNode(schema, name) ?? []);
});

export const estimateLookup: EstimateKind<'lookup'> = (estimating, selected, spec) => {
  const { ids } = estimating.argumentsOf(selected);
  const rows = Array.isArray(ids) ? ids.length : 1;
  const tables = spec.of ? [spec.of.table] : nodeTables(estimating.selecting.schema);
  const toFind = tables.map((table) => rowsToName(estimating.statistics, table, rows));
  estimating.read(rows + Math.max(...toFind));
  estimating.write(spec.isList ? 2 + 5 * rows : 3);
  const at = spec.isList ? { rows, repeats: rows } : once;
  estimating.object(selected, { table: spec.of?.table, at });
};
