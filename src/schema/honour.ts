import { honours } from '../db/tables/report.ts';
import { organizations } from '../db/tables/vocabulary.ts';
import { connection } from '../fields/connection.ts';
import { idsOf } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import {
  byName,
  inTextOrder,
  insidePlaces,
  ofPlaceCodes,
  ofReportCodes,
  place,
  present,
  report,
  theirCodes,
  theirReports,
} from './listing-terms.ts';
import { origin, reviewReason, reviewState, rulesOfOrigin, rulesOfReview } from './review.ts';
import { translated, worded } from './worded.ts';
import { cardUrl } from './url.ts';

const filters = filterFieldsOf('honours');

const honourListing = declareListing({
  table: 'honours',
  typename: 'Honour',
  rules: {
    codes: filters.ownCodes(theirCodes),
    ...rulesOfReview(filters),
    ...rulesOfOrigin(filters),
    reports: filters.codes('reports', theirReports, ofReportCodes),
    places: filters.codes('places', 'The codes of the places that were given them.', ofPlaceCodes),
    placesWithin: filters.codes(
      'places',
      'The codes of places: what was given to them, and to every place in them.',
      insidePlaces,
    ),
    awarders: filters.codes(
      'organizations',
      'The codes of the organizations that gave them.',
      (values) => ({ awarderId: { in: idsOf(organizations, values) } }),
    ),
    hasAwarder: filters.boolean('Whether the report says who gave them.', (holds) => ({
      awarderId: present(holds),
    })),
    report: filters.relation('report', 'Honours that such a report tells of.'),
    document: filters.relation('document', 'Honours that such a document gave.'),
  },
  orders: { TEXT_ORDER: inTextOrder, NAME: byName },
  facets: {
    reports: report,
    places: place,
    awarders: { description: 'Who gave them.', column: 'awarderId', of: 'organizations' },
  },
});

const Honour = builder.drizzleNode('honours', {
  name: 'Honour',
  description: 'A title that a place was given (荣誉).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: cardUrl(t, honours, 'name'),
    name: worded(t, honours, {
      description: 'The title that was given, such as 全区法治政府建设示范县.',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    hasTranslation: translated(t, honours, {
      what: 'name',
      of: ({ nameZh, nameEn }) => ({ zh: nameZh, en: nameEn }),
    }),
    place: t.relation('place', { description: 'The place that was given it.' }),
    awarder: t.relation('awarder', {
      nullable: true,
      description: 'Who gave it; null where the report does not tell.',
    }),
    document: t.relation('document', {
      nullable: true,
      description: 'The document that gave it; null where the report names none.',
    }),
    batch: t.exposeInt('batch', {
      nullable: true,
      description: 'In which round of the programme (第三批 is 3).',
    }),
    recipientCount: t.exposeInt('recipients', {
      nullable: true,
      description:
        'How many places the same decision names, this one included: context, not this place’s result.',
    }),
    evidence: t.relation('evidence', { description: 'The words that tell of it.' }),
    origin: t.relation('origin', origin),
    reviewState: t.expose('reviewState', reviewState),
    reviewReason: t.exposeString('reviewReason', reviewReason),
    report: t.relation('report', { description: 'The report that tells of it.' }),
  }),
});

const honourConnection = connection(builder, 'Honour', {
  node: Honour,
  of: 'honours',
  facets: honourListing,
});

builder.drizzleObjectField('reports', 'honours', (t) =>
  t.related(honourListing, {
    description: 'The titles that it tells were given to its place.',
    connection: honourConnection,
    relation: 'honours',
  }),
);

builder.drizzleObjectField('places', 'honours', (t) =>
  t.related(honourListing, {
    description: 'The titles that it was given, as reports tell.',
    connection: honourConnection,
    relation: 'honours',
  }),
);

builder.drizzleObjectField('organizations', 'honours', (t) =>
  t.related(honourListing, {
    description: 'The titles that it gave, as reports tell.',
    connection: honourConnection,
    relation: 'honours',
  }),
);

builder.drizzleObjectField('documents', 'honours', (t) =>
  t.related(honourListing, {
    description: 'The titles that it gave, as reports tell.',
    connection: honourConnection,
    relation: 'honours',
  }),
);

export const honourRoots = rootFields((t) => ({
  honour: t.lookup('honours', {
    typename: 'Honour',
    type: Honour,
    description: 'One honour by its id or code; null where there is none.',
  }),
  honours: t.page(honourListing, {
    description: 'The titles that places were given, as reports tell.',
    connection: honourConnection,
  }),
}));
