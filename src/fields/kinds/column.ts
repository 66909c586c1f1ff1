import type {
  FieldKind,
  FieldNullability,
  FieldRef,
  InputFieldMap,
  InputShapeFromFields,
  SchemaTypes,
  ShapeFromTypeParam,
  TypeParam,
} from '@pothos/core';
import type { SQLWrapper, Table } from 'drizzle-orm';
import type { Selected } from '../collect-fields.ts';
import type { ArgumentValues } from '../field-arguments.ts';
import { fieldBuilder, withSelect } from '../field-builder.ts';
import type { WithDescription } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import type { SpecOf } from '../field-spec.ts';
import type { Row } from '../page.ts';
import { rowsIn } from '../work/estimating.ts';
import type { Estimating, EstimatedSource } from '../work/estimating.ts';
import { expressionBytes } from '../work/leaf-bytes.ts';

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<
      Types extends SchemaTypes,
      ParentShape,
      Kind extends FieldKind = FieldKind,
    > {
      /** One SQL expression over the parent's row, which may depend on the arguments. */
      column<
        Columns extends Table,
        Type extends TypeParam<Types>,
        Nullable extends FieldNullability<Type> = false,
        Args extends InputFieldMap = {},
      >(
        table: Columns,
        options: WithDescription & {
          type: Type;
          nullable?: Nullable;
          args?: Args;
          from: (columns: Columns, args: InputShapeFromFields<Args>) => SQLWrapper;
        },
      ): FieldRef<Types, ShapeFromTypeParam<Types, Type, Nullable>, Kind>;
    }
  }
}

let columns = 0;

fieldBuilder.column = function column(table, { from, ...options }) {
  const spec: SpecOf<'column'> = { kind: 'column', table, from };
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
  return this.field({
    ...options,
    extensions: {
      ...withSpec(spec),
      ...withSelect((args: ArgumentValues) => ({ columns: {}, extras: extraOf(args) })),
    },
    resolve: (row: Row, args: ArgumentValues) => row[keyOf(args)],
  } as never);
};

export function estimateColumn(
  estimating: Estimating,
  selected: Selected,
  { from, table: columnsOf }: SpecOf<'column'>,
  source: EstimatedSource,
): void {
  const { table, at } = rowsIn(source);
  const expression = from(columnsOf, estimating.argumentsOf(selected));
  estimating.write(expressionBytes(estimating.statistics, { table, expression }, at));
}
