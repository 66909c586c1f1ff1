import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  real,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import { periodBases } from '../../vocabulary.ts';
import { targetReasons, targetVerdicts } from '../../vocabulary/plans.ts';
import type { LinkBasis, PeriodBasis } from '../../vocabulary.ts';
import type { TargetReason, TargetVerdict } from '../../vocabulary/plans.ts';
import {
  allOrNone,
  basisChecks,
  code,
  holds,
  inText,
  isOfWords,
  isOneOf,
  missingDayLast,
  missingLast,
  note,
  present,
  rowId,
  searchedInOrder,
  title,
} from '../columns.ts';
import { figureChecks, figureColumns } from './figure.ts';
import { measures } from './measure.ts';
import { outcomes } from './outcome.ts';
import { evidences, reports, saying, sections } from './report.ts';
import { organizations, places } from './vocabulary.ts';

const valueKey = missingLast('value');
const yearKey = missingLast('year');
const dueKey = missingDayLast('due_end');
const shareKey = missingLast('share_reached');

/** What a report says that will be reached. */
export const targets = sqliteTable(
  'targets',
  {
    id: rowId(),
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    /** The planned measure that is to reach it; null for one that stands alone. */
    measureId: integer('measure_id').references(() => measures.id),
    labelZh: text('label_zh').notNull(),
    labelEn: text('label_en'),
    ...figureColumns(),

    /** When it is to be reached, as a period. */
    dueText: text('due_text'),
    dueEdtf: text('due_edtf'),
    dueStart: text('due_start'),
    dueEnd: text('due_end'),
    dueBasis: text('due_basis').$type<PeriodBasis>(),
    dueEvidenceId: integer('due_evidence_id').references(() => evidences.id),

    /** Who answers for it: as its own words say or, without those, who carries its measure out. */
    ownerId: integer('owner_id').references(() => organizations.id),
    /** The report's words for what will then be there. */
    deliverable: text('deliverable'),
    /** The code of the earlier target that it takes the place of; its report need not be there. */
    revisesCode: text('revises_code'),
    ...note(),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidences.id),

    ...saying(),

    /** Whether it was kept, as it is settled once all reports of the place stand. */
    verdict: text('verdict').$type<TargetVerdict>().notNull(),
    verdictReason: text('verdict_reason').$type<TargetReason>(),
    verdictZh: text('verdict_zh'),
    verdictEn: text('verdict_en'),
    /** What a later report tells of it. */
    outcomeId: integer('outcome_id').references(() => outcomes.id),
    /** How much of what was promised, 1 for all of it; null where that cannot be said. */
    shareReached: real('share_reached'),
    /** The newest report that was looked at. */
    asOfId: integer('as_of_id').references(() => reports.id),

    /** What one needs to know to see whether it was reached. */
    hasFigure: holds('has_figure', 'unit_id'),
    hasDeadline: holds('has_deadline', 'due_end'),
    hasOwner: holds('has_owner', 'owner_id'),
    hasDeliverable: holds('has_deliverable', 'deliverable'),

    /** Its report's place. */
    placeId: integer('place_id')
      .notNull()
      .references(() => places.id),
    /** The year in which it is due. */
    year: integer('year'),
    ...searchedInOrder(),
    ...inText(),
    yearAscending: yearKey.ascending,
    yearDescending: yearKey.descending,
    valueAscending: valueKey.ascending,
    valueDescending: valueKey.descending,
    dueAscending: dueKey.ascending,
    dueDescending: dueKey.descending,
    shareAscending: shareKey.ascending,
    shareDescending: shareKey.descending,
  },
  (t) => [
    index('targets_report').on(t.reportId),
    index('targets_section').on(t.sectionId),
    index('targets_measure').on(t.measureId),
    index('targets_place').on(t.placeId),
    index('targets_year').on(t.year),
    index('targets_year_ascending').on(t.yearAscending, t.codeOrder),
    index('targets_year_descending').on(t.yearDescending, t.codeOrder),
    index('targets_due_start').on(t.dueStart),
    index('targets_due_end').on(t.dueEnd),
    index('targets_due_ascending').on(t.dueAscending, t.codeOrder),
    index('targets_due_descending').on(t.dueDescending, t.codeOrder),
    index('targets_value').on(t.value),
    index('targets_value_ascending').on(t.valueAscending, t.codeOrder),
    index('targets_value_descending').on(t.valueDescending, t.codeOrder),
    index('targets_value_type').on(t.valueType),
    index('targets_qualifier').on(t.qualifier),
    index('targets_unit').on(t.unitId),
    index('targets_indicator').on(t.indicatorId),
    index('targets_owner').on(t.ownerId),
    index('targets_revises').on(t.revisesCode),
    index('targets_has_deadline').on(t.hasDeadline),
    index('targets_has_owner').on(t.hasOwner),
    index('targets_has_deliverable').on(t.hasDeliverable),
    index('targets_label_zh').on(t.labelZh, t.codeOrder),
    index('targets_review').on(t.reviewState),
    index('targets_origin').on(t.originId).where(present(t.originId)),
    index('targets_verdict').on(t.verdict),
    index('targets_verdict_reason').on(t.verdictReason),
    index('targets_outcome').on(t.outcomeId),
    index('targets_share').on(t.shareReached).where(present(t.shareReached)),
    index('targets_share_ascending').on(t.shareAscending, t.codeOrder),
    index('targets_share_descending').on(t.shareDescending, t.codeOrder),
    index('targets_as_of').on(t.asOfId),
    check('targets_verdict', isOneOf(t.verdict, targetVerdicts)),
    check('targets_verdict_reason', isOneOf(t.verdictReason, targetReasons)),
    check(
      'targets_verdict_has_reason',
      sql`(${t.verdict} = 'NOT_COMPARABLE') = (${t.verdictReason} is not null)`,
    ),
    check(
      'targets_reached_by_outcome',
      sql`${t.verdict} not in ('REACHED', 'PARTLY_REACHED', 'NOT_REACHED') or ${t.outcomeId} is not null`,
    ),
    ...figureChecks('targets', t),
    check('targets_due_basis', isOneOf(t.dueBasis, periodBases)),
    check('targets_due_whole', allOrNone(t.dueText, t.dueBasis, t.dueEvidenceId)),
    check('targets_revises_another', sql`${t.revisesCode} <> ${t.code}`),
    check('targets_note_words', isOfWords(t.noteZh, t.noteEn)),
  ],
);

