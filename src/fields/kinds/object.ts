import type { FieldKind, FieldRef, ObjectRef, SchemaTypes } from '@pothos/core';
import { getNamedType } from 'graphql';
import type { Selected } from '../collect-fields.ts';
import { fieldBuilder, withSelect } from '../field-builder.ts';
import type { WithDescription } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import type { SpecOf } from '../field-spec.ts';
import type { Row } from '../page.ts';
import { rowsIn } from '../work/estimating.ts';
import type { Estimating, EstimatedSource } from '../work/estimating.ts';

declare global {
  export namespace PothosSchemaTypes {
    export interface RootFieldBuilder<
      Types extends SchemaTypes,
      ParentShape,
      Kind extends FieldKind = FieldKind,
    > {
      /**
       * A value object of the parent's own columns and relations, the key being its field and the
       * value the column or relation. It is null where its first column is.
       */
      embedded<Shape, const Nullable extends boolean = true>(
        type: ObjectRef<Types, Shape>,
        options: WithDescription & {
          /** False only where the first column cannot be null. */
          nullable?: Nullable;
          columns: Record<string, string>;
          relations?: Record<string, string>;
        },
      ): FieldRef<Types, Nullable extends true ? Shape | null : Shape, Kind>;
    }
  }
}

fieldBuilder.embedded = function embedded(type, options) {
  const { description, nullable = true, columns, relations = {} } = options;
  const [first] = Object.values(columns);
  if (!first) throw new Error('a value object has at least one column');
  return this.field({
    type,
    description,
    nullable,
    extensions: {
      ...withSpec({ kind: 'object', columns, relations }),
      ...withSelect((_args, _context, nested, selected) => ({
        columns: Object.fromEntries(Object.values(columns).map((column) => [column, true])),
        with: Object.fromEntries(
          Object.entries(relations)
            .filter(([field]) => selected().has(field))
            .map(([field, relation]) => [relation, nested({}, [field])]),
        ),
      })),
    },
    resolve(row: Row) {
      if (row[first] === null) return null;
      const fields = [...Object.entries(columns), ...Object.entries(relations)];
      return Object.fromEntries(fields.map(([field, source]) => [field, row[source]]));
    },
  } as never);
};

export function estimateEmbedded(
  estimating: Estimating,
  { field, sets }: Selected,
  part: SpecOf<'object'>,
  source: EstimatedSource,
): void {
  const rows = rowsIn(source);
  estimating.writeEmpty(rows.at.rows);
  estimating.object(getNamedType(field.type), sets, { ...rows, part });
}
