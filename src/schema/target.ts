import { targets } from '../db/tables/plan.ts';
import { connection } from '../fields/connection.ts';
import { seedBounds } from '../limits.ts';
import { builder, rootFields } from './builder.ts';
import { TargetReason, TargetVerdict, ValueType } from './enums.ts';
import { figureParts } from './figure.ts';
import { Indicator } from './indicator.ts';
import { Measure } from './measure.ts';
import { Organization } from './organization.ts';
import { Period } from './period.ts';
import { Change, Quantity } from './quantity.ts';
import { origin, reviewReason, reviewState } from './review.ts';
import { targetListing } from './target-listing.ts';
import { Unit } from './unit.ts';
import { translated, worded } from './worded.ts';
import { pageUrl } from './url.ts';

/** No more are looked at; see the rule over the reports of a place. */
const maximumReports = seedBounds.lookedAt;

export const Target = builder.drizzleNode('targets', {
  name: 'Target',
  description:
    'What a report says will be reached (目标): one figure, one amount of change, or a result told in words, with the time by which it is due. IATI’s target.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: pageUrl(t, targets, 'target'),
    label: worded(t, targets, {
      description: 'What is to be reached, in the curator’s words and without its figure.',
      of: ({ labelZh, labelEn }) => ({ zh: labelZh, en: labelEn }),
    }),
    hasTranslation: translated(t, targets, {
      what: 'label',
      of: ({ labelZh, labelEn }) => ({ zh: labelZh, en: labelEn }),
    }),
    valueType: t.expose('valueType', {
      type: ValueType,
      description: 'Whether it is a figure, a change alone or a statement.',
    }),
    statement: t.exposeString('statement', {
      nullable: true,
      description:
        'The report’s words for a target without a figure; null for a figure and for a change.',
    }),
    quantity: t.embedded(Quantity, {
      ...figureParts.quantity,
      description:
        'The figure, as its words bound it: 不少于6次 is 6 and AT_LEAST; null for a statement, and where the report tells only a change.',
    }),
    baseline: t.embedded(Quantity, {
      ...figureParts.baseline,
      description: 'The figure at the time of the report, where the same words tell it.',
    }),
    change: t.embedded(Change, {
      ...figureParts.change,
      description:
        'How far the figure is to move, from a baseline or by an amount (增长10%左右); null where the report tells no change.',
    }),
    indicator: t.relation('indicator', {
      nullable: true,
      description: 'The indicator by which it can be observed, if any.',
    }),
    due: t.embedded(Period, {
      columns: {
        text: 'dueText',
        edtf: 'dueEdtf',
        start: 'dueStart',
        end: 'dueEnd',
        basis: 'dueBasis',
      },
      relations: { evidence: 'dueEvidence' },
      description:
        'When it is to be reached, as a period (完成时限); null where the text does not say.',
    }),
    dueOn: t.expose('dueEnd', {
      type: 'Date',
      nullable: true,
      description: 'The last day by which it is to be reached; null where that is not told.',
    }),
    year: t.exposeInt('year', {
      nullable: true,
      description: 'The year in which it is due; null where the text does not say.',
    }),
    hasFigure: t.exposeBoolean('hasFigure', {
      description: 'Whether a figure says when it is reached, a change included.',
    }),
    hasDeadline: t.exposeBoolean('hasDeadline', {
      description: 'Whether one knows the day by which it is to be reached.',
    }),
    hasOwner: t.exposeBoolean('hasOwner', {
      description: 'Whether one knows who answers for it.',
    }),
    hasDeliverable: t.exposeBoolean('hasDeliverable', {
      description: 'Whether the words say what will then be there.',
    }),
    owner: t.relation('owner', {
      nullable: true,
      description:
        'Who answers for it (责任单位): as its own words say or else who carries its measure out; null where the text names nobody.',
    }),
    deliverable: t.exposeString('deliverable', {
      nullable: true,
      description:
        'The report’s words for what will then be there (成果形式): 实施方案; null where it names nothing.',
    }),
    verdict: t.expose('verdict', {
      type: TargetVerdict,
      description:
        'Whether it was kept, as far as the texts that are held say: worked out at import from what later reports of the place tell under its indicator of the time in which it is due.',
    }),
    verdictReason: t.expose('verdictReason', {
      type: TargetReason,
      nullable: true,
      description: 'Why it cannot be compared, as a code; null for every other verdict.',
    }),
    verdictExplanation: worded(t, targets, {
      nullable: true,
      description:
        'The working in words, with both figures; null where nobody knows of which year its report is.',
      of: ({ verdictZh, verdictEn }) => ({ zh: verdictZh, en: verdictEn }),
    }),
    outcome: t.relation('outcome', {
      nullable: true,
      description:
        'What a later report tells of it: its evidence is the other quote; null where nothing is told. Of a plan that is told without one, see the follow-up of its measure.',
    }),
    shareReached: t.exposeFloat('shareReached', {
      nullable: true,
      description:
        'How much of what was promised there is, 1 for all of it: of a change its amount, of a figure with a baseline how far it has come, of things that are counted how many; null for all else.',
    }),
    asOf: t.relation('asOf', {
      nullable: true,
      description:
        'The newest report that was looked at, its own where no later one is held; null where nobody knows the year of its report.',
    }),
    lookedAt: t.relation('lookedAt', {
      query: { orderBy: { ordinal: 'asc' }, limit: maximumReports },
      description: 'The reports in which it was looked for, the oldest first.',
    }),
    measure: t.relation('measure', {
      nullable: true,
      description: 'The planned measure that is to reach it; null for one that stands alone.',
    }),
    revisesCode: t.exposeString('revisesCode', {
      nullable: true,
      description:
        'The code of the target of an earlier report that it takes the place of; there also where that report is not held.',
    }),
    revises: t.relation('revises', {
      nullable: true,
      description:
        'The earlier target that it takes the place of, which stays as it was; null for none, and where its report is not held.',
    }),
    note: worded(t, targets, {
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

builder.drizzleObject('targetReports', {
  name: 'TargetReport',
  description: 'A report in which it was looked for whether a target was reached.',
  select: { columns: {} },
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: 'Its place among them, from 1.' }),
    report: t.relation('report', { description: 'The report that was looked at.' }),
  }),
});

