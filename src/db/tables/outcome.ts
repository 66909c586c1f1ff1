import { sql } from 'drizzle-orm';
import { check, index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AnySQLiteColumn, SQLiteColumn } from 'drizzle-orm/sqlite-core';
import { outcomeLevels, periodBases, qualifiers, valueTypes } from '../../vocabulary.ts';
import type { OutcomeLevel, LinkBasis, PeriodBasis } from '../../vocabulary.ts';
import {
  allOrNone,
  basisChecks,
  code,
  codeInReport,
  inText,
  isOfWords,
  isOneOf,
  missingLast,
  present,
  rowId,
  searchedInOrder,
} from '../columns.ts';
import { marks } from '../columns/derived-columns.ts';
import { unusual } from '../columns/word-columns.ts';
import { hasYearOf } from '../columns/year-columns.ts';
import { figureChecks, figureColumns } from './figure.ts';
import { measures } from './measure.ts';
import { evidences, reports, saying, sections } from './report.ts';
import { places } from './vocabulary.ts';

const valueKey = missingLast('value');
const changeKey = missingLast('change_percent');
const changeAbsoluteKey = missingLast('change_absolute');
const yearKey = missingLast('year');

/** What filters ask most that few words or bits can tell. */
const outcomeMarks = () =>
  marks({
    level: Object.keys(outcomeLevels),
    value_type: Object.keys(valueTypes),
    qualifier: Object.keys(qualifiers),
    period_basis: Object.keys(periodBases),
    value: 'ANY',
    period_key: 'ANY',
    period_edtf: 'ANY',
    period_start: 'ANY',
    period_end: 'ANY',
    whole_id: 'ANY',
    change_absolute: 'ANY',
    change_percent: 'ANY',
    baseline_value: 'ANY',
    is_improvement: [0, 1],
  });

/**
 * What filters ask most, at the end of the indexes of orders: where few rows pass, and these not at
 * once, an index is walked for long, and each row need not be fetched to be tested.
 */
const tested = (t: Record<'marks' | 'unitId' | 'indicatorId', SQLiteColumn>): SQLiteColumn[] => [
  t.marks,
  t.unitId,
  t.indicatorId,
];

