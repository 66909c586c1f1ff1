import { isLeafType, isObjectType } from 'graphql';
import type { Selection } from '../collect-fields.ts';
import type { Kind } from '../field-spec.ts';
import { estimateColumn } from '../kinds/column.ts';
import { estimateLookup } from '../kinds/lookup.ts';
import { estimateObject } from '../kinds/object.ts';
import { estimateLeaf, estimateRelation, specIn } from '../kinds/plain.ts';
import { estimateContext, estimateProperty, estimateValue } from '../kinds/property.ts';
import { estimateStatement, estimateStatementRow } from '../kinds/statement.ts';
import { estimateUnion } from '../kinds/union.ts';
import { estimateConnection } from './estimate-connection.ts';
import type { EstimateField, EstimateKind, Estimating } from './estimating.ts';
import { columnBytes } from './work.ts';

/** What each kind of field costs; a kind that is forgotten here does not type-check. */
const estimates: { [Of in Kind]: EstimateKind<Of> } = {
  column: estimateColumn,
  connection: estimateConnection,
  context: estimateContext,
  leaf: estimateLeaf,
  lookup: estimateLookup,
  object: estimateObject,
  property: estimateProperty,
  relation: estimateRelation,
  statement: estimateStatement,
  statementRow: estimateStatementRow,
  union: estimateUnion,
};

/** One field of objects that are read from a source. */
export const estimateField: EstimateField = (estimating, parent, selected, source) => {
  const { name } = selected.field;
  const { table, part, at } = source;
  const spec = specIn(parent, selected, table ? { name: table, part } : null);
  if (spec) (estimates[spec.kind] as EstimateKind<Kind>)(estimating, selected, spec, source);
  else if (name.startsWith('__')) estimateIntrospection(estimating, selected);
  // Only a resolver knows: a value of no known kind, or one of the row's own.
  else if (!table) estimateValue(estimating, selected, source);
  else if (!isLeafType(selected.type)) estimating.object(selected, source);
  else estimating.write(columnBytes(estimating.statistics, { table, column: name }, at));
};

/** How many there are of each in a schema of some hundred types: of types in all, else in each, on average. */
const lengths: Readonly<Record<string, number>> = {
  types: 200,
  directives: 10,
  fields: 10,
  inputFields: 6,
  args: 1.5,
  enumValues: 3,
  possibleTypes: 1,
  interfaces: 0.3,
  ofType: 0.3,
  locations: 4,
};

/** The executor answers these without the database; an object takes it as long as so many rows. */
const rowsOfObject = 1;
const bytesOfLeaf = 40;

/** What is asked of the schema itself, with its objects counted as rows. */
function estimateIntrospection(estimating: Estimating, selection: Selection, times = 1): void {
  if (!isObjectType(selection.type)) {
    estimating.write(bytesOfLeaf * times);
    return;
  }
  estimating.read(rowsOfObject * times);
  estimating.each(selection, times, (selected) => {
    estimateIntrospection(estimating, selected, times * (lengths[selected.field.name] ?? 1));
  });
}
