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
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { normBounds, normPeriods, placeLevels } from '../../vocabulary.ts';
import type { NormBound, NormPeriod, PlaceLevel } from '../../vocabulary.ts';
import { allOrNone, code, isOfWords, isOneOf, name, rowId, title } from '../columns.ts';
import { measures } from './measure.ts';
import { problems } from './plan.ts';
import { indicators, units } from './unit.ts';
import { places } from './vocabulary.ts';

/** An official frame that measures are held against, in one edition. */
export const frameworks = sqliteTable(
  'frameworks',
  {
    id: rowId(),
    code: code(),
    ...name(),
    edition: text('edition').notNull(),
    /** The address of its text. */
    source: text('source'),
    /** The place that it binds, with all in it; null where it binds every place. */
    placeId: integer('place_id').references(() => places.id),
  },
  (t) => [
    index('frameworks_name_zh').on(t.nameZh, t.code),
    index('frameworks_place').on(t.placeId),
  ],
);

/** A heading of a frame, or a point below one; a point may state a norm. */
export const frameworkItems = sqliteTable(
  'framework_items',
  {
    id: rowId(),
    code: code(),
    frameworkId: integer('framework_id')
      .notNull()
      .references(() => frameworks.id),
    parentId: integer('parent_id').references((): AnySQLiteColumn => frameworkItems.id),
    /** From 1, among those of one parent, and of headings among the headings. */
    ordinal: integer('ordinal').notNull(),
    /** From 1 in its framework: a heading, its points, the next heading. */
    position: integer('position').notNull(),
    /** `outline-2021/0003`: its framework, then its position, so that their order is one key. */
    readingOrder: text('reading_order').notNull(),
    /** 1 for a heading. */
    depth: integer('depth').notNull(),
    ...title(),
    source: text('source'),
    responsibleBodyZh: text('responsible_body_zh'),
    responsibleBodyEn: text('responsible_body_en'),
    timeLimitZh: text('time_limit_zh'),
    timeLimitEn: text('time_limit_en'),
    deliverableZh: text('deliverable_zh'),
    deliverableEn: text('deliverable_en'),
    normBound: text('norm_bound').$type<NormBound>(),
    normValue: real('norm_value'),
    normUnitId: integer('norm_unit_id').references(() => units.id),
    /** Per what: a norm of so many a head. */
    normPerId: integer('norm_per_id').references(() => units.id),
    normPeriod: text('norm_period').$type<NormPeriod>(),
    normIndicatorId: integer('norm_indicator_id').references(() => indicators.id),
    normQuote: text('norm_quote'),
    normSource: text('norm_source'),
    /** Its first day in force, and its last; null where no last is told. */
    normFrom: text('norm_from'),
    normUntil: text('norm_until'),
    /** Between which levels the places lie that it binds; null for no such end. */
    normHighestLevel: text('norm_highest_level').$type<PlaceLevel>(),
    normLowestLevel: text('norm_lowest_level').$type<PlaceLevel>(),
  },
  (t) => [
    uniqueIndex('framework_items_position').on(t.frameworkId, t.position),
    index('framework_items_order').on(t.readingOrder, t.code),
    index('framework_items_parent').on(t.parentId, t.readingOrder, t.code),
    index('framework_items_depth').on(t.depth),
    index('framework_items_norm_indicator').on(t.normIndicatorId, t.readingOrder, t.code),
    index('framework_items_title_zh').on(t.titleZh, t.code),
    check('framework_items_parent_is_another', sql`${t.parentId} <> ${t.id}`),
    check('framework_items_depth', sql`(${t.depth} = 1) = (${t.parentId} is null)`),
    check(
      'framework_items_responsible_body_words',
      isOfWords(t.responsibleBodyZh, t.responsibleBodyEn),
    ),
    check('framework_items_time_limit_words', isOfWords(t.timeLimitZh, t.timeLimitEn)),
    check('framework_items_deliverable_words', isOfWords(t.deliverableZh, t.deliverableEn)),
    check(
      'framework_items_norm_whole',
      allOrNone(
        t.normBound,
        t.normValue,
        t.normUnitId,
        t.normIndicatorId,
        t.normQuote,
        t.normSource,
        t.normFrom,
      ),
    ),
    check('framework_items_norm_bound', isOneOf(t.normBound, normBounds)),
    check('framework_items_norm_period', isOneOf(t.normPeriod, normPeriods)),
    check('framework_items_norm_highest_level', isOneOf(t.normHighestLevel, placeLevels)),
    check('framework_items_norm_lowest_level', isOneOf(t.normLowestLevel, placeLevels)),
    check('framework_items_norm_force', sql`${t.normFrom} <= ${t.normUntil}`),
  ],
);

/** Every item with each item that it stands below, and with itself. */
export const frameworkItemAncestors = sqliteTable(
  'framework_item_ancestors',
  {
    itemId: integer('item_id')
      .notNull()
      .references(() => frameworkItems.id),
    ancestorId: integer('ancestor_id')
      .notNull()
      .references(() => frameworkItems.id),
  },
  (t) => [
    primaryKey({ columns: [t.itemId, t.ancestorId] }),
    index('framework_item_ancestors_ancestor').on(t.ancestorId, t.itemId),
  ],
);

export const measureFrameworkItems = sqliteTable(
  'measure_framework_items',
  {
    measureId: integer('measure_id')
      .notNull()
      .references(() => measures.id),
    itemId: integer('item_id')
      .notNull()
      .references(() => frameworkItems.id),
  },
  (t) => [
    primaryKey({ columns: [t.measureId, t.itemId] }),
    index('measure_framework_items_item').on(t.itemId),
  ],
);

export const problemFrameworkItems = sqliteTable(
  'problem_framework_items',
  {
    problemId: integer('problem_id')
      .notNull()
      .references(() => problems.id),
    itemId: integer('item_id')
      .notNull()
      .references(() => frameworkItems.id),
  },
  (t) => [
    primaryKey({ columns: [t.problemId, t.itemId] }),
    index('problem_framework_items_item').on(t.itemId),
  ],
);
