import { maximumFacetValues } from '../db/facet.ts';
import type { FacetRow } from '../db/facet.ts';
import { outOfRange } from '../validation/bad-user-input.ts';
import type { ArgumentValues } from './field-arguments.ts';
import type { Builder } from './field-builder.ts';
import { withPart, withSpec } from './field-spec.ts';
import type { Facet } from './listing.ts';
import { oncePer } from './once-per.ts';
import type { CountFacet } from './page.ts';

/** What has facets: those of rows of a type. */
export type Faceted = { typename: string; facets?: Readonly<Record<string, Facet>> };

/** The type that holds all facets of a listing, one for every connection over it. */
export const facetsOf = oncePer((listing: Faceted, builder: Builder) =>
  builder.objectRef<CountFacet>(`${listing.typename}Facets`).implement({
    description:
      'How many rows of the whole list there are of each value (分面), under the same filter; rows without a value are not counted.',
    fields: (t) =>
      Object.fromEntries(
        Object.entries(listing.facets ?? {}).map(([name, facet]) => [
          name,
          t.field({
            type: [facetValue(builder)],
            description: `${facet.description} The commonest values first.`,
            args: {
              first: t.arg.int({
                required: true,
                defaultValue: 20,
                description: `How many values, from 0 to ${maximumFacetValues}.`,
              }),
            },
            extensions: withPart({ part: 'facet', facet }),
            resolve: async (count, args) => (await count(name, facet)).slice(0, facetLimit(args)),
          }),
        ]),
      ),
  }),
);

const inLanguage = ({ language }: { language?: unknown }) => (language === 'EN' ? 'en' : 'zh');

/**
 * How many values of a facet are asked for.
 * @throws BAD_USER_INPUT for more than there may be
 */
export function facetLimit(args: ArgumentValues): number {
  const first = Number(args['first']);
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

const facetValue = oncePer((builder: Builder) =>
  builder.objectRef<FacetRow>('FacetValue').implement({
    description: 'A value and how many rows have it.',
    fields: (t) => ({
      value: t.exposeString('value', {
        description: 'The value as filters take it: a code, a name of a closed list, a year.',
      }),
      label: t.string({
        description: 'What it is called; the value itself where it has no other name.',
        args: {
          language: t.arg({
            type: 'Language',
            required: true,
            defaultValue: 'ZH',
            description: 'In which language: Chinese if left out.',
          } as never),
        },
        extensions: withSpec({ kind: 'property', of: inLanguage }),
        resolve: (row, args) => row[inLanguage(args)],
      }),
      count: t.exposeInt('count', { description: 'How many rows have it.' }),
    }),
  }),
);
