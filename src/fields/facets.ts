import type { ObjectRef, SchemaTypes } from '@pothos/core';
import { maximumFacetValues } from '../db/facet.ts';
import type { FacetRow } from '../db/facet.ts';
import { outOfRange } from '../validation/bad-user-input.ts';
import { withSpec } from './field-spec.ts';
import type { Listing } from './listing.ts';

type Builder = PothosSchemaTypes.SchemaBuilder<SchemaTypes>;

/** What a page gives to count with: the values of a facet by its name. */
export type CountFacet = (name: string) => readonly FacetRow[];

const made = new WeakMap<Listing, ObjectRef<SchemaTypes, CountFacet>>();

/** The type that holds all facets of a listing, one for every connection over it. */
export function facetsOf(builder: Builder, listing: Listing): ObjectRef<SchemaTypes, CountFacet> {
  const known = made.get(listing);
  if (known) return known;
  const type = builder.objectRef<CountFacet>(`${listing.typename}Facets`).implement({
    description:
      'How many rows of the whole list there are of each value (分面), under the same filter; rows without a value are not counted.',
    fields: (t) =>
      Object.fromEntries(
        Object.entries(listing.facets ?? {}).map(([name, facet]) => [
          name,
          t.field({
            type: [facetValue(builder)],
            nullable: false,
            description: `${facet.description} The commonest values first.`,
            args: {
              first: t.arg.int({
                required: true,
                defaultValue: 20,
                description: `How many values, from 0 to ${maximumFacetValues}.`,
              }),
            },
            extensions: withSpec({ kind: 'facet', facet }),
            resolve: (count, args) => count(name).slice(0, facetLimit(args)),
          }),
        ]),
      ),
  });
  made.set(listing, type);
  return type;
}

const inLanguage = ({ language }: { language: string }) => (language === 'EN' ? 'en' : 'zh');

/**
 * How many values of a facet are asked for.
 * @throws BAD_USER_INPUT for more than there may be
 */
export function facetLimit(args: Readonly<Record<string, unknown>>): number {
  const first = args['first'] as number;
  if (first < 0 || first > maximumFacetValues) {
    throw outOfRange(
      'first',
      first,
      'facetValues',
      'The commonest values come first; filter for others.',
    );
  }
  return first;
}

const values = new WeakMap<Builder, ObjectRef<SchemaTypes, FacetRow>>();

function facetValue(builder: Builder): ObjectRef<SchemaTypes, FacetRow> {
  const known = values.get(builder);
  if (known) return known;
  const type = builder.objectRef<FacetRow>('FacetValue').implement({
    description: 'A value and how many rows have it.',
    fields: (t) => ({
      value: t.exposeString('value', {
        nullable: false,
        description: 'The value as filters take it: a code, a name of a closed list, a year.',
      }),
      label: t.string({
        nullable: false,
        description: 'What it is called; the value itself where it has no other name.',
        args: {
          language: t.arg({
            type: 'Language' as never,
            required: true,
            defaultValue: 'ZH' as never,
            description: 'In which language: Chinese if left out.',
          }),
        },
        extensions: withSpec({ kind: 'member', of: inLanguage }),
        resolve: (row, args) => row[inLanguage(args as { language: string })],
      }),
      count: t.exposeInt('count', { nullable: false, description: 'How many rows have it.' }),
    }),
  });
  values.set(builder, type);
  return type;
}
