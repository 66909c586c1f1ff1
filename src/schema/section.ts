import { sections } from '../db/tables/report.ts';
import { connection } from '../fields/connection.ts';
import { matchingText } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { seedBounds } from '../limits.ts';
import { builder, rootFields } from './builder.ts';
import { byTitle, inTextOrder, ofReportCodes, report, some, theirCodes } from './listing-terms.ts';
import { measureConnection, measureListing } from './measure.ts';
import { outcomeListing } from './outcome-listing.ts';
import { outcomeConnection } from './outcome.ts';
import { translated, worded } from './worded.ts';
import { cardUrl } from './url.ts';

const filters = filterFieldsOf('sections');

const sectionListing = declareListing({
  table: 'sections',
  typename: 'Section',
  rules: {
    codes: filters.ownCodes(theirCodes),
    reports: filters.codes('reports', 'The codes of their reports.', ofReportCodes),
    hasMeasures: filters.boolean('Whether any measure stands in them.', (holds) =>
      some(holds, { measures: true }),
    ),
    text: filters.text('Words in their title and their text.', (typed) => ({
      searchId: matchingText('SECTION', typed),
    })),
    depths: filters.anyOf('Int', 'How deep they stand: 1 at the top.', (values) => ({
      depth: { in: values },
    })),
    parent: filters.relation('parent', 'Sections that stand in one that passes this.'),
    report: filters.relation('report', 'Sections of a report that passes this.'),
    measures: filters.relation('measures', 'Sections with such a measure.'),
    outcomes: filters.relation('outcomes', 'Sections with such an outcome.'),
    targets: filters.relation('targets', 'Sections with such a target.'),
    problems: filters.relation('problems', 'Sections with such a problem.'),
  },
  orders: { TEXT_ORDER: inTextOrder, TITLE: byTitle },
  facets: { reports: report },
});

/** No report has more sections; the importer refuses one that would. */
const maximumSections = seedBounds.ofReport;

export const Section = builder.drizzleNode('sections', {
  name: 'Section',
  description:
    'A stretch of a report’s text on one matter (部分). The sections of a report hold all of its text, in order; some stand in others, as their headings do (一、 › （一） › 1.).',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: cardUrl(t, sections, 'section'),
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
    depth: t.exposeInt('depth', {
      description: 'How deep it stands: 1 at the top, 2 in such a one, and so on.',
    }),
    parent: t.relation('parent', {
      nullable: true,
      description: 'The section that it stands in; null for one at the top.',
    }),
    children: t.relation('children', {
      query: { orderBy: { ordinal: 'asc' }, limit: maximumSections },
      description: 'The sections that stand right in it, in order.',
    }),
    text: t.exposeString('text', {
      description: 'Its text, to the letter, up to the first of the sections in it.',
    }),
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
