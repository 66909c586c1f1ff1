import { places } from '../db/tables/vocabulary.ts';
import { connection } from '../fields/connection.ts';
import { builder, rootFields } from './builder.ts';
import { PlaceLevel } from './enums.ts';
import * as listings from './listings.ts';
import * as vocabularyListings from './vocabulary-listings.ts';
import { reportConnection } from './report.ts';
import { worded } from './worded.ts';

export const Place = builder.drizzleNode('places', {
  name: 'Place',
  description: 'An administrative division (行政区划).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Its code in GB/T 2260, such as 150924 for Xinghe County.',
    }),
    name: worded(t, places, {
      description: 'Its name.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    level: t.expose('level', { type: PlaceLevel, description: 'Its rank.' }),
    parent: t.relation('parent', { nullable: true, description: 'The place that it lies in.' }),
    reports: t.related(listings.reports, {
      description: 'The reports about it, those about places in it not included.',
      connection: reportConnection,
      relation: 'reports',
    }),
  }),
});

export const placeRoots = rootFields((t) => ({
  place: t.lookup('places', { typename: 'Place', type: Place, description: 'One place.' }),
  places: t.page(vocabularyListings.places, {
    description: 'The places that reports are about, and those that they lie in.',
    connection: connection(builder, 'Place', {
      node: Place,
      of: 'places',
      facets: vocabularyListings.places,
    }),
  }),
}));
