import { isLeafType } from 'graphql';
import type { Selected } from '../collect-fields.ts';
import { once, typeBytes } from '../work/work.ts';
import type { Estimating, EstimatedSource, EstimateKind } from '../work/estimating.ts';

/** A value of objects that are no rows: a text is of no known length, and a list has so many items. */
export function estimateValue(
  estimating: Estimating,
  selected: Selected,
  { at, items = 1 }: EstimatedSource,
  inner = items,
): void {
  const { type, isList } = selected;
  const rows = isList ? at.rows * items : at.rows;
  if (isList) estimating.writeEmpty(at.rows);
  if (isLeafType(type)) estimating.write(rows * typeBytes(type));
  else estimating.object(selected, { at: { rows, repeats: rows }, items: inner });
}

export const estimateProperty: EstimateKind<'property'> = (estimating, selected, spec, source) => {
  const { costs } = spec;
  if (costs) estimating.read(costs.rows * source.at.rows);
  const items = costs?.items ?? source.items;
  estimateValue(estimating, selected, { at: source.at, ...(items && { items }) }, costs?.inner);
};

/** What comes with the request tells of itself in lists of fewer values. */
const valuesOfRequest = 60;

export const estimateContext: EstimateKind<'context'> = (estimating, selected) => {
  estimateValue(estimating, selected, { at: once, items: valuesOfRequest });
};
