import { outcomes } from '../db/tables/outcome.ts';
import { connection } from '../fields/connection.ts';
import { seedBounds } from '../limits.ts';
import { builder, rootFields } from './builder.ts';
import { OutcomeLevel, ValueType } from './enums.ts';
import { figureParts } from './figure.ts';
import { outcomeListing } from './outcome-listing.ts';
import { Period, periodColumns } from './period.ts';
import { Change, Quantity } from './quantity.ts';
import { origin, reviewReason, reviewState } from './review.ts';
import { Unit } from './unit.ts';
import { translated, worded } from './worded.ts';
import { pageUrl } from './url.ts';

/** No whole has more parts than this; the importer refuses one that would. */
const maximumParts = seedBounds.parts;

export const Outcome = builder.drizzleNode('outcomes', {
  name: 'Outcome',
  description:
    'What came of a measure (成效): one typed figure, one amount of change, or one result told in words. IATI’s result, schema.org’s Observation.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: pageUrl(t, outcomes, 'outcome'),
    label: worded(t, outcomes, {
      description: 'What it counts or states, in the curator’s words and without its figure.',
      of: ({ labelZh, labelEn }) => ({ zh: labelZh, en: labelEn }),
    }),
    hasTranslation: translated(t, outcomes, {
      what: 'label',
      of: ({ labelZh, labelEn }) => ({ zh: labelZh, en: labelEn }),
    }),
    level: t.expose('level', {
      type: OutcomeLevel,
      description: 'How far from the government’s own act it lies.',
    }),
    valueType: t.expose('valueType', {
      type: ValueType,
      description: 'Whether it is a figure, a change alone or a statement.',
    }),
    statement: t.exposeString('statement', {
      nullable: true,
      description:
        'The report’s words for a result without a figure; null for a figure and for a change.',
    }),
    quantity: t.embedded(Quantity, {
      description: 'The figure; null for a statement, and where the report tells only a change.',
      ...figureParts.quantity,
    }),
    baseline: t.embedded(Quantity, {
      description:
        'The figure before (基线), where the same words tell it: 由20个工作日压缩至10个工作日.',
      ...figureParts.baseline,
    }),
    change: t.embedded(Change, {
      description:
        'How far the figure moved, or by how much something changed; null where the report tells no change.',
      ...figureParts.change,
    }),
    period: t.embedded(Period, {
      ...periodColumns,
      description: 'The time that it is about; null where the text does not say.',
    }),
    year: t.exposeInt('year', {
      nullable: true,
      description:
        'The year in which its own period ends or, without one, its report’s; null where neither is known.',
    }),
    indicator: t.relation('indicator', {
      nullable: true,
      description: 'The indicator that it observes, if any.',
    }),
    dimension: worded(t, outcomes, {
      nullable: true,
      description: 'Which part of its whole it is (分项); null for what is no part.',
      of: ({ dimensionZh, dimensionEn }) => ({ zh: dimensionZh, en: dimensionEn }),
    }),
    population: worded(t, outcomes, {
      nullable: true,
      description:
        'Of what it is told, where the report tells the same of several (统计对象): internal items, external items.',
      of: ({ populationZh, populationEn }) => ({ zh: populationZh, en: populationEn }),
    }),
    whole: t.relation('whole', {
      nullable: true,
      description: 'The outcome of which it is a part; null for what is no part.',
    }),
    parts: t.relation('parts', {
      query: { orderBy: { id: 'asc' }, limit: maximumParts },
      description: 'Its parts (其中…), in the order of the text; empty for what has none.',
    }),
    note: worded(t, outcomes, {
      nullable: true,
      description: 'What a reader must know beside the figure.',
      of: ({ noteZh, noteEn }) => ({ zh: noteZh, en: noteEn }),
    }),
    origin: t.relation('origin', origin),
    reviewState: t.expose('reviewState', reviewState),
    reviewReason: t.exposeString('reviewReason', reviewReason),
    evidence: t.relation('evidence', { description: 'The words that prove it.' }),
    section: t.relation('section', { description: 'The section that it stands in.' }),
    report: t.relation('report', { description: 'The report that tells of it.' }),
  }),
});

export const outcomeConnection = connection(builder, 'Outcome', {
  node: Outcome,
  of: 'outcomes',
  facets: outcomeListing,
});

builder.drizzleObjectField(Unit, 'outcomes', (t) =>
  t.related(outcomeListing, {
    description: 'The outcomes whose figure or change is given in it.',
    connection: outcomeConnection,
    relation: 'outcomes',
  }),
);

export const outcomeRoots = rootFields((t) => ({
  outcome: t.lookup('outcomes', {
    typename: 'Outcome',
    type: Outcome,
    description: 'One outcome by its id or code; null where there is none.',
  }),
  outcomes: t.page(outcomeListing, {
    description: 'The outcomes of all reports.',
    connection: outcomeConnection,
  }),
}));
