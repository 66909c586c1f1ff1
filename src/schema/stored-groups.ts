import { is, SQL } from 'drizzle-orm';
import type { GroupOrder } from '../db/groups/group.ts';
import { storedGrouping } from '../db/groups/groupings.ts';
import type { StoredDimension } from '../db/groups/groupings.ts';
import type { AskedDimension, StoredGroups } from '../db/groups/stored-groups.ts';
import { bindParameters, isSingle } from '../fields/field-arguments.ts';
import type { BoundValue, FieldArguments } from '../fields/field-arguments.ts';
import type { FilterValue } from '../fields/listing.ts';
import type { OutcomeDimension } from '../vocabulary.ts';
import { outcomeListing } from './outcome-listing.ts';

/** Which dimension each field of the filter asks of, and the field whose rule gives its values. */
const asking: Readonly<Record<string, { dimension: StoredDimension; as: string }>> = {
  places: { dimension: 'PLACE', as: 'places' },
  placesWithin: { dimension: 'WITHIN', as: 'places' },
  years: { dimension: 'YEAR', as: 'years' },
  levels: { dimension: 'LEVEL', as: 'levels' },
  units: { dimension: 'UNIT', as: 'units' },
  indicators: { dimension: 'INDICATOR', as: 'indicators' },
};

/** Which dimension a field asks to be there, or not. */
const askingWhether: Readonly<Record<string, StoredDimension>> = {
  hasFigure: 'UNIT',
  hasIndicator: 'INDICATOR',
};

/**
 * The groups of the arguments as the import has stored them; null where it has not. It has where the
 * filter asks of the dimensions alone: anything of one that the groups are by, a single value of another.
 */
export function storedGroupsOf(
  by: readonly OutcomeDimension[],
  { args, parameter }: Pick<FieldArguments, 'args' | 'parameter'>,
): StoredGroups | null {
  const asked: AskedDimension[] = [];
  const lifted = parameter('filter') as FilterValue;
  for (const [name, value] of Object.entries((args['filter'] ?? {}) as Record<string, unknown>)) {
    if (value == null) continue;
    const found = askedBy(by, { name, value, lifted: lifted?.[name] });
    if (!found) return null;
    asked.push(found);
  }
  const others = asked.filter(({ dimension }) => !by.some((each) => each === dimension));
  if (!others.every(isSingleValue)) return null;
  const grouping = storedGrouping(new Set([...by, ...asked.map(({ dimension }) => dimension)]));
  return grouping && { dimensions: grouping, asked };
}

/** Whether all groups that pass have the same value. */
const isSingleValue = (asked: AskedDimension) =>
  'only' in asked || ('isThere' in asked && !asked.isThere);

/** What a field of the filter asks of a dimension; null where it asks something else. */
function askedBy(
  by: readonly OutcomeDimension[],
  { name, value, lifted }: { name: string; value: unknown; lifted: unknown },
): AskedDimension | null {
  const whether = askingWhether[name];
  if (whether) return { dimension: whether, isThere: value === true };
  // Where groups are by place, those within others are places among many.
  const isAmongPlaces = name === 'placesWithin' && by.includes('PLACE');
  const field = isAmongPlaces ? { dimension: 'PLACE' as const, as: name } : asking[name];
  if (!field || !Array.isArray(value)) return null;
  const values = valuesOf(field.as, bindParameters(lifted));
  if (!values) return null;
  const { dimension } = field;
  return isSingle(values as unknown as BoundValue) && !isAmongPlaces
    ? { dimension, only: values }
    : { dimension, among: values };
}

/** What a column is to be among, as the rule of a field says it. */
function valuesOf(field: string, value: unknown): SQL | null {
  const [asked] = Object.values(outcomeListing.rules[field]?.where(value) ?? {}) as {
    in?: unknown;
  }[];
  return is(asked?.in, SQL) ? asked.in : null;
}

/** Whether groups are read no further than the page goes: those that are stored, in order of their keys, with none left out. */
export const isReadInOrder = (stored: StoredGroups | null, field: GroupOrder): boolean =>
  stored?.asked.length === 0 && field === 'KEYS';