/** The reports in which it was looked for whether a target was reached. */
export const targetReports = sqliteTable(
  'target_reports',
  {
    targetId: integer('target_id')
      .notNull()
      .references(() => targets.id),
    /** From 1, the oldest report first. */
    ordinal: integer('ordinal').notNull(),
    heldId: integer('held_id')
      .notNull()
      .references(() => reports.id),
  },
  (t) => [
    primaryKey({ columns: [t.targetId, t.ordinal] }),
    index('target_reports_held').on(t.heldId),
  ],
);

/** What a report says that falls short. */
export const problems = sqliteTable(
  'problems',
  {
    id: rowId(),
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    ...title(),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidences.id),
    ...saying(),
    /** The words that give its cause. */
    causeEvidenceId: integer('cause_evidence_id').references(() => evidences.id),
    /** Its report's place and year. */
    placeId: integer('place_id')
      .notNull()
      .references(() => places.id),
    year: integer('year'),
    ...searchedInOrder(),
    ...inText(),
    yearAscending: yearKey.ascending,
    yearDescending: yearKey.descending,
  },
  (t) => [
    index('problems_report').on(t.reportId),
    index('problems_section').on(t.sectionId),
    index('problems_place').on(t.placeId),
    index('problems_year').on(t.year),
    index('problems_year_ascending').on(t.yearAscending, t.codeOrder),
    index('problems_year_descending').on(t.yearDescending, t.codeOrder),
    index('problems_title_zh').on(t.titleZh, t.codeOrder),
    index('problems_cause').on(t.causeEvidenceId),
    index('problems_review').on(t.reviewState),
    index('problems_origin').on(t.originId),
  ],
);

/** The figures that tell how far a problem goes. */
export const problemFigures = sqliteTable(
  'problem_figures',
  {
    problemId: integer('problem_id')
      .notNull()
      .references(() => problems.id),
    /** From 1, in the order in which they are told. */
    ordinal: integer('ordinal').notNull(),
    labelZh: text('label_zh').notNull(),
    labelEn: text('label_en'),
    ...figureColumns(),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidences.id),
  },
  (t) => [
    primaryKey({ columns: [t.problemId, t.ordinal] }),
    index('problem_figures_unit').on(t.unitId),
    index('problem_figures_indicator').on(t.indicatorId),
    ...figureChecks('problem_figures', t),
    check('problem_figures_are_figures', sql`${t.valueType} <> 'STATEMENT'`),
  ],
);

/** That a planned measure is set against a problem. */
export const answers = sqliteTable(
  'answers',
  {
    problemId: integer('problem_id')
      .notNull()
      .references(() => problems.id),
    measureId: integer('measure_id')
      .notNull()
      .references(() => measures.id),
    basis: text('basis').$type<LinkBasis>().notNull(),
    ...note(),
    evidenceId: integer('evidence_id').references(() => evidences.id),
  },
  (t) => [
    primaryKey({ columns: [t.problemId, t.measureId] }),
    uniqueIndex('answers_measure').on(t.measureId, t.problemId),
    ...basisChecks('answers', t),
  ],
);

/** That a measure carries on one of an earlier report of the same place. */
export const continuations = sqliteTable(
  'continuations',
  {
    measureId: integer('measure_id')
      .primaryKey()
      .references(() => measures.id),
    /** The code of the earlier measure; its report need not be there. */
    earlierCode: text('earlier_code').notNull(),
    basis: text('basis').$type<LinkBasis>().notNull(),
    ...note(),
    evidenceId: integer('evidence_id').references(() => evidences.id),
  },
  (t) => [
    index('continuations_earlier').on(t.earlierCode, t.measureId),
    ...basisChecks('continuations', t),
    check('continuations_basis_of_two_reports', sql`${t.basis} <> 'SAME_POINT'`),
  ],
);
