import { places, places as placeTable } from '../db/tables/vocabulary.ts';
import { connection } from '../fields/connection.ts';
import { matchingText, idsOf, placesWithin as placesInside } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import { PlaceLevel } from './enums.ts';
import { byCode, byName, some, theirCodes } from './listing-terms.ts';
import { reportConnection, reportListing } from './report.ts';
import { translated, worded } from './worded.ts';
import { pageUrl } from './url.ts';

const filters = filterFieldsOf('places');

const placeListing = declareListing({
  table: 'places',
  typename: 'Place',
  rules: {
    codes: filters.ownCodes(theirCodes),
    levels: filters.anyOf(PlaceLevel, 'Their ranks, from country to township.', (values) => ({
      level: { in: values },
    })),
    parents: filters.codes('places', 'The codes of the places that they lie in.', (values) => ({
      parentId: { in: idsOf(placeTable, values) },
    })),
    within: filters.codes(
      'places',
      'The codes of places: they themselves, and every place in them at any depth.',
      (values) => ({ id: { in: placesInside(placeTable, values) } }),
    ),
    hasReports: filters.boolean('Whether any report is about them.', (holds) =>
      some(holds, { reports: true }),
    ),
    text: filters.text('Words in their name or their code.', (typed) => ({
      searchId: matchingText('PLACE', typed),
    })),
    reports: filters.relation('reports', 'Places with such a report.'),
  },
  orders: { CODE: byCode, NAME: byName },
  facets: { levels: { description: 'Their ranks (行政层级).', column: 'level' } },
});

export const Place = builder.drizzleNode('places', {
  name: 'Place',
  description: 'An administrative division (行政区划).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Its code in GB/T 2260, such as 150924 for Xinghe County.',
    }),
    url: pageUrl(t, places, 'place'),
    name: worded(t, places, {
      description: 'Its name in full, such as 兴和县.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    hasTranslation: translated(t, places, {
      what: 'name',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    level: t.expose('level', {
      type: PlaceLevel,
      description: 'Its rank (行政层级): country, province, prefecture, county and so on.',
    }),
    parent: t.relation('parent', { nullable: true, description: 'The place that it lies in.' }),
    reports: t.related(reportListing, {
      description: 'The reports about it, those about places in it not included.',
      connection: reportConnection,
      relation: 'reports',
    }),
  }),
});

const placeConnection = connection(builder, 'Place', {
  node: Place,
  of: 'places',
  facets: placeListing,
});

builder.drizzleObjectField(Place, 'children', (t) =>
  t.related(placeListing, {
    description: 'The places that lie in it directly; those in them have it as an ancestor only.',
    connection: placeConnection,
    relation: 'children',
  }),
);

export const placeRoots = rootFields((t) => ({
  place: t.lookup('places', {
    typename: 'Place',
    type: Place,
    description: 'One place by its id or code; null where there is none.',
  }),
  places: t.page(placeListing, {
    description: 'The places that reports are about, and those that they lie in.',
    connection: placeConnection,
  }),
}));
