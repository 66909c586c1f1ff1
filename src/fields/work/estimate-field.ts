import { getNamedType, getNullableType, isLeafType, isListType } from 'graphql';
import type { GraphQLObjectType } from 'graphql';
import type { Selected } from '../collect-fields.ts';
import { specOf } from '../field-spec.ts';
import type { Kind, SpecOf } from '../field-spec.ts';
import { estimateColumn } from '../kinds/column.ts';
import { estimateLookup } from '../kinds/lookup.ts';
import { estimateNode } from '../kinds/node.ts';
import { estimateEmbedded } from '../kinds/object.ts';
import { estimateStatementRow } from '../kinds/statement-row.ts';
import { estimateStatement } from '../kinds/statement.ts';
import { estimateUnion } from '../kinds/union.ts';
import { exposedColumn, followedRelation } from '../pothos-metadata.ts';
import { estimateConnection } from './estimate-connection.ts';
import { estimateIntrospection } from './estimate-introspection.ts';
import { rowsIn, tableAt } from './estimating.ts';
import type { Estimating, EstimatedRows, EstimatedSource } from './estimating.ts';
import { columnBytes, typeBytes } from './leaf-bytes.ts';
import { follow } from './work.ts';

type EstimateKind<Of extends Kind> = (
  estimating: Estimating,
  selected: Selected,
  spec: SpecOf<Of>,
  source: EstimatedSource,
) => void;

/** What each kind of field costs; a kind that is forgotten here does not type-check. */
const estimates: { [Of in Kind]: EstimateKind<Of> } = {
  column: estimateColumn,
  connection: estimateConnection,
  context: estimateContext,
  lookup: estimateLookup,
  node: estimateNode,
  object: estimateEmbedded,
  property: estimateProperty,
  statement: estimateStatement,
  statementRow: estimateStatementRow,
  union: estimateUnion,
};

/** One field of objects that are read from a source. */
export function estimateField(
  estimating: Estimating,
  parent: GraphQLObjectType,
  selected: Selected,
  source: EstimatedSource,
): void {
  const { field, sets } = selected;
  const spec = specOf(field);
  if (spec) (estimates[spec.kind] as EstimateKind<Kind>)(estimating, selected, spec, source);
  else if (field.name.startsWith('__')) {
    estimateIntrospection(estimating, getNamedType(field.type), sets);
  } else if (source.table === undefined) estimateValue(estimating, selected, source);
  else estimatePlain(estimating, parent, selected, rowsIn(source));
}

/** A field of rows that declares nothing: a leaf, a relation, or another type over the same row. */
function estimatePlain(
  estimating: Estimating,
  parent: GraphQLObjectType,
  selected: Selected,
  source: EstimatedRows,
): void {
  const { field, sets } = selected;
  const { table, at, part } = source;
  const type = getNamedType(field.type);
  if (isLeafType(type)) {
    const exposed = exposedColumn(field) ?? (field.name === 'id' ? 'code' : field.name);
    const column = part?.columns[exposed] ?? exposed;
    estimating.write(columnBytes(estimating.statistics, { table, column }, at));
    if (field.name === 'id') estimating.write(at.rows * parent.name.length);
    return;
  }
  const followed = part
    ? { relation: part.relations[field.name] ?? field.name, query: {} }
    : followedRelation(field);
  if (!followed || followed.relation === null) estimating.object(type, sets, source);
  else {
    const { relation, query } = followed;
    estimateRelation(estimating, selected, { relation, most: query.limit, source });
  }
}

/** The row or the rows that a relation leads to. */
function estimateRelation(
  estimating: Estimating,
  { field, sets }: Selected,
  {
    relation,
    most,
    source: { table, at },
  }: { relation: string; most: number | undefined; source: EstimatedRows },
): void {
  const isList = isListType(getNullableType(field.type));
  const step = { from: table, relation, ...(isList && most !== undefined && { most }) };
  const reached = follow(estimating.statistics, step, at);
  // A list is put in order before it is cut.
  const read = isList ? follow(estimating.statistics, { from: table, relation }, at) : reached;
  estimating.read(at.rows + read.rows);
  estimating.writeEmpty(at.rows);
  const target = { table: tableAt(table, relation), at: reached };
  estimating.object(getNamedType(field.type), sets, target);
}

/** A value of objects that are no rows: a text is of no known length, and a list has so many items. */
function estimateValue(
  estimating: Estimating,
  { field, sets }: Selected,
  { at, items = 1 }: EstimatedSource,
): void {
  const type = getNamedType(field.type);
  const isList = isListType(getNullableType(field.type));
  const rows = isList ? at.rows * items : at.rows;
  if (isList) estimating.writeEmpty(at.rows);
  if (isLeafType(type)) estimating.write(rows * typeBytes(type));
  else estimating.object(type, sets, { at: { rows, repeats: rows }, items });
}

function estimateProperty(
  estimating: Estimating,
  selected: Selected,
  { costs }: SpecOf<'property'>,
  source: EstimatedSource,
): void {
  if (!costs) {
    estimateValue(estimating, selected, source);
    return;
  }
  const { at } = source;
  estimating.read(costs.rows * at.rows);
  estimating.writeEmpty(at.rows);
  const type = getNamedType(selected.field.type);
  const rows = costs.items * at.rows;
  if (isLeafType(type)) estimating.write(rows * typeBytes(type));
  else estimating.object(type, selected.sets, { at: { rows, repeats: rows }, items: costs.inner });
}

/** What comes with the request tells of itself in lists of fewer values. */
const valuesOfRequest = 60;

function estimateContext(estimating: Estimating, selected: Selected): void {
  const at = { rows: 1, repeats: 1 };
  estimateValue(estimating, selected, { at, items: valuesOfRequest });
}
