import type { InputFieldMap, InputRef, SchemaTypes } from '@pothos/core';
import type { Builder } from './field-builder.ts';
import { limits } from '../limits.ts';
import type { FilterShape, Listing } from './listing.ts';
import { pageSizes } from './page.ts';

const maximum = limits.pageSize.value;

type InputFields = PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'Arg' | 'InputObject'>;

type FilterInput = ReturnType<Builder['inputRef']> & InputRef<object>;

const filters = new WeakMap<FilterShape, FilterInput>();
const orders = new WeakMap<Listing, InputRef<object>>();

/** `first: 20, after: …` */
export function windowArguments(builder: object): InputFieldMap {
  const t = argumentsOf(builder as Builder);
  return {
    first: t.int({
      description: `How many from the start, from 0 to ${maximum}; ${pageSizes.usual} if neither first nor last is given.`,
    }),
    after: t.string({ description: 'Only those after this cursor.' }),
    last: t.int({ description: `How many from the end, from 0 to ${maximum}.` }),
    before: t.string({ description: 'Only those before this cursor.' }),
  };
}

/** The same with the listing's own filter and orders. */
export function pageArguments(builder: object, listing: Listing): InputFieldMap {
  const t = argumentsOf(builder as Builder);
  const type = orders.get(listing) ?? orderInput(builder as Builder, listing);
  orders.set(listing, type);
  return {
    filter: t.field({
      type: filterInput(builder, listing),
      description: 'Only the rows that pass all its fields.',
    }),
    orderBy: t.field({ type, description: `In which order; ${usualOrder(listing)}` }),
    ...windowArguments(builder),
  };
}

const usualOrder = (listing: Listing) => `${Object.keys(listing.orders)[0]} if left out.`;

/** Pothos hands its argument builder to callbacks only. */
function argumentsOf(builder: Builder): InputFields {
  let found: InputFields | undefined;
  builder.args((t) => {
    found = t as never;
    return {};
  });
  if (!found) throw new Error('Pothos gave no argument builder');
  return found;
}

/** The type of a filter; made when first used, as one listing's filter may hold another's. */
export function filterInput(builder: object, shape: FilterShape): InputRef<object> {
  const known = filters.get(shape);
  if (known) return known;
  const { typename, rules } = shape;
  const filter = (builder as Builder).inputRef<object>(`${typename}Filter`);
  // Known before its fields are: the filters of two listings may hold each other.
  filters.set(shape, filter);
  filter.implement({
    description: `Which rows of ${typename} a list holds: those that pass every field given. Lists match any of their values, and an empty list matches nothing; a field that is null or left out does not count.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(rules).map(([name, { description, input }]) => {
          const type = 'other' in input ? filterInput(builder, input.other()) : input.type;
          return [name, t.field({ type: type as InputRef<object>, description })];
        }),
      ),
  });
  return filter;
}

function orderInput(builder: Builder, listing: Listing): InputRef<object> {
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
        type: 'OrderDirection' as never,
        required: true,
        defaultValue: 'ASC' as never,
        description: 'Which way.',
      }),
    }),
  });
}
