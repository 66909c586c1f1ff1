import {
  getNamedType,
  getNullableType,
  isAbstractType,
  isLeafType,
  isListType,
  isObjectType,
} from 'graphql';
import type { GraphQLNamedType, GraphQLObjectType, SelectionSetNode } from 'graphql';
import type { Selected } from '../collect-fields.ts';
import { specOf } from '../field-spec.ts';
import { exposedColumn, followedRelation, tableNameOf } from '../pothos-metadata.ts';
import { estimateRelated } from './estimate-list.ts';
import { tableAt } from './estimating.ts';
import type { Estimating, EstimatedRows } from './estimating.ts';
import { columnBytes, expressionBytes, typeBytes } from './leaf-bytes.ts';
import { follow } from './work.ts';
import type { TableName } from '../../db/relations.ts';

/** Objects that are read from rows: of one type, or of the costliest of several. */
export function estimateObject(
  estimating: Estimating,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
  source: EstimatedRows,
): void {
  if (isAbstractType(type)) {
    const types = estimating.selecting.schema.getPossibleTypes(type);
    estimating.anyOf(
      types.map((each) => () => {
        const table = (tableNameOf(each) ?? source.table) as TableName;
        estimateObject(estimating, each, sets, { ...source, table });
      }),
    );
    return;
  }
  if (!isObjectType(type)) return;
  for (const selected of estimating.fieldsOf(type, sets, source.at.rows)) {
    estimating.estimators.field(type, selected, source);
  }
}

/** One field of such objects. */
export function estimateField(
  estimating: Estimating,
  parent: GraphQLObjectType,
  selected: Selected,
  source: EstimatedRows,
): void {
  const { field, sets } = selected;
  const { statistics } = estimating;
  const { table, at, part } = source;
  const type = getNamedType(field.type);
  const declared = specOf(field);
  switch (declared?.kind) {
    case 'column': {
      const expression = declared.from(declared.table, estimating.argumentsOf(selected));
      estimating.write(expressionBytes(statistics, { table, expression }, at));
      break;
    }
    case 'embedded': {
      const { columns, relations } = declared;
      estimating.writeEmpty(at.rows);
      estimateObject(estimating, type, sets, { ...source, part: { columns, relations } });
      break;
    }
    case 'embeddedRow':
      estimateRelation(estimating, selected, part?.relations[field.name] ?? field.name, source);
      break;
    case 'related':
      estimateRelated(estimating, selected, declared, source);
      break;
    default:
      estimatePlain(estimating, parent, selected, source);
  }
}

/** A field that declares nothing: a leaf, a relation, or another type over the same row. */
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
  const followed = part ? null : followedRelation(field);
  if (!followed || followed.relation === null) estimateObject(estimating, type, sets, source);
  else estimateRelation(estimating, selected, followed.relation, source, followed.query.limit);
}

/** The row or the rows that a relation leads to. */
function estimateRelation(
  estimating: Estimating,
  { field, sets }: Selected,
  relation: string,
  { table, at }: EstimatedRows,
  most?: number,
): void {
  const isList = isListType(getNullableType(field.type));
  const step = { from: table, relation, ...(isList && most !== undefined && { most }) };
  const reached = follow(estimating.statistics, step, at);
  // A list is put in order before it is cut.
  const read = isList ? follow(estimating.statistics, { from: table, relation }, at) : reached;
  estimating.read(at.rows + read.rows);
  estimating.writeEmpty(at.rows);
  estimateObject(estimating, getNamedType(field.type), sets, {
    table: tableAt(table, relation),
    at: reached,
  });
}

/**
 * Objects that are no rows: `times` of them, their texts of no known length, and their lists of so many
 * values each.
 */
export function estimateValues(
  estimating: Estimating,
  type: GraphQLNamedType,
  sets: readonly SelectionSetNode[],
  { times, listed }: { times: number; listed: number },
): void {
  if (!isObjectType(type)) return;
  for (const { field, sets: inner } of estimating.fieldsOf(type, sets, times)) {
    const named = getNamedType(field.type);
    const isList = isListType(getNullableType(field.type));
    const each = isList ? times * listed : times;
    if (isList) estimating.writeEmpty(times);
    if (isLeafType(named)) estimating.write(each * typeBytes(named));
    else estimateValues(estimating, named, inner, { times: each, listed });
  }
}
