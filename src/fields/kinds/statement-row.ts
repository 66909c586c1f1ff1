import { anyBuilder } from '../field-builder.ts';
import type { WithDatabase } from '../field-builder.ts';
import { withSpec } from '../field-spec.ts';
import type { NamedRow } from '../field-spec.ts';
import type { Row } from '../page.ts';
import { rowsByValue } from '../read-rows.ts';
import type { Asking } from '../read-rows.ts';
import type { EstimateKind } from '../work/estimating.ts';
import type { StatementRow } from './statement.ts';

/** A field of a statement's row that is the row of a table which one of its values names. */
export const namedRow = (builder: object, row: NamedRow) => ({
  extensions: withSpec({ kind: 'statementRow', row }),
  async resolve(
    parent: StatementRow,
    _args: object,
    context: WithDatabase,
    info: Asking['info'],
  ): Promise<never> {
    const { value, column, of } = row;
    const typeOf = (each: Row) => ('by' in of ? of.tables[String(each[of.by])] : of);
    const own: Row = parent;
    const type = typeOf(own);
    if (!type || own[value] == null) return null as never;
    const some = parent.page.rows.filter((each: Row) => typeOf(each) === type);
    // All rows of the page that are of this type at once.
    const rows = await parent.page.once(info.fieldNodes[0], type.typename, () =>
      rowsByValue({ builder: anyBuilder(builder), context, info }, type, {
        column,
        values: some.map((each: Row) => each[value]),
      }),
    );
    return (rows.get(own[value]) ?? null) as never;
  },
});

export const estimateStatementRow: EstimateKind<'statementRow'> = (
  estimating,
  selected,
  { row: { isUnique, of } },
  { at: { rows } },
) => {
  const [first] = 'by' in of ? Object.values(of.tables) : [of];
  estimating.read(rows);
  estimating.object(selected, { table: first?.table, at: { rows, repeats: isUnique ? 1 : rows } });
};
