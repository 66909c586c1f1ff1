import { isLeafType } from 'graphql';
import type { Kind } from '../field-spec.ts';
import { estimateColumn } from '../kinds/column.ts';
import { estimateLookup } from '../kinds/lookup.ts';
import { estimateObject } from '../kinds/object.ts';
import { estimateLeaf, estimateRelation, specIn } from '../kinds/plain.ts';
import { estimateContext, estimateProperty, estimateValue } from '../kinds/property.ts';
import { estimateStatementRow } from '../kinds/statement-row.ts';
import { estimateStatement } from '../kinds/statement.ts';
import { estimateConnection } from './estimate-connection.ts';
import { estimateIntrospection } from './estimate-introspection.ts';
import type { EstimateField, EstimateKind } from './estimating.ts';
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
