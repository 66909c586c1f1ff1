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
import {
  checkKinds,
  checkReasons,
  claimKinds,
  linkBases,
  numeralKinds,
  operandRoles,
  requiredParts,
  retiredTypes,
  verdicts,
} from '../../vocabulary.ts';
import { reviewStates } from '../../vocabulary/reviews.ts';
import type {
  CheckKind,
  CheckReason,
  ClaimKind,
  LinkBasis,
  NumeralKind,
  OperandRole,
  RequiredPart,
  RetiredType,
  Verdict,
} from '../../vocabulary.ts';
import { unusual } from '../columns/word-columns.ts';
import type { ReviewState } from '../../vocabulary/reviews.ts';
import {
  code,
  codeInReport,
  isOfWords,
  isOneOf,
  rowId,
  startingInText,
  textOrder,
  present,
} from '../columns.ts';
import { frameworkItems } from './framework.ts';
import { outcomes } from './outcome.ts';
import { problems, targets } from './plan.ts';
import { evidences, reports, sections } from './report.ts';

/** Every numeral expression of a report's text; together they leave no numeral out. */
export const numerals = sqliteTable(
  'numerals',
  {
    id: rowId(),
    code: codeInReport(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    kind: text('kind').$type<NumeralKind>().notNull(),
    text: text('text').notNull(),
    ...startingInText(),
    end: integer('end').notNull(),
    /** What kind of fact it is a figure of; the first such fact stands in the column of its kind. */
    claim: text('claim').$type<ClaimKind>(),
    outcomeId: integer('outcome_id').references(() => outcomes.id),
    targetId: integer('target_id').references(() => targets.id),
    problemId: integer('problem_id').references(() => problems.id),
    /** Why no fact claims it. */
    waiverZh: text('waiver_zh'),
    waiverEn: text('waiver_en'),
  },
  (t) => [
    index('numerals_report').on(t.reportId),
    index('numerals_kind')
      .on(t.kind)
      .where(unusual(t.kind, 'QUANTITY', 'ORDINAL')),
    index('numerals_section').on(t.sectionId),
    index('numerals_outcome').on(t.outcomeId).where(present(t.outcomeId)),
    index('numerals_target').on(t.targetId).where(present(t.targetId)),
    index('numerals_problem').on(t.problemId).where(present(t.problemId)),
    index('numerals_claim').on(t.claim).where(unusual(t.claim, 'OUTCOME')),
    check('numerals_kind', isOneOf(t.kind, numeralKinds)),
    check('numerals_offsets', sql`${t.start} >= 0 and ${t.end} - ${t.start} = length(${t.text})`),
    check('numerals_waiver_words', isOfWords(t.waiverZh, t.waiverEn)),
    check(
      'numerals_claimed_are_quantities',
      sql`(${t.claim} is null and ${t.waiverZh} is null) or ${t.kind} = 'QUANTITY' or (${t.kind} = 'ORDINAL' and ${t.waiverZh} is null)`,
    ),
    check('numerals_claimed_or_waived', sql`${t.claim} is null or ${t.waiverZh} is null`),
    check('numerals_claim', isOneOf(t.claim, claimKinds)),
    check(
      'numerals_claim_is_of_its_kind',
      sql`(${t.claim} is 'OUTCOME') = (${t.outcomeId} is not null) and (${t.claim} is 'TARGET') = (${t.targetId} is not null) and (${t.claim} is 'PROBLEM') = (${t.problemId} is not null)`,
    ),
  ],
);

/** Each fact that claims a numeral: mostly one, and several where words such as 均 say so. */
export const numeralClaims = sqliteTable(
  'numeral_claims',
  {
    numeralId: integer('numeral_id')
      .notNull()
      .references(() => numerals.id),
    /** From 1, in the order in which the facts are told. */
    ordinal: integer('ordinal').notNull(),
    /** The fact stands in the column of its kind. */
    outcomeId: integer('outcome_id').references(() => outcomes.id),
    targetId: integer('target_id').references(() => targets.id),
    problemId: integer('problem_id').references(() => problems.id),
  },
  (t) => [
    primaryKey({ columns: [t.numeralId, t.ordinal] }),
    index('numeral_claims_outcome').on(t.outcomeId, t.numeralId),
    index('numeral_claims_target').on(t.targetId, t.numeralId).where(present(t.targetId)),
    index('numeral_claims_problem').on(t.problemId, t.numeralId).where(present(t.problemId)),
    check(
      'numeral_claims_one_fact',
      sql`(${t.outcomeId} is not null) + (${t.targetId} is not null) + (${t.problemId} is not null) = 1`,
    ),
  ],
);

/** Every clause of a report's text that no fact rests on. */
export const uncoveredClauses = sqliteTable(
  'uncovered_clauses',
  {
    id: rowId(),
    code: codeInReport(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    text: text('text').notNull(),
    ...startingInText(),
    end: integer('end').notNull(),
    /** Whether it holds a verb that says what was done. */
    hasVerb: integer('has_verb', { mode: 'boolean' }).notNull(),
    /** Why no fact rests on it. */
    waiverZh: text('waiver_zh'),
    waiverEn: text('waiver_en'),
  },
  (t) => [
    index('uncovered_clauses_report').on(t.reportId),
    index('uncovered_clauses_section').on(t.sectionId),
    index('uncovered_clauses_verb').on(t.hasVerb),
    check(
      'uncovered_clauses_offsets',
      sql`${t.start} >= 0 and ${t.end} - ${t.start} = length(${t.text})`,
    ),
    check('uncovered_clauses_waiver_words', isOfWords(t.waiverZh, t.waiverEn)),
  ],
);

/** A code that was given once and is given no longer; it stays reserved. */
export const retiredCodes = sqliteTable(
  'retired_codes',
  {
    id: rowId(),
    /** The id that the API knew it by: `Outcome:xinghe-2023/all-advised`. */
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    type: text('type').$type<RetiredType>().notNull(),
    /** The id of what took its place; null where nothing did. */
    replacement: text('replacement'),
    reasonZh: text('reason_zh').notNull(),
    reasonEn: text('reason_en'),
  },
  (t) => [
    index('retired_codes_report').on(t.reportId, t.code),
    index('retired_codes_type').on(t.type, t.code),
    check('retired_codes_type', isOneOf(t.type, retiredTypes)),
  ],
);

/** One arithmetic relation that the report's own figures should keep, and whether they do. */
export const checks = sqliteTable(
  'checks',
  {
    id: rowId(),
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    kind: text('kind').$type<CheckKind>().notNull(),
    verdict: text('verdict').$type<Verdict>().notNull(),
    stated: real('stated'),
    computed: real('computed'),
    /** Within what values either lies; null for an end that nothing bounds. */
    statedLow: real('stated_low'),
    statedHigh: real('stated_high'),
    computedLow: real('computed_low'),
    computedHigh: real('computed_high'),
    reason: text('reason').$type<CheckReason>().notNull(),
    holdsOnlyByRounding: integer('holds_only_by_rounding', { mode: 'boolean' }).notNull(),
    explanationZh: text('explanation_zh').notNull(),
    explanationEn: text('explanation_en').notNull(),
    /** The words that state it, where no single outcome does. */
    evidenceId: integer('evidence_id').references(() => evidences.id),
    /** The point whose norm it is held against. */
    itemId: integer('item_id').references(() => frameworkItems.id),
    /** What was to be reached, of a check of kind TARGET. */
    targetId: integer('target_id').references(() => targets.id),
    /** `UNREVIEWED` where one of its operands is. */
    reviewState: text('review_state').$type<ReviewState>().notNull().default('CURATED'),
    textOrder: textOrder(),
  },
  (t) => [
    index('checks_review').on(t.reviewState, t.textOrder),
    check('checks_review', isOneOf(t.reviewState, reviewStates)),
    index('checks_target').on(t.targetId, t.textOrder).where(present(t.targetId)),
    check('checks_target', sql`(${t.kind} = 'TARGET') = (${t.targetId} is not null)`),
    index('checks_item').on(t.itemId, t.textOrder).where(present(t.itemId)),
    check('checks_norm_has_item', sql`(${t.kind} = 'NORM') = (${t.itemId} is not null)`),
    uniqueIndex('checks_text_order').on(t.textOrder),
    index('checks_report').on(t.reportId, t.textOrder),
    index('checks_verdict').on(t.verdict, t.textOrder).where(unusual(t.verdict, 'HOLDS')),
    index('checks_kind').on(t.kind, t.textOrder),
    check('checks_kind', isOneOf(t.kind, checkKinds)),
    check('checks_verdict', isOneOf(t.verdict, verdicts)),
    check('checks_reason', isOneOf(t.reason, checkReasons)),
    check('checks_rounding_holds', sql`not ${t.holdsOnlyByRounding} or ${t.verdict} = 'HOLDS'`),
    check(
      'checks_verdict_has_figures',
      sql`${t.verdict} = 'CANNOT_BE_CHECKED' or (${t.stated} is not null and ${t.computed} is not null)`,
    ),
  ],
);

export const checkOperands = sqliteTable(
  'check_operands',
  {
    checkId: integer('check_id')
      .notNull()
      .references(() => checks.id),
    /** From 1, in the order of the working. */
    ordinal: integer('ordinal').notNull(),
    outcomeId: integer('outcome_id')
      .notNull()
      .references(() => outcomes.id),
    role: text('role').$type<OperandRole>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.checkId, t.ordinal] }),
    index('check_operands_outcome').on(t.outcomeId),
    check('check_operands_role', isOneOf(t.role, operandRoles)),
  ],
);

