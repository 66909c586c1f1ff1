import { fieldBuilder, fieldOf, withSelect } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import { rowsIn } from '../work/estimating.ts';
import type { EstimateKind } from '../work/estimating.ts';

fieldBuilder.embedded = function embedded(type, options) {
  const { description, nullable = true, columns, relations = {} } = options;
  const [first] = Object.values(columns);
  if (!first) throw new Error('a value object has at least one column');
  return fieldOf(this, {
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
    resolve(row) {
      if (row[first] === null) return null;
      const fields = [...Object.entries(columns), ...Object.entries(relations)];
      return Object.fromEntries(fields.map(([field, source]) => [field, row[source]]));
    },
  });
};

export const estimateObject: EstimateKind<'object'> = (estimating, selected, part, source) => {
  const rows = rowsIn(source);
  estimating.writeEmpty(rows.at.rows);
  estimating.object(selected, { ...rows, part });
};
