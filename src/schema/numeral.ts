import { numerals } from '../db/tables/fidelity.ts';
import { connection } from '../fields/connection.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { seedBounds } from '../limits.ts';
import { builder, rootFields } from './builder.ts';
import { ClaimKind, NumeralKind } from './enums.ts';
import {
  inTextOrder,
  kind,
  ofReportCodes,
  ofSectionCodes,
  present,
  report,
  section,
  theirCodes,
  theirSections,
} from './listing-terms.ts';
import { Outcome } from './outcome.ts';
import { Problem } from './problem.ts';
import { Target } from './target.ts';
import { worded } from './worded.ts';

const filters = filterFieldsOf('numerals');

export const numeralListing = declareListing({
  table: 'numerals',
  typename: 'Numeral',
  rules: {
    codes: filters.ownCodes(theirCodes),
    reports: filters.codes(
      'reports',
      'The codes of the reports whose text holds them.',
      ofReportCodes,
    ),
    sections: filters.codes('sections', theirSections, ofSectionCodes),
    kinds: filters.anyOf(
      NumeralKind,
      'What they are: figures, or what only looks like one.',
      (values) => ({ kind: { in: values } }),
    ),
    hasOutcome: filters.boolean('Whether an outcome claims them.', (holds) => ({
      outcomeId: present(holds),
    })),
    claimKinds: filters.anyOf(
      ClaimKind,
      'What kind of fact claims them: an outcome, a target or a problem.',
      (values) => ({ claim: { in: values } }),
    ),
    hasClaim: filters.boolean('Whether any fact claims them.', (holds) => ({
      claim: present(holds),
    })),
    hasWaiver: filters.boolean('Whether it is told why no fact claims them.', (holds) => ({
      waiverZh: present(holds),
    })),
    outcome: filters.relation('outcomes', 'Numerals that such an outcome claims.'),
    target: filters.relation('targets', 'Numerals that such a target claims.'),
    problem: filters.relation('problems', 'Numerals that such a problem claims.'),
  },
  orders: { TEXT_ORDER: inTextOrder },
  facets: {
    kinds: kind,
    claimKinds: { description: 'What kind of fact claims them.', column: 'claim' },
    reports: report,
    sections: section,
  },
});

const Claimant = builder.unionType('Claimant', {
  description: 'A fact that a figure of the text belongs to.',
  types: [Outcome, Target, Problem],
});

builder.drizzleObject('numeralClaims', {
  name: 'NumeralClaim',
  description: 'That a fact claims a numeral as a figure of its own.',
  select: { columns: {} },
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', {
      description: 'Its place among the claims of the numeral, from 1.',
    }),
    claimedBy: t.oneOf(Claimant, {
      description: 'The fact whose figure it is: an outcome, a target or a problem.',
      members: { outcome: 'Outcome', target: 'Target', problem: 'Problem' },
    }),
  }),
});

const Numeral = builder.drizzleNode('numerals', {
  name: 'Numeral',
  description:
    'A numeral expression of a report’s text (数字表达). Every one is found and typed, so that nothing is lost in silence.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Its code: the report and the place in its text; it moves when the text does.',
    }),
    text: t.exposeString('text', { description: 'The words as written.' }),
    kind: t.expose('kind', {
      type: NumeralKind,
      description: 'What it is: a figure, or what only looks like one.',
    }),
    start: t.exposeInt('start', {
      description: 'Where it starts: Unicode code points from the start of the report’s text.',
    }),
    end: t.exposeInt('end', { description: 'Where it ends, that place itself not included.' }),
    claimedBy: t.oneOf(Claimant, {
      description:
        'The fact whose figure it is: an outcome, a target or a problem, of several the first; null where none claims it.',
      members: { outcome: 'Outcome', target: 'Target', problem: 'Problem' },
    }),
    claims: t.relation('claims', {
      query: { orderBy: { ordinal: 'asc' }, limit: seedBounds.sharing },
      description:
        'All facts whose figure it is: mostly one, several where words such as 均, 都 or 各 give it to each of them; empty where none claims it.',
    }),
    outcome: t.relation('outcome', {
      nullable: true,
      description: 'The outcome that claims it as its figure or baseline, of several the first.',
    }),
    waiver: worded(t, numerals, {
      nullable: true,
      description: 'Why no fact claims it; there for every quantity that none claims.',
      of: ({ waiverZh, waiverEn }) => ({ zh: waiverZh, en: waiverEn }),
    }),
    section: t.relation('section', { description: 'The section that it stands in.' }),
    report: t.relation('report', { description: 'The report that it stands in.' }),
  }),
});

export const numeralConnection = connection(builder, 'Numeral', {
  node: Numeral,
  of: 'numerals',
  facets: numeralListing,
});

builder.drizzleObjectField('sections', 'numerals', (t) =>
  t.related(numeralListing, {
    description: 'Every numeral of its text.',
    connection: numeralConnection,
    relation: 'numerals',
  }),
);

/** The numerals that a fact claims. */
const claimed = (description: string) => ({
  description,
  connection: numeralConnection,
  relation: 'numerals',
});

builder.drizzleObjectField(Outcome, 'numerals', (t) =>
  t.related(
    numeralListing,
    claimed('The numerals of the text that are its figure or its baseline.'),
  ),
);
builder.drizzleObjectField(Target, 'numerals', (t) =>
  t.related(
    numeralListing,
    claimed('The numerals of the text that are its figure or its baseline.'),
  ),
);
builder.drizzleObjectField(Problem, 'numerals', (t) =>
  t.related(numeralListing, claimed('The numerals of the text that are its figures.')),
);

export const numeralRoots = rootFields((t) => ({
  numeral: t.lookup('numerals', {
    typename: 'Numeral',
    type: Numeral,
    description: 'One numeral by its id or code; null where there is none.',
  }),
  numerals: t.page(numeralListing, {
    description: 'The numerals of all reports.',
    connection: numeralConnection,
  }),
}));