/** How many measures of a report serve an item of a framework or a point below it, each counted once; there for every item. */
export const reportFrameworkItems = sqliteTable(
  'report_framework_items',
  {
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    itemId: integer('item_id')
      .notNull()
      .references(() => frameworkItems.id),
    /** Of measures that were carried out, and of planned ones. */
    measureCount: integer('measure_count').notNull(),
    plannedCount: integer('planned_count').notNull(),
  },
  (t) => [primaryKey({ columns: [t.reportId, t.itemId] })],
);

/** Whether a report has a part of the statutory annual report; there for every part. */
export const reportParts = sqliteTable(
  'report_parts',
  {
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    ordinal: integer('ordinal').notNull(),
    part: text('part').$type<RequiredPart>().notNull(),
    present: integer('present', { mode: 'boolean' }).notNull(),
    evidenceId: integer('evidence_id').references(() => evidences.id),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.ordinal] }),
    check('report_parts_part', isOneOf(t.part, requiredParts)),
    check('report_parts_present_has_words', sql`${t.present} = (${t.evidenceId} is not null)`),
  ],
);

/** How many checks of a kind a report's figures call for; there for every kind that can be made. */
export const reportCheckKinds = sqliteTable(
  'report_check_kinds',
  {
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    /** From 1, in the order of the kinds. */
    ordinal: integer('ordinal').notNull(),
    kind: text('kind').$type<CheckKind>().notNull(),
    possibleCount: integer('possible_count').notNull(),
    /** How many of them came to a verdict. */
    madeCount: integer('made_count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.ordinal] }),
    check('report_check_kinds_kind', isOneOf(t.kind, checkKinds)),
    check('report_check_kinds_counts', sql`${t.madeCount} <= ${t.possibleCount}`),
  ],
);

/** Why checks that a report's figures call for were not made; there for what has happened. */
export const reportUnmadeChecks = sqliteTable(
  'report_unmade_checks',
  {
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    /** In the order of the kinds and, within one, of the reasons. */
    ordinal: integer('ordinal').notNull(),
    kind: text('kind').$type<CheckKind>().notNull(),
    reason: text('reason').$type<CheckReason>().notNull(),
    checkCount: integer('check_count').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.ordinal] }),
    check('report_unmade_checks_kind', isOneOf(t.kind, checkKinds)),
    check('report_unmade_checks_reason', isOneOf(t.reason, checkReasons)),
  ],
);

/** How many links of a report rest on each basis; there for every basis. */
export const reportLinkBases = sqliteTable(
  'report_link_bases',
  {
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    /** From 1, the strongest basis first. */
    ordinal: integer('ordinal').notNull(),
    basis: text('basis').$type<LinkBasis>().notNull(),
    linkCount: integer('link_count').notNull(),
    /** In per cent of all links of the report, to two decimals; null where it has none. */
    share: real('share'),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.ordinal] }),
    check('report_link_bases_basis', isOneOf(t.basis, linkBases)),
    check('report_link_bases_share', sql`${t.share} between 0 and 100`),
  ],
);
