import { brandWithType } from '@pothos/core';
import { fieldBuilder, fieldOf, withSelect } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import type { Row } from '../page.ts';
import { rowsIn } from '../work/estimating.ts';
import type { EstimateKind } from '../work/estimating.ts';
import { follow } from '../work/work.ts';

fieldBuilder.oneOf = function oneOf(type, { description, members }) {
  const relations = Object.keys(members);
  return fieldOf(this, {
    type,
    nullable: true,
    description,
    extensions: {
      ...withSpec({ kind: 'union', members }),
      ...withSelect(
        (_args, _context, nested) => ({
          columns: {},
          with: Object.fromEntries(
            Object.entries(members).map(([relation, typename]) => [
              relation,
              nested({}, { getType: () => typename, paths: [] }),
            ]),
          ),
        }),
        ...relations,
      ),
    },
    resolve(row) {
      for (const [relation, typename] of Object.entries(members)) {
        const member = row[relation] as Row | null;
        if (member === null) continue;
        brandWithType(member, typename as never);
        return member;
      }
      return null;
    },
  });
};

export const estimateUnion: EstimateKind<'union'> = (estimating, selected, { members }, source) => {
  const { table, at } = rowsIn(source);
  const repeats = Object.keys(members).map(
    (relation) => follow(estimating.statistics, { from: table, relation }, at).repeats,
  );
  estimating.read(2 * at.rows);
  estimating.writeEmpty(at.rows);
  const reached = { rows: at.rows, repeats: Math.max(...repeats) };
  estimating.object(selected, { table, at: reached });
};
