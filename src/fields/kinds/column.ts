import type { Table } from 'drizzle-orm';
import type { ArgumentValues } from '../field-arguments.ts';
import { fieldBuilder, fieldOf, withSelect } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import type { SpecOf } from '../field-spec.ts';
import { rowsIn } from '../work/estimating.ts';
import type { EstimateKind } from '../work/estimating.ts';
import { expressionBytes, textBytes } from '../work/work.ts';

let columns = 0;

fieldBuilder.column = function column(table, options) {
  const { from, atMostBytes = 0, measuredAs = null, ...others } = options;
  const spec: SpecOf<'column'> = { kind: 'column', table, from, atMostBytes, measuredAs };
  columns += 1;
  const field = columns;
  // The arguments are part of the key, so that two aliases of one field share a statement.
  const keyOf = (args: ArgumentValues) => `column${field}${JSON.stringify(args)}`;
  // One function for one key: Pothos takes two different ones for a conflict and loads twice.
  const made = new Map<string, object>();
  const extraOf = (args: ArgumentValues) => {
    const key = keyOf(args);
    const extra = made.get(key) ?? { [key]: (row: Table) => spec.from(row, args).getSQL() };
    if (made.size > 100) made.clear();
    made.set(key, extra);
    return extra;
  };
  return fieldOf(this, {
    ...others,
    extensions: {
      ...withSpec(spec),
      ...withSelect((args: ArgumentValues) => ({ columns: {}, extras: extraOf(args) })),
    },
    resolve: (row, args: ArgumentValues) => row[keyOf(args)],
  });
};

export const estimateColumn: EstimateKind<'column'> = (estimating, selected, spec, source) => {
  const { table, at } = rowsIn(source);
  const { measuredAs } = spec;
  if (measuredAs !== null) {
    estimating.write(textBytes(estimating.statistics, { table, column: measuredAs }, at));
    return;
  }
  const expression = spec.from(spec.table, estimating.argumentsOf(selected));
  const ofColumns = expressionBytes(estimating.statistics, { table, expression }, at);
  estimating.write(ofColumns + spec.atMostBytes * at.rows);
};
