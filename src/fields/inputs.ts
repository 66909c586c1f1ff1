import type { InputFieldMap, InputRef } from '@pothos/core';
import { limits } from '../limits.ts';
import type { Builder, fieldBuilder } from './field-builder.ts';
import type { FilterShape, Listing } from './listing.ts';
import { oncePer } from './once-per.ts';
import { pageSizes } from './page.ts';
import type { PageSize } from './page.ts';

type Args = (typeof fieldBuilder)['arg'];

/** `first: 20, after: …`, and the same from the end. */
export function windowArguments(arg: Args, { usual, limit, isForward }: PageSize): InputFieldMap {
  const most = limits[limit].value;
  const otherwise = isForward ? 'left out' : 'neither first nor last is given';
  return {
    first: arg.int({
      description: `How many from the start, from 0 to ${most}; ${usual} if ${otherwise}.`,
    }),
    after: arg.string({ description: 'Only those after this cursor.' }),
    ...(!isForward && {
      last: arg.int({ description: `How many from the end, from 0 to ${most}.` }),
      before: arg.string({ description: 'Only those before this cursor.' }),
    }),
  };
}

/** @param rows what passes the filter or does not */
export const filterArgument = (
  builder: Builder,
  arg: Args,
  shape: FilterShape,
  rows = 'rows',
): InputFieldMap => ({
  filter: arg({
    type: filterInput(shape, builder),
    description: `Only the ${rows} that pass all its fields.`,
  }),
});

/** The arguments of the pages of a listing: its own filter and orders, and the window. */
export function pageArguments(builder: Builder, arg: Args, listing: Listing): InputFieldMap {
  const type = orderInput(listing, builder);
  const [usual] = Object.keys(listing.orders);
  return {
    ...filterArgument(builder, arg, listing),
    orderBy: arg({ type, description: `In which order; ${usual} if left out.` }),
    ...windowArguments(arg, pageSizes),
  };
}

const filters = new WeakMap<FilterShape, InputRef<object>>();

/** The type of a filter; made when first used, as one listing's filter may hold another's. */
function filterInput(shape: FilterShape, builder: Builder): InputRef<object> {
  const known = filters.get(shape);
  if (known) return known;
  const { typename, rules, rows = `rows of ${typename}` } = shape;
  const filter = builder.inputRef<object>(`${typename}Filter`);
  // Known before its fields are: the filters of two listings may hold each other.
  filters.set(shape, filter);
  filter.implement({
    description: `Which ${rows} a list holds: those that pass every field given. Lists match any of their values, and an empty list matches nothing unless the field says otherwise; a field that is null or left out does not count. With no field at all it lets everything pass; inside another filter it then asks that there is such a thing.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(rules).map(([name, { description, input }]) => {
          const type = 'other' in input ? filterInput(input.other(), builder) : input.type;
          return [name, t.field({ type: type as InputRef<object>, description })];
        }),
      ),
  });
  return filter;
}

const orderInput = oncePer((listing: Listing, builder: Builder) => {
  const field = builder.enumType(`${listing.typename}OrderField`, {
    description: `By what rows of ${listing.typename} can be ordered.`,
    values: Object.fromEntries(
      Object.entries(listing.orders).map(([name, { description }]) => [name, { description }]),
    ),
  });
  return builder.inputRef<object>(`${listing.typename}Order`).implement({
    description: 'What to order by, and which way; rows that are equal in it stand by their code.',
    fields: (t) => ({
      field: t.field({ type: field, required: true, description: 'What to order by.' }),
      direction: t.field({
        type: 'OrderDirection',
        required: true,
        defaultValue: 'ASC',
        description: 'Which way: ascending if left out.',
      } as never),
    }),
  });
});
