import { fieldBuilder, fieldOf } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import { codeNamed } from '../global-id.ts';
import type { By } from '../global-id.ts';
import { rowsByValue } from '../read-rows.ts';
import type { EstimateKind } from '../work/estimating.ts';
import { once } from '../work/work.ts';

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
  return fieldOf(this, {
    type,
    nullable: true,
    description,
    args: {
      by: this.arg({
        type: by,
        required: true,
        description: 'Which one, by its id or by its code.',
      }),
    },
    extensions: withSpec({ kind: 'lookup', table, typename }),
    async resolve(_root, args: { by: By }, context, info) {
      const code = codeNamed(typename, args.by);
      const wanted = { column: 'code', values: [code] };
      const rows = await rowsByValue({ builder, context, info }, { table, typename }, wanted);
      return rows.get(code) ?? null;
    },
  });
};

export const estimateLookup: EstimateKind<'lookup'> = (estimating, selected, { table }) => {
  estimating.read(1);
  estimating.writeEmpty(1);
  estimating.object(selected, { table, at: once });
};
