import { sql } from 'drizzle-orm';
import { check, index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import {
  additivities,
  indicatorDirections,
  indicatorGroups,
  indicatorKinds,
} from '../../vocabulary.ts';
import type {
  Additivity,
  IndicatorDirection,
  IndicatorGroup,
  IndicatorKind,
} from '../../vocabulary.ts';
import { code, isOfWords, isOneOf, name, rowId, searchId } from '../columns.ts';
import { reports } from './report.ts';

export const units = sqliteTable(
  'units',
  {
    id: rowId(),
    code: code(),
    ...name(),
    /** Whether figures in it can be added up. */
    additivity: text('additivity').$type<Additivity>().notNull(),
    /** The report whose own unit it is; null for a unit of the vocabulary. */
    reportId: integer('report_id').references(() => reports.id),
  },
  (t) => [
    index('units_report').on(t.reportId, t.code),
    check('units_additivity', isOneOf(t.additivity, additivities)),
    // What nobody has named, nobody has said to be added either.
    check('units_own', sql`(${t.reportId} is null) = (${t.additivity} <> 'UNKNOWN')`),
  ],
);

export const indicators = sqliteTable(
  'indicators',
  {
    id: rowId(),
    code: code(),
    ...name(),
    unitId: integer('unit_id')
      .notNull()
      .references(() => units.id),
    /** Which way is better for those who are governed. */
    direction: text('direction').$type<IndicatorDirection>().notNull(),
    kind: text('kind').$type<IndicatorKind>().notNull(),
    group: text('group').$type<IndicatorGroup>(),
    definitionZh: text('definition_zh'),
    definitionEn: text('definition_en'),
    /** How texts name it, one phrase after the other, with 、 between. */
    phrases: text('phrases'),
    /** Whether figures of it can be added up: its own where it has one, otherwise its unit's. */
    additivity: text('additivity').$type<Additivity>().notNull(),
    searchId: searchId(),
  },
  (t) => [
    index('indicators_unit').on(t.unitId),
    index('indicators_name_zh').on(t.nameZh, t.code),
    check('indicators_direction', isOneOf(t.direction, indicatorDirections)),
    index('indicators_group').on(t.group, t.code),
    check('indicators_group', isOneOf(t.group, indicatorGroups)),
    check('indicators_definition_words', isOfWords(t.definitionZh, t.definitionEn)),
    check('indicators_kind', isOneOf(t.kind, indicatorKinds)),
    check('indicators_additivity', isOneOf(t.additivity, additivities)),
  ],
);
