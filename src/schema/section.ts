import { sections } from '../db/tables/report.ts';
import { connection } from '../fields/connection.ts';
import { matchingText } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import { byTitle, inTextOrder, ofReportCodes, report, some, theirCodes } from './listing-terms.ts';
import { measureConnection, measureListing } from './measure.ts';
import { outcomeListing } from './outcome-listing.ts';
import { outcomeConnection } from './outcome.ts';
import { translated, worded } from './worded.ts';

const filters = filterFieldsOf('sections');

const sectionListing = declareListing({
  table: 'sections',
  typename: 'Section',
  rules: {
    codes: filters.codes('sections', theirCodes, (values) => ({ code: { in: values } })),
    reports: filters.codes('reports', 'The codes of their reports.', ofReportCodes),
    hasMeasures: filters.boolean('Whether any measure stands in them.', (holds) =>
      some(holds, { measures: true }),
    ),
    text: filters.text('Words in their title and their text.', (typed) => ({
      searchId: matchingText('SECTION', typed),
    })),
    report: filters.relation('report', 'Sections of a report that passes this.'),
    measures: filters.relation('measures', 'Sections with such a measure.'),
    outcomes: filters.relation('outcomes', 'Sections with such an outcome.'),
  },
  orders: { TEXT_ORDER: inTextOrder, TITLE: byTitle },
  facets: { reports: report },
});

export const Section = builder.drizzleNode('sections', {
  name: 'Section',
  description:
    'A stretch of a report’s text on one matter (部分). The sections of a report hold all of its text, in order.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    ordinal: t.exposeInt('ordinal', { description: 'Its place in the report, from 1.' }),
    title: worded(t, sections, {
      description: 'What it is about, in the curator’s words.',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    hasTranslation: translated(t, sections, {
      what: 'title',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    heading: t.exposeString('heading', {
      nullable: true,
      description: 'The report’s own heading or topic sentence; null where it has none.',
    }),
    text: t.exposeString('text', { description: 'Its text, to the letter.' }),
    start: t.exposeInt('start', {
      description: 'Where it starts: Unicode code points from the start of the report’s text.',
    }),
    end: t.exposeInt('end', { description: 'Where it ends, that place itself not included.' }),
    report: t.relation('report', { description: 'The report that it is part of.' }),
    measures: t.related(measureListing, {
      description: 'The measures that stand in it.',
      connection: measureConnection,
      relation: 'measures',
    }),
    outcomes: t.related(outcomeListing, {
      description: 'The outcomes that stand in it.',
      connection: outcomeConnection,
      relation: 'outcomes',
    }),
  }),
});

export const sectionRoots = rootFields((t) => ({
  section: t.lookup('sections', {
    typename: 'Section',
    type: Section,
    description: 'One section by its id or code; null where there is none.',
  }),
  sections: t.page(sectionListing, {
    description: 'The sections of all reports.',
    connection: connection(builder, 'Section', {
      node: Section,
      of: 'sections',
      facets: sectionListing,
    }),
  }),
}));