export const outcomes = sqliteTable(
  'outcomes',
  {
    id: rowId(),
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    labelZh: text('label_zh').notNull(),
    labelEn: text('label_en'),
    level: text('level').$type<OutcomeLevel>().notNull(),
    ...figureColumns(),

    periodText: text('period_text'),
    /** Its words in one spelling, by which they are found and grouped: 截至目前 for 截止目前. */
    periodKey: text('period_key'),
    periodEdtf: text('period_edtf'),
    periodStart: text('period_start'),
    periodEnd: text('period_end'),
    periodBasis: text('period_basis').$type<PeriodBasis>(),
    periodEvidenceId: integer('period_evidence_id').references(() => evidences.id),

    dimensionZh: text('dimension_zh'),
    dimensionEn: text('dimension_en'),
    /** Of what it is told, where a report tells the same of several: 内部事项, 外部事项. */
    populationZh: text('population_zh'),
    populationEn: text('population_en'),
    wholeId: integer('whole_id').references((): AnySQLiteColumn => outcomes.id),
    noteZh: text('note_zh'),
    noteEn: text('note_en'),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidences.id),
    ...saying(),

    /** Its report's place. */
    placeId: integer('place_id')
      .notNull()
      .references(() => places.id),
    /** The year in which its own period ends, or else its report's. */
    year: integer('year'),
    /** Equal for figures of one period; a figure with none of its own is of its report's. */
    window: text('window').notNull(),

    ...searchedInOrder(),
    ...inText(),
    yearAscending: yearKey.ascending,
    yearDescending: yearKey.descending,
    valueAscending: valueKey.ascending,
    valueDescending: valueKey.descending,
    changeAscending: changeKey.ascending,
    changeDescending: changeKey.descending,
    changeAbsoluteAscending: changeAbsoluteKey.ascending,
    changeAbsoluteDescending: changeAbsoluteKey.descending,
    marks: outcomeMarks(),
  },
  (t) => [
    index('outcomes_year_ascending').on(t.yearAscending, t.codeOrder),
    index('outcomes_year_descending').on(t.yearDescending, t.codeOrder),
    index('outcomes_level')
      .on(t.level)
      .where(unusual(t.level, 'OUTPUT', 'OUTCOME')),
    index('outcomes_place').on(t.placeId),
    index('outcomes_year').on(t.year),
    index('outcomes_value').on(t.value),
    index('outcomes_value_type').on(t.valueType).where(unusual(t.valueType, 'QUANTITY')),
    index('outcomes_qualifier').on(t.qualifier).where(unusual(t.qualifier, 'EXACT')),
    index('outcomes_baseline').on(t.baselineValue).where(present(t.baselineValue)),
    index('outcomes_change').on(t.changePercent).where(present(t.changePercent)),
    index('outcomes_change_absolute').on(t.changeAbsolute).where(present(t.changeAbsolute)),
    index('outcomes_change_absolute_ascending').on(
      t.changeAbsoluteAscending,
      t.codeOrder,
      ...tested(t),
      t.value,
    ),
    index('outcomes_change_absolute_descending').on(
      t.changeAbsoluteDescending,
      t.codeOrder,
      ...tested(t),
      t.value,
    ),
    index('outcomes_improvement').on(t.isImprovement).where(present(t.isImprovement)),
    index('outcomes_dimension').on(t.dimensionZh).where(present(t.dimensionZh)),
    index('outcomes_population').on(t.populationZh).where(present(t.populationZh)),
    index('outcomes_period').on(t.periodKey).where(present(t.periodKey)),
    index('outcomes_period_edtf').on(t.periodEdtf).where(present(t.periodEdtf)),
    index('outcomes_period_basis').on(t.periodBasis).where(present(t.periodBasis)),
    index('outcomes_period_start').on(t.periodStart).where(present(t.periodStart)),
    index('outcomes_value_ascending').on(t.valueAscending, t.codeOrder, ...tested(t)),
    index('outcomes_value_descending').on(t.valueDescending, t.codeOrder, ...tested(t)),
    index('outcomes_change_ascending').on(t.changeAscending, t.codeOrder, ...tested(t), t.value),
    index('outcomes_change_descending').on(t.changeDescending, t.codeOrder, ...tested(t), t.value),
    index('outcomes_label_zh').on(t.labelZh, t.codeOrder, ...tested(t), t.value),
    index('outcomes_review').on(t.reviewState),
    index('outcomes_note').on(t.id).where(present(t.noteZh)),
    index('outcomes_origin').on(t.originId).where(present(t.originId)),
    index('outcomes_report').on(t.reportId),
    index('outcomes_section').on(t.sectionId),
    index('outcomes_unit').on(t.unitId),
    index('outcomes_indicator').on(t.indicatorId),
    index('outcomes_whole').on(t.wholeId).where(present(t.wholeId)),
    check('outcomes_level', isOneOf(t.level, outcomeLevels)),
    ...figureChecks('outcomes', t),
    check('outcomes_period_basis', isOneOf(t.periodBasis, periodBases)),
    check(
      'outcomes_period_whole',
      allOrNone(t.periodText, t.periodKey, t.periodBasis, t.periodEvidenceId),
    ),
    check('outcomes_year_of_period', hasYearOf(t.year, t.periodEnd)),
    check('outcomes_part_has_dimension', sql`${t.wholeId} is null or ${t.dimensionZh} is not null`),
    check('outcomes_whole_is_another', sql`${t.wholeId} <> ${t.id}`),
    check('outcomes_dimension_words', isOfWords(t.dimensionZh, t.dimensionEn)),
    check('outcomes_population_words', isOfWords(t.populationZh, t.populationEn)),
    check('outcomes_note_words', isOfWords(t.noteZh, t.noteEn)),
  ],
);

export const links = sqliteTable(
  'links',
  {
    id: rowId(),
    code: codeInReport(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    measureId: integer('measure_id')
      .notNull()
      .references(() => measures.id),
    outcomeId: integer('outcome_id')
      .notNull()
      .references(() => outcomes.id),
    basis: text('basis').$type<LinkBasis>().notNull(),
    noteZh: text('note_zh'),
    noteEn: text('note_en'),
    evidenceId: integer('evidence_id').references(() => evidences.id),
    ...saying(),
    ...inText(),
  },
  (t) => [
    // With what is asked of links from either end, so that their rows need not be fetched for it.
    index('links_measure').on(t.measureId, t.outcomeId, t.basis),
    index('links_outcome').on(t.outcomeId, t.measureId, t.basis),
    index('links_report').on(t.reportId),
    index('links_note').on(t.id).where(present(t.noteZh)),
    index('links_origin').on(t.originId).where(present(t.originId)),
    index('links_review').on(t.reviewState),
    index('links_basis')
      .on(t.basis, t.id, t.measureId, t.outcomeId)
      .where(unusual(t.basis, 'SAME_POINT')),
    ...basisChecks('links', t),
  ],
);

/**
 * Pairs of outcomes that count some of the same things: a whole and its parts, a count and what it
 * is part of, the same fact told twice. No sum may hold both.
 */
export const overlaps = sqliteTable(
  'overlaps',
  {
    outcomeId: integer('outcome_id')
      .notNull()
      .references(() => outcomes.id),
    otherId: integer('other_id')
      .notNull()
      .references(() => outcomes.id),
  },
  (t) => [
    primaryKey({ columns: [t.outcomeId, t.otherId] }),
    index('overlaps_other').on(t.otherId, t.outcomeId),
  ],
);
