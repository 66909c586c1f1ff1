import type { InputFieldMap, InputRef, SchemaTypes } from '@pothos/core';
import type { Listing } from './listing.ts';
import { defaultPageSize, maximumPageSize } from './page.ts';

type Builder = PothosSchemaTypes.SchemaBuilder<SchemaTypes>;
type InputFields = PothosSchemaTypes.InputFieldBuilder<SchemaTypes, 'Arg' | 'InputObject'>;

/** The input types of one listing; made when first used, as one listing's filter may hold another's. */
type Inputs = { filter: FilterInput; orderBy: InputRef<object> };
type FilterInput = ReturnType<Builder['inputRef']> & InputRef<object>;

const made = new WeakMap<Listing, Inputs>();

/** `first: 20, after: …`, with the listing's own filter and orders. */
export function pageArguments(builder: object, listing: Listing): InputFieldMap {
  const t = argumentsOf(builder as Builder);
  const { filter, orderBy } = inputsOf(builder as Builder, listing);
  return {
    filter: t.field({ type: filter, description: 'Only the rows that pass all its fields.' }),
    orderBy: t.field({ type: orderBy, description: `In which order; ${usualOrder(listing)}` }),
    first: t.int({
      description: `How many from the start, from 0 to ${maximumPageSize}; ${defaultPageSize} if neither first nor last is given.`,
    }),
    after: t.string({ description: 'Only those after this cursor.' }),
    last: t.int({ description: `How many from the end, from 0 to ${maximumPageSize}.` }),
    before: t.string({ description: 'Only those before this cursor.' }),
  };
}

const usualOrder = (listing: Listing) => `${Object.keys(listing.orders)[0]} if left out.`;

/** The filter of a listing, for fields that are no pages of it. */
export const filterInput = (builder: object, listing: Listing): InputRef<object> =>
  inputsOf(builder as Builder, listing).filter;

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

function inputsOf(builder: Builder, listing: Listing): Inputs {
  const known = made.get(listing);
  if (known) return known;
  const filter = builder.inputRef<object>(`${listing.typename}Filter`);
  const inputs = { filter, orderBy: orderInput(builder, listing) };
  // Known before its fields are: the filters of two listings may hold each other.
  made.set(listing, inputs);
  implementFilter(builder, listing, filter);
  return inputs;
}

function implementFilter(builder: Builder, listing: Listing, filter: FilterInput): void {
  filter.implement({
    description: `Which rows of ${listing.typename} a list holds: those that pass every field given. Lists match any of their values, and an empty list matches nothing; a field that is null or left out does not count.`,
    fields: (t) =>
      Object.fromEntries(
        Object.entries(listing.rules).map(([name, { description, input }]) => {
          const type = 'other' in input ? inputsOf(builder, input.other()).filter : input.type;
          return [name, t.field({ type: type as InputRef<object>, description })];
        }),
      ),
  });
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
        description: 'Which way: ascending if left out.',
      }),
    }),
  });
}
