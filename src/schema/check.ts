import { checks } from '../db/tables/fidelity.ts';
import { frameworkItems } from '../db/tables/framework.ts';
import { connection } from '../fields/connection.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { seedBounds } from '../limits.ts';
import { builder, rootFields } from './builder.ts';
import { edgeParts } from './edge.ts';
import { idsOf } from './id-sets.ts';
import { CheckKind, CheckReason, OperandRole, Verdict } from './enums.ts';
import { inTextOrder, kind, ofReportCodes, report, theirCodes } from './listing-terms.ts';
import { reviewState, rulesOfReview, unlessUnreviewed } from './review.ts';
import { worded } from './worded.ts';
import { cardUrl } from './url.ts';

/** No check has more operands than a whole has parts, and itself. */
const maximumOperands = seedBounds.parts + 1;

const filters = filterFieldsOf('checks');

export const checkListing = declareListing({
  table: 'checks',
  typename: 'Check',
  rules: {
    codes: filters.ownCodes(theirCodes),
    ...rulesOfReview(filters),
    reports: filters.codes('reports', 'The codes of the reports that are checked.', ofReportCodes),
    kinds: filters.anyOf(CheckKind, 'Which relations they look at.', (values) => ({
      kind: { in: values },
    })),
    verdicts: filters.anyOf(Verdict, 'How they came out.', (values) => ({
      verdict: { in: values },
    })),
    reasons: filters.anyOf(CheckReason, 'Why they came out as they did.', (values) => ({
      reason: { in: values },
    })),
    frameworkItems: filters.codes(
      'frameworkItems',
      'The codes of framework items against whose norms they hold a figure.',
      (values) => ({ itemId: { in: idsOf(frameworkItems, values) } }),
    ),
    report: filters.relation('report', 'Checks of a report that passes this.'),
    outcomes: filters.relation('outcomes', 'Checks in which such one takes part.'),
    target: filters.relation('target', 'Checks of a target that passes this.'),
    frameworkItem: filters.relation(
      'frameworkItem',
      'Checks against the norm of an item that passes this.',
    ),
  },
  orders: { TEXT_ORDER: inTextOrder },
  usual: unlessUnreviewed,
  facets: {
    kinds: kind,
    verdicts: { description: 'Their verdicts.', column: 'verdict' },
    reports: report,
  },
});

