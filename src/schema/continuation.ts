import type { FollowUpStatus as FollowUpStatusName } from '../vocabulary/plans.ts';
import { continuations } from '../db/tables/plan.ts';
import { connection } from '../fields/connection.ts';
import { builder } from './builder.ts';
import { edgeParts } from './edge.ts';
import { FollowUpStatus, LinkBasis } from './enums.ts';
import { Evidence } from './evidence.ts';
import { Measure, measureListing } from './measure.ts';
import { worded } from './worded.ts';

const basisOf = { type: LinkBasis, description: 'Whether words say so, or a curator.' } as const;
const noteOf = {
  nullable: true as const,
  description: 'Why they are the same work; there where a curator says that they are.',
  of: ({ noteZh, noteEn }: typeof continuations) => ({ zh: noteZh, en: noteEn }),
};
const evidenceOf = {
  nullable: true as const,
  description: 'The words that say so; there for every STATED one.',
};

builder.drizzleObject('continuations', {
  name: 'Continuation',
  description: 'That a measure carries on one of an earlier report of the same place (延续).',
  select: { columns: {} },
  fields: (t) => ({
    code: t.exposeString('earlierCode', {
      description: 'The code of the earlier measure; there also where its report is not held.',
    }),
    measure: t.relation('earlier', {
      nullable: true,
      description: 'The earlier measure; null where its report is not held.',
    }),
    basis: t.expose('basis', basisOf),
    note: worded(t, continuations, noteOf),
    evidence: t.relation('evidence', evidenceOf),
  }),
});

const { cursor, node, select } = edgeParts('measure');

const continuedBy = connection(builder, 'MeasureContinuedBy', {
  node: Measure,
  links: {
    edge: builder.drizzleObject('continuations', {
      variant: 'MeasureContinuedByEdge',
      description: 'That a later measure carries this one on.',
      select,
      fields: (t) => ({
        cursor: t.string(cursor),
        node: t.relation('measure', {
          ...node,
          description: 'The later measure, at the other end.',
        }),
        basis: t.expose('basis', basisOf),
        note: worded(t, continuations, noteOf),
        evidence: t.relation('evidence', evidenceOf),
      }),
    }),
    through: 'measure',
  },
  of: 'the later measures that carry a measure on',
  facets: measureListing,
});

builder.drizzleObjectField(Measure, 'continues', (t) =>
  t.relation('continuation', {
    nullable: true,
    description: 'The measure of an earlier report that it carries on; null for none.',
  }),
);

builder.drizzleObjectField(Measure, 'continuedBy', (t) =>
  t.related(measureListing, {
    description:
      'The measures of later reports that carry it on; each edge says what that rests on.',
    connection: continuedBy,
    relation: 'continuations',
    through: 'measure',
  }),
);

type FollowUpRow = {
  status: FollowUpStatusName;
  measure: typeof Measure.$inferType | null;
  evidence: typeof Evidence.$inferType | null;
};

const FollowUp = builder.objectRef<FollowUpRow>('FollowUp').implement({
  description:
    'What later reports tell of a planned measure, with a figure or without (后续情况). Worked out at import from the measures that carry it on, by themselves or over others that do.',
  fields: (t) => ({
    status: t.field({
      type: FollowUpStatus,
      description: 'Whether it is told as done, told as planned again, or not told.',
      resolve: ({ status }) => status,
    }),
    measure: t.field({
      type: Measure,
      nullable: true,
      description:
        'The measure of a later report that carries it on, by itself or over others: the first that is carried out or else the newest plan; null where none is told.',
      resolve: ({ measure }) => measure,
    }),
    evidence: t.field({
      type: Evidence,
      nullable: true,
      description: 'The words of that measure; null where none is told.',
      resolve: ({ evidence }) => evidence,
    }),
  }),
});

builder.drizzleObjectField(Measure, 'followUp', (t) =>
  t.embedded(FollowUp, {
    columns: { status: 'followUp' },
    relations: { measure: 'follower', evidence: 'followerEvidence' },
    description: 'What later reports tell of it; null for what is carried out already.',
  }),
);
