import { sql } from 'drizzle-orm';
import type { SQLWrapper } from 'drizzle-orm';
import { frameworkItems as frameworkItemTable } from '../db/tables/framework.ts';
import { reports } from '../db/tables/report.ts';
import { indicators as indicatorTable } from '../db/tables/unit.ts';
import { organizations as organizationTable } from '../db/tables/vocabulary.ts';
import { connection } from '../fields/connection.ts';
import { idsOf, reportsMatchingText } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { seedBounds } from '../limits.ts';
import { builder, rootFields } from './builder.ts';
import { HeadBasis, ReportKind, RequiredPart } from './enums.ts';
import { linkConnection, linkListing } from './link.ts';
import {
  by,
  byCode,
  byTitle,
  byYear,
  insidePlaces,
  kind,
  ofPlaceCodes,
  place,
  present,
  theirCodes,
  year,
} from './listing-terms.ts';
import { measureConnection, measureListing } from './measure.ts';
import { outcomeListing } from './outcome-listing.ts';
import { outcomeConnection } from './outcome.ts';
import { Period, periodColumns } from './period.ts';
import { readText } from './read-text.ts';
import { translated, worded } from './worded.ts';
import { pageUrl } from './url.ts';

/** No report has more sections; the importer refuses one that would. */
const maximumSections = seedBounds.ofReport;

type SourceRow = { sha256: string; characterCount: number; url: string | null };

const ReportSource = builder.objectRef<SourceRow>('ReportSource').implement({
  description: 'The text that a report’s facts were read from (来源).',
  fields: (t) => ({
    sha256: t.expose('sha256', {
      type: 'SHA256',
      description: 'SHA-256 of the text’s UTF-8 bytes: the same text, the same sum.',
    }),
    characterCount: t.exposeInt('characterCount', {
      description: 'Its length in Unicode code points.',
    }),
    sourceUrl: t.expose('url', {
      type: 'URL',
      nullable: true,
      description: 'Where it was published; null where that is not known.',
    }),
  }),
});

const filters = filterFieldsOf('reports');

export const reportListing = declareListing({
  table: 'reports',
  typename: 'Report',
  rules: {
    codes: filters.ownCodes(theirCodes),
    kinds: filters.anyOf(ReportKind, 'What kind of text they are.', (values) => ({
      kind: { in: values },
    })),
    places: filters.codes('places', 'The codes of the places that they are about.', ofPlaceCodes),
    placesWithin: filters.codes(
      'places',
      'The codes of places: reports about them, and about every place in them.',
      insidePlaces,
    ),
    years: filters.anyOf('Int', 'The years in which their periods end.', (values) => ({
      year: { in: values },
    })),
    publishers: filters.codes('organizations', 'The codes of who published them.', (values) => ({
      publisherId: { in: idsOf(organizationTable, values) },
    })),
    indicators: filters.codes(
      'indicators',
      'The codes of indicators that any of their outcomes observes, be it by a value or by a change alone.',
      (values) => ({ outcomes: { indicatorId: { in: idsOf(indicatorTable, values) } } }),
    ),
    silentOn: filters.noneOfCodes(
      'indicators',
      'The codes of indicators of which none of their outcomes observes any, neither by a value nor by a change; an empty list lets all pass.',
      (values) => ({
        NOT: { outcomes: { indicatorId: { in: idsOf(indicatorTable, values) } } },
      }),
    ),
    missingParts: filters.anyOf(
      RequiredPart,
      'Parts of the statutory annual report of which their text lacks any.',
      (values) => ({ parts: { part: { in: values }, present: false } }),
    ),
    missingFrameworkItems: filters.codes(
      'frameworkItems',
      'The codes of framework items of which any is served by none of the measures that they carried out, nor any point below it.',
      (values) => ({
        frameworkItems: { itemId: { in: idsOf(frameworkItemTable, values) }, measureCount: 0 },
      }),
    ),
    hasYear: filters.boolean('Whether one knows their year.', (holds) => ({
      year: present(holds),
    })),
    hasPublisher: filters.boolean(
      'Whether one knows who published them, from their text or from the curator (publisherBasis).',
      (holds) => ({
        publisherId: present(holds),
      }),
    ),
    text: filters.text('Words in their title, or in one of their sections.', (typed) => ({
      id: { in: reportsMatchingText(typed) },
    })),
    measures: filters.relation('measures', 'Reports of such a measure.'),
    outcomes: filters.relation('outcomes', 'Reports of such an outcome.'),
    checks: filters.relation('checks', 'Reports with such a check.'),
    targets: filters.relation('targets', 'Reports with such a target.'),
    problems: filters.relation('problems', 'Reports with such a problem.'),
  },
  orders: {
    CODE: byCode,
    TITLE: byTitle,
    PLACE: by('The codes of their places, and then their years.', 'placeOrder'),
    YEAR: byYear,
  },
  facets: { kinds: kind, places: place, years: year },
});