const targetConnection = connection(builder, 'Target', {
  node: Target,
  of: 'targets',
  facets: targetListing,
});

/** The targets that a relation of another type leads to. */
const reached = (description: string, relation = 'targets') => ({
  description,
  relation,
  connection: targetConnection,
});

builder.drizzleObjectField(Target, 'revisedBy', (t) =>
  t.related(targetListing, reached('The later targets that took its place.', 'revisedBy')),
);
builder.drizzleObjectField('reports', 'targets', (t) =>
  t.related(targetListing, reached('What it says will be reached.')),
);
builder.drizzleObjectField('sections', 'targets', (t) =>
  t.related(targetListing, reached('The targets that stand in it.')),
);
builder.drizzleObjectField('outcomes', 'targets', (t) =>
  t.related(targetListing, reached('The targets of earlier reports of which it tells.')),
);
builder.drizzleObjectField(Measure, 'targets', (t) =>
  t.related(targetListing, reached('What it is to reach; empty for what is carried out already.')),
);
builder.drizzleObjectField(Indicator, 'targets', (t) =>
  t.related(targetListing, reached('The targets that it can observe.')),
);
builder.drizzleObjectField(Unit, 'targets', (t) =>
  t.related(targetListing, reached('The targets whose figure or change is given in it.')),
);
builder.drizzleObjectField(Organization, 'targets', (t) =>
  t.related(targetListing, reached('The targets that it answers for.')),
);

export const targetRoots = rootFields((t) => ({
  target: t.lookup('targets', {
    typename: 'Target',
    type: Target,
    description: 'One target by its id or code; null where there is none.',
  }),
  targets: t.page(targetListing, {
    description: 'What the reports of all places say will be reached (目标).',
    connection: targetConnection,
  }),
}));