const Check = builder.drizzleNode('checks', {
  name: 'Check',
  description:
    'One relation that the report’s figures should keep, among themselves, with those of earlier reports of the place, or with a norm that an official frame states, and whether they do (核对). Worked out at import, and not told of figures that nobody has reviewed unless one asks for them; a verdict accuses nobody, as the base may be another.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: cardUrl(t, checks, 'check'),
    kind: t.expose('kind', { type: CheckKind, description: 'Which relation it is.' }),
    verdict: t.expose('verdict', { type: Verdict, description: 'Whether the relation holds.' }),
    stated: t.exposeFloat('stated', {
      nullable: true,
      description:
        'The value that the report states: a whole, a rate in per cent, a part, a figure that a norm is about; for a direction 1 up or −1 down; null for what is left of a whole.',
    }),
    computed: t.exposeFloat('computed', {
      nullable: true,
      description:
        'The value that it is held against, worked out from the operands, rates to two decimals: for a remainder what is left, for what is told again what the earlier report told, for a norm the value that it states; null where it cannot be worked out.',
    }),
    statedLow: t.exposeFloat('statedLow', {
      nullable: true,
      description:
        'The least that what is stated can stand for, rounding and words such as 余 counted in; null where nothing bounds it.',
    }),
    statedHigh: t.exposeFloat('statedHigh', {
      nullable: true,
      description: 'The most that what is stated can stand for; null where nothing bounds it.',
    }),
    computedLow: t.exposeFloat('computedLow', {
      nullable: true,
      description:
        'The least that the value worked out can come to, from the intervals of its operands; null where nothing bounds it.',
    }),
    computedHigh: t.exposeFloat('computedHigh', {
      nullable: true,
      description: 'The most that the value worked out can come to; null where nothing bounds it.',
    }),
    reason: t.expose('reason', {
      type: CheckReason,
      description: 'Why it came out so, as a code for programs; the explanation has it in words.',
    }),
    holdsOnlyByRounding: t.exposeBoolean('holdsOnlyByRounding', {
      description:
        'Whether it holds only because a figure is rounded, or cut off, at its last place: 8542 and 7031 make 15573, and 1.6万 is stated.',
    }),
    explanation: worded(t, checks, {
      description: 'The working in words, with its figures.',
      of: ({ explanationZh, explanationEn }) => ({ zh: explanationZh, en: explanationEn }),
    }),
    operands: t.relation('operands', {
      query: { orderBy: { ordinal: 'asc' }, limit: maximumOperands },
      description:
        'The outcomes that take part, of an earlier report too where something is told again; empty where the relation is one of words alone.',
    }),
    evidence: t.relation('evidence', {
      nullable: true,
      description: 'The words that name a set whose size is checked; otherwise null.',
    }),
    frameworkItem: t.relation('frameworkItem', {
      nullable: true,
      description:
        'The point of a framework whose norm the figure is held against; null for every other kind.',
    }),
    target: t.relation('target', {
      nullable: true,
      description:
        'What an earlier report said would be reached, of a check of kind TARGET; null for every other kind.',
    }),
    reviewState: t.expose('reviewState', {
      ...reviewState,
      description:
        'Whether a person has looked at every figure that takes part; a list of checks leaves out the others unless it is asked for them.',
    }),
    report: t.relation('report', { description: 'The report that is checked.' }),
  }),
});

builder.drizzleObject('checkOperands', {
  name: 'CheckOperand',
  description: 'An outcome that takes part in a check.',
  select: { columns: {} },
  fields: (t) => ({
    role: t.expose('role', { type: OperandRole, description: 'What part it takes.' }),
    outcome: t.relation('outcome', { description: 'The outcome whose figure is used.' }),
  }),
});

const { cursor, node, select } = edgeParts('check');

const outcomeChecks = connection(builder, 'OutcomeCheck', {
  node: Check,
  links: {
    edge: builder.drizzleObject('checkOperands', {
      variant: 'OutcomeCheckEdge',
      description: 'An outcome’s part in a check, with the check at the other end.',
      select,
      fields: (t) => ({
        cursor: t.string(cursor),
        node: t.relation('check', { ...node, description: 'The check at the other end.' }),
        role: t.expose('role', {
          type: OperandRole,
          description: 'What part the outcome takes in the check.',
        }),
      }),
    }),
    through: 'check',
  },
  of: 'an outcome’s checks',
  facets: checkListing,
});

builder.drizzleObjectField('outcomes', 'checks', (t) =>
  t.related(checkListing, {
    description: 'The checks that it takes part in; each edge says in which role.',
    connection: outcomeChecks,
    relation: 'operands',
    through: 'check',
  }),
);

export const checkConnection = connection(builder, 'Check', {
  node: Check,
  of: 'checks',
  facets: checkListing,
});

builder.drizzleObjectField('frameworkItems', 'checks', (t) =>
  t.related(checkListing, {
    description: 'The checks of figures against its norm; empty where it states none.',
    connection: checkConnection,
    relation: 'checks',
  }),
);

builder.drizzleObjectField('targets', 'checks', (t) =>
  t.related(checkListing, {
    description:
      'The check of what a later report tells of it; empty where nothing could be held against it yet.',
    connection: checkConnection,
    relation: 'checks',
  }),
);

export const checkRoots = rootFields((t) => ({
  check: t.lookup('checks', {
    typename: 'Check',
    type: Check,
    description: 'One check by its id or code; null where there is none.',
  }),
  checks: t.page(checkListing, {
    description: 'What the reports’ figures say about each other.',
    connection: checkConnection,
  }),
}));