/** What a thing said of a report rests on: words, or the curator; null for what nobody says. */
const basisOf = (value: SQLWrapper, evidence: SQLWrapper) =>
  sql`case when ${evidence} is not null then 'QUOTED' when ${value} is not null then 'CURATED' end`;

export const Report = builder.drizzleNode('reports', {
  name: 'Report',
  description:
    'One text about one place and period (报告), with what it tells: its measures, their outcomes and the words that prove them.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: pageUrl(t, reports, 'report'),
    kind: t.expose('kind', { type: ReportKind, description: 'What kind of text it is.' }),
    title: worded(t, reports, {
      description: 'Its title, in the curator’s words where the text has none.',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    hasTranslation: translated(t, reports, {
      what: 'title',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    place: t.relation('place', { description: 'The place that it is about.' }),
    publisher: t.relation('publisher', {
      nullable: true,
      description: 'Who published it; null where nobody says.',
    }),
    publishedOn: t.expose('publishedOn', {
      type: 'Date',
      nullable: true,
      description: 'The day it was published; null where nobody says.',
    }),
    publisherBasis: t.column(reports, {
      type: HeadBasis,
      nullable: true,
      description:
        'What tells who published it: words of the report, or the curator; null where nobody does.',
      from: ({ publisherId, publisherEvidenceId }) => basisOf(publisherId, publisherEvidenceId),
    }),
    publisherEvidence: t.relation('publisherEvidence', {
      nullable: true,
      description: 'The words that name who published it; null where it is the curator’s word.',
    }),
    publishedOnBasis: t.column(reports, {
      type: HeadBasis,
      nullable: true,
      description:
        'What tells the day that it was published: words of the report, or the curator; null where nobody does.',
      from: ({ publishedOn, publishedOnEvidenceId }) => basisOf(publishedOn, publishedOnEvidenceId),
    }),
    publishedOnEvidence: t.relation('publishedOnEvidence', {
      nullable: true,
      description: 'The words that write that day; null where it is the curator’s word.',
    }),
    period: t.embedded(Period, {
      ...periodColumns,
      description: 'The time that it is about; null where the text does not let one know it.',
    }),
    year: t.exposeInt('year', {
      nullable: true,
      description: 'The year in which its period ends; null where one cannot know it.',
    }),
    source: t.embedded(ReportSource, {
      description: 'The text behind it all.',
      nullable: false,
      columns: { sha256: 'sha256', characterCount: 'characters', url: 'url' },
    }),
    origins: t.relation('origins', {
      query: { orderBy: { code: 'asc' }, limit: maximumSections },
      description: 'Who or what said its facts first.',
    }),
    text: readText(t, 'reports', 'text', { description: 'The whole text, to the letter.' }),
    sections: t.relation('sections', {
      query: { orderBy: { ordinal: 'asc' }, limit: maximumSections },
      description: 'Its sections, in order; together they hold all of the text.',
    }),
    measures: t.related(measureListing, {
      description: 'The measures that it tells of.',
      connection: measureConnection,
      relation: 'measures',
    }),
    outcomes: t.related(outcomeListing, {
      description: 'The outcomes that it tells of.',
      connection: outcomeConnection,
      relation: 'outcomes',
    }),
    links: t.related(linkListing, {
      description: 'Which of its measures led to which of its outcomes.',
      connection: linkConnection,
      relation: 'links',
    }),
  }),
});

export const reportConnection = connection(builder, 'Report', {
  node: Report,
  of: 'reports',
  facets: reportListing,
});

builder.drizzleObjectField('organizations', 'publications', (t) =>
  t.related(reportListing, {
    description: 'The reports that it published, as their texts say.',
    connection: reportConnection,
    relation: 'publications',
  }),
);

export const reportRoots = rootFields((t) => ({
  report: t.lookup('reports', {
    typename: 'Report',
    type: Report,
    description: 'One report by its id or code; null where there is none.',
  }),
  reports: t.page(reportListing, {
    description: 'The reports of all places and years (报告).',
    connection: reportConnection,
  }),
}));
