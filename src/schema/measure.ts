import { measures } from '../db/tables/measure.ts';
import { documents as documentTable } from '../db/tables/report.ts';
import { organizations as organizationTable } from '../db/tables/vocabulary.ts';
import { connection } from '../fields/connection.ts';
import { frameworkItemsWithin, matchingText, idsOf } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { seedBounds } from '../limits.ts';
import { builder, rootFields } from './builder.ts';
import { FollowUpStatus, LinkBasis, MeasureStage } from './enums.ts';
import {
  byTitle,
  byYear,
  inTextOrder,
  place,
  present,
  report,
  rulesOfWhere,
  section,
  some,
  theirCodes,
  year,
} from './listing-terms.ts';
import { origin, reviewReason, reviewState, rulesOfOrigin, rulesOfReview } from './review.ts';
import { translated, worded } from './worded.ts';
import { pageUrl } from './url.ts';

/** No measure consists of more acts than this; the importer refuses one that would. */
const maximumActs = seedBounds.acts + 1;

const filters = filterFieldsOf('measures');

export const measureListing = declareListing({
  table: 'measures',
  typename: 'Measure',
  rules: {
    codes: filters.ownCodes(theirCodes),
    ...rulesOfWhere(filters),
    years: filters.anyOf('Int', 'The years of their reports.', (values) => ({
      year: { in: values },
    })),
    stages: filters.anyOf(MeasureStage, 'Carried out, or planned.', (values) => ({
      stage: { in: values },
    })),
    followUps: filters.anyOf(
      FollowUpStatus,
      'What later reports tell of them, of planned ones.',
      (values) => ({ followUp: { in: values } }),
    ),
    organizations: filters.codes(
      'organizations',
      'The codes of organizations that have a part in them.',
      (values) => ({ organizations: { organizationId: { in: idsOf(organizationTable, values) } } }),
    ),
    documents: filters.codes(
      'documents',
      'The codes of documents that they issue, implement or cite.',
      (values) => ({ documents: { documentId: { in: idsOf(documentTable, values) } } }),
    ),
    hasTranslation: filters.boolean('Whether their title is there in English.', (holds) => ({
      titleEn: present(holds),
    })),
    ...rulesOfReview(filters),
    ...rulesOfOrigin(filters),
    frameworkItems: filters.codes(
      'frameworkItems',
      'The codes of framework items that they serve.',
      (values) => ({ frameworkItems: { code: { in: values } } }),
    ),
    frameworkItemsWithin: filters.codes(
      'frameworkItems',
      'The codes of framework items: measures that serve them, or a point below them at any depth.',
      (values) => ({ frameworkItems: { id: { in: frameworkItemsWithin(values) } } }),
    ),
    linkBases: filters.anyOf(LinkBasis, 'What links them to any outcome.', (values) => ({
      links: { basis: { in: values } },
    })),
    hasOutcomes: filters.boolean('Whether any outcome is linked to them.', (holds) => ({
      hasOutcomes: { eq: holds },
    })),
    hasFigures: filters.boolean(
      'Whether any outcome with a figure is linked to them, a change included.',
      (holds) => ({ hasFigures: { eq: holds } }),
    ),
    hasTargets: filters.boolean('Whether it is said what they are to reach.', (holds) => ({
      hasTargets: { eq: holds },
    })),
    isContinuation: filters.boolean(
      'Whether they carry on a measure of an earlier report.',
      (holds) => some(holds, { continuation: true }),
    ),
    isContinued: filters.boolean('Whether a later report carries them on.', (holds) =>
      some(holds, { continuations: true }),
    ),
    text: filters.text('Words in their title and the words that prove them.', (typed) => ({
      searchId: matchingText('MEASURE', typed),
    })),
    outcomes: filters.relation('outcomes', 'Measures with an outcome that passes this.'),
    targets: filters.relation('targets', 'Planned measures with a target that passes this.'),
    answers: filters.relation('problems', 'Planned measures against such a problem.'),
  },
  orders: { TEXT_ORDER: inTextOrder, TITLE: byTitle, YEAR: byYear },
  facets: {
    reports: report,
    sections: section,
    places: place,
    years: year,
    stages: { description: 'Carried out, or planned.', column: 'stage' },
    followUps: { description: 'What later reports tell of plans.', column: 'followUp' },
  },
});

export const Measure = builder.drizzleNode('measures', {
  name: 'Measure',
  description:
    'Something that the government did, or says that it will do (举措). IATI’s activity.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: pageUrl(t, measures, 'measure'),
    title: worded(t, measures, {
      description: 'Its title, in the curator’s words.',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    hasTranslation: translated(t, measures, {
      what: 'title',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    ordinal: t.exposeInt('ordinal', { description: 'Its place in its section, from 1.' }),
    stage: t.expose('stage', {
      type: MeasureStage,
      description: 'Whether it is carried out or still to come.',
    }),
    section: t.relation('section', { description: 'The section that it stands in.' }),
    report: t.relation('report', { description: 'The report that tells of it.' }),
    heading: t.exposeString('heading', {
      nullable: true,
      description:
        'The topic sentence of its point, which announces and proves nothing; null without one.',
    }),
    origin: t.relation('origin', origin),
    reviewState: t.expose('reviewState', reviewState),
    reviewReason: t.exposeString('reviewReason', reviewReason),
    evidence: t.relation('evidence', {
      description: 'The words that say what was done; of several acts, the first.',
    }),
    acts: t.relation('acts', {
      query: { orderBy: { ordinal: 'asc' }, limit: maximumActs },
      description: 'The words of all that it consists of, act by act in the order of the text.',
    }),
  }),
});

builder.drizzleObject('measureActs', {
  name: 'Act',
  description: 'One thing that was done as part of a measure (做法).',
  select: { columns: {} },
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: 'Its place in its measure, from 1.' }),
    evidence: t.relation('evidence', { description: 'The words that say it.' }),
  }),
});

export const measureConnection = connection(builder, 'Measure', {
  node: Measure,
  of: 'measures',
  facets: measureListing,
});

export const measureRoots = rootFields((t) => ({
  measure: t.lookup('measures', {
    typename: 'Measure',
    type: Measure,
    description: 'One measure by its id or code; null where there is none.',
  }),
  measures: t.page(measureListing, {
    description: 'The measures of all reports.',
    connection: measureConnection,
  }),
}));
