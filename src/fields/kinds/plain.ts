import { isLeafType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import type { TableName } from '../../db/relations.ts';
import type { Selected } from '../collect-fields.ts';
import { specOf } from '../field-spec.ts';
import type { FieldSpec, RowPart } from '../field-spec.ts';
import { exposedColumn, followedRelation, tableNameOf } from '../pothos-metadata.ts';
import { rowsIn, tableAt } from '../work/estimating.ts';
import type { EstimateKind } from '../work/estimating.ts';
import { columnBytes, follow } from '../work/work.ts';

/** The table whose rows objects are, or parts of each; null for objects that are no rows, and at the root. */
type Rows = { name: TableName; part?: RowPart | undefined } | null;

/** What a field declares by itself or through Pothos; null where neither says where its value is. */
export function specIn(
  parent: GraphQLObjectType,
  selected: Selected,
  rows: Rows,
): FieldSpec | null {
  const { field } = selected;
  const declared = specOf(field);
  if (declared) return declared;
  if (rows) return field.args.length > 0 ? null : plainSpec(parent, selected, rows);
  const property = exposedColumn(field);
  return property === undefined ? null : { kind: 'property', of: () => property };
}

function plainSpec(
  parent: GraphQLObjectType,
  { field, type, isList }: Selected,
  { name, part }: NonNullable<Rows>,
): FieldSpec | null {
  if (isLeafType(type)) {
    const isId = field.name === 'id' && parent.getInterfaces().some((of) => of.name === 'Node');
    if (isId) return { kind: 'leaf', column: 'code', idOf: parent.name };
    const exposed = exposedColumn(field);
    const column = part ? part.columns[exposed ?? field.name] : exposed;
    return column === undefined || isList ? null : { kind: 'leaf', column, idOf: null };
  }
  const relation = part?.relations[field.name];
  if (part) return relation === undefined ? null : { kind: 'relation', relation, query: {} };
  const followed = followedRelation(field);
  // Another type over the same row is one of the same table.
  if (!followed || (followed.relation === null && tableNameOf(type) !== name)) return null;
  return { kind: 'relation', ...followed };
}

export const estimateLeaf: EstimateKind<'leaf'> = (estimating, _selected, spec, source) => {
  const { table, at } = rowsIn(source);
  const { column, idOf } = spec;
  estimating.write(columnBytes(estimating.statistics, { table, column }, at));
  if (idOf !== null) estimating.write(at.rows * idOf.length);
};

export const estimateRelation: EstimateKind<'relation'> = (estimating, selected, spec, source) => {
  const { table, at } = rowsIn(source);
  const { relation, query } = spec;
  const { isList } = selected;
  if (relation === null) return estimating.object(selected, source);
  const whole = { from: table, relation };
  const step = { ...whole, ...(isList && query.limit !== undefined && { most: query.limit }) };
  const reached = follow(estimating.statistics, step, at);
  // A list is put in order before it is cut.
  const read = isList ? follow(estimating.statistics, whole, at) : reached;
  estimating.read(at.rows + read.rows);
  estimating.writeEmpty(at.rows);
  estimating.object(selected, { table: tableAt(table, relation), at: reached });
};
