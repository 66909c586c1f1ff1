import { is, SQL } from 'drizzle-orm';
import { storedGrouping } from '../db/groups/stored-groups.ts';
import type { StoredDimension, StoredGroups } from '../db/groups/stored-groups.ts';
import { bindParameters } from '../fields/field-arguments.ts';
import type { FieldArguments } from '../fields/field-arguments.ts';
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

/**
 * The groups of the arguments as the import has stored them; null where it has not. It has where the
 * filter asks of the dimensions alone: any values of one that the groups are by, a single value of another.
 */
export function storedGroupsOf(
  by: readonly OutcomeDimension[],
  { args, parameter }: Pick<FieldArguments, 'args' | 'parameter'>,
): StoredGroups | null {
  const dimensions = new Set<string>(by);
  const asked: StoredGroups['asked'][number][] = [];
  const lifted = parameter('filter') as FilterValue;
  for (const [name, value] of Object.entries((args['filter'] ?? {}) as Record<string, unknown>)) {
    if (value == null) continue;
    const field = askedBy(by, name);
    if (!field || !Array.isArray(value)) return null;
    if (!by.some((each) => each === field.dimension) && value.length !== 1) return null;
    const values = valuesOf(field.as, bindParameters(lifted?.[name]));
    if (!values) return null;
    dimensions.add(field.dimension);
    asked.push({ dimension: field.dimension, values });
  }
  const grouping = storedGrouping(dimensions);
  return grouping && { dimensions: grouping, asked };
}

/** Where groups are by place, those within others are places among many. */
const askedBy = (by: readonly OutcomeDimension[], name: string) =>
  name === 'placesWithin' && by.includes('PLACE')
    ? { dimension: 'PLACE' as const, as: name }
    : asking[name];

/** What a column is to be among, as the rule of a field says it. */
function valuesOf(field: string, value: unknown): SQL | null {
  const [asked] = Object.values(outcomeListing.rules[field]?.where(value) ?? {}) as {
    in?: unknown;
  }[];
  return is(asked?.in, SQL) ? asked.in : null;
}
