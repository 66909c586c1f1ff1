import { isObjectType } from 'graphql';
import type { Selection } from '../collect-fields.ts';
import type { Estimating } from './estimating.ts';

/** How many there are of each in a schema of some hundred types: of types in all, else in each, on average. */
const lengths: Readonly<Record<string, number>> = {
  types: 200,
  directives: 10,
  fields: 10,
  inputFields: 6,
  args: 1.5,
  enumValues: 3,
  possibleTypes: 1,
  interfaces: 0.3,
  ofType: 0.3,
  locations: 4,
};

/** The executor answers these without the database; an object takes it as long as so many rows. */
const rowsOfObject = 1;
const bytesOfLeaf = 40;

/** What is asked of the schema itself, with its objects counted as rows. */
export function estimateIntrospection(
  estimating: Estimating,
  selection: Selection,
  times = 1,
): void {
  if (!isObjectType(selection.type)) {
    estimating.write(bytesOfLeaf * times);
    return;
  }
  estimating.read(rowsOfObject * times);
  estimating.each(selection, times, (selected) => {
    estimateIntrospection(estimating, selected, times * (lengths[selected.field.name] ?? 1));
  });
}
