import type { FieldKind, FieldRef, SchemaTypes } from '@pothos/core';
import { getNamedType } from 'graphql';
import type { TableName } from '../../db/relations.ts';
import type { Selected } from '../collect-fields.ts';
import { fieldBuilder } from '../field-builder.ts';
import type { WithDatabase, WithDescription } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import type { SpecOf } from '../field-spec.ts';
import { codeNamed } from '../global-id.ts';
import type { By } from '../global-id.ts';
import { rowsByValue } from '../read-rows.ts';
import type { Asking } from '../read-rows.ts';
import type { Estimating } from '../work/estimating.ts';
import { once } from '../work/work.ts';

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
        options: WithDescription & { typename: string; type: object },
      ): FieldRef<Types, unknown, Kind>;
    }
  }
}

fieldBuilder.lookup = function lookup(table, { typename, type, description }) {
  const { builder } = this;
  const by = builder.inputType(`${typename}By`, {
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
    args: { by: this.arg({ type: by, required: true, description: 'Which one.' }) },
    extensions: withSpec({ kind: 'lookup', table, typename }),
    async resolve(_root: unknown, args: { by: By }, context: WithDatabase, info: Asking['info']) {
      const code = codeNamed(typename, args.by);
      const wanted = { column: 'code', values: [code] };
      const rows = await rowsByValue({ builder, context, info }, { table, typename }, wanted);
      return rows.get(code) ?? null;
    },
  } as never);
};

export function estimateLookup(
  estimating: Estimating,
  { field, sets }: Selected,
  { table }: SpecOf<'lookup'>,
): void {
  estimating.read(1);
  estimating.writeEmpty(1);
  estimating.object(getNamedType(field.type), sets, { table, at: once });
}
