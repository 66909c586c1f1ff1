import { sql } from 'drizzle-orm';
import type { SQL, SQLWrapper } from 'drizzle-orm';
import { check, integer, real, text } from 'drizzle-orm/sqlite-core';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { linkBases } from '../vocabulary.ts';
import { orMissing } from './columns/derived-columns.ts';
import { numbersOfAll } from './entry-number.ts';
import type { ReviewState } from '../vocabulary/reviews.ts';

/** A row's own number, new in every snapshot; nothing outside the database file may hold it. */
export const rowId = () => integer('id').primaryKey();

/** The slug that people cite: chosen once by a curator, never changed and never given twice. */
export const code = () => text('code').notNull().unique();

/**
 * The same for facts of which there are many: they are found in the stretch of their report and not by an
 * index, as `codes/rows-of-codes.ts` tells, and the import proves that no two are equal.
 */
export const codeInReport = () => text('code').notNull();

/** `xinghe-2023/0000412/sum-of-cases`: the report, the place in its text, and what tells rows apart that share it. */
export const textOrder = () => text('text_order').notNull();

/**
 * Where a row stands in the text of its report: `0000412` and, where other rows begin at the same place,
 * the code of all but the first behind it. The rows of such a table are numbered in this order, report
 * by report, so that an index has them in it without a column more. `text_order` is what cursors carry.
 */
export const inText = () => ({
  textPlace: text('text_place').notNull(),
  textOrder: textOrder().generatedAlwaysAs(sql.raw(`${ofReport} || "text_place"`)),
});

/** The same for rows of which no two of a report begin at one place. */
export const startingInText = () => ({
  start: integer('start').notNull(),
  textOrder: textOrder().generatedAlwaysAs(sql.raw(`${ofReport} || printf('%07d', "start")`)),
});

/** Of the code of a row: that of its report, with the stroke behind it. */
const ofReport = `substr("code", 1, instr("code", '/'))`;

/** The number by which searches know a row: see `search_entries`. */
export const searchId = () => integer('search_id').notNull().unique();

/**
 * The same for facts of a report, which are ordered by their codes where nothing else tells them apart: the
 * entries of a report are numbered by their codes, so that a number in four bytes stands for a code.
 */
export const searchedInOrder = () => ({
  searchId: searchId(),
  codeOrder: integer('code_order')
    .notNull()
    .generatedAlwaysAs(sql.raw(`"search_id" % ${numbersOfAll}`)),
});

/** A name in Chinese and, where somebody gave it, in English. */
export const name = () => ({
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en'),
});

/** A title in the curator's own words, in Chinese and, where there is one, in English. */
export const title = () => ({
  titleZh: text('title_zh').notNull(),
  titleEn: text('title_en'),
});

/** Whether another column has a value. */
export const holds = (flag: string, column: string) =>
  integer(flag, { mode: 'boolean' })
    .notNull()
    .generatedAlwaysAs(sql.raw(`"${column}" is not null`));

/** A curator's words in both languages, which may be missing. */
export const note = () => ({ noteZh: text('note_zh'), noteEn: text('note_en') });

/** Why a person should still look at what a rule said; null once somebody has, and of what people wrote. */
export const review = () => ({
  reviewReason: text('review_reason'),
  reviewState: text('review_state')
    .$type<ReviewState>()
    .notNull()
    .generatedAlwaysAs(
      sql.raw(`case when "review_reason" is null then 'CURATED' else 'UNREVIEWED' end`),
    ),
});

/** The columns of one measured value, `prefix` telling the figure itself from its baseline. */
export const quantityColumns = (prefix: '' | 'baseline_') => ({
  value: real(`${prefix}value`),
  minimum: real(`${prefix}minimum`),
  maximum: real(`${prefix}maximum`),
  qualifier: text(`${prefix}qualifier`),
  text: text(`${prefix || 'quantity_'}text`),
  decimals: integer(`${prefix}decimals`),
  low: real(`${prefix}low`),
  high: real(`${prefix}high`),
  isLowOpen: integer(`${prefix}is_low_open`, { mode: 'boolean' }),
  isHighOpen: integer(`${prefix}is_high_open`, { mode: 'boolean' }),
  isDerived: integer(`${prefix}is_derived`, { mode: 'boolean' })
    .notNull()
    .generatedAlwaysAs(
      sql.raw(`"${prefix}value" is not null and "${prefix || 'quantity_'}text" is null`),
    ),
});

/** Holds when the column has one of the vocabulary's values, or none. */
export function isOneOf(column: AnySQLiteColumn, words: Readonly<Record<string, string>>): SQL {
  const names = Object.keys(words).map((word) => `'${word}'`);
  return sql`${column} in (${sql.raw(names.join(', '))})`;
}

/** Of an index: only the rows that have a value, where most have none. Whatever seeks a value finds it there. */
export const present = (column: SQLWrapper): SQL => sql`${column} is not null`;

/** Holds when all the columns have a value, or none has. */
export function allOrNone(first: AnySQLiteColumn, ...others: AnySQLiteColumn[]): SQL {
  return sql.join(
    others.map((other) => sql`(${first} is null) = (${other} is null)`),
    sql` and `,
  );
}

type BasisColumns = Record<'basis' | 'evidenceId' | 'noteZh' | 'noteEn', AnySQLiteColumn>;

/** What holds wherever a curator says what joins two facts, in a table whose name the checks begin with. */
export const basisChecks = (table: string, t: BasisColumns) => [
  check(`${table}_basis`, isOneOf(t.basis, linkBases)),
  check(`${table}_stated_has_words`, sql`${t.basis} <> 'STATED' or ${t.evidenceId} is not null`),
  check(`${table}_curated_has_note`, sql`${t.basis} <> 'CURATED' or ${t.noteZh} is not null`),
  check(`${table}_note_words`, isOfWords(t.noteZh, t.noteEn)),
];

/** Holds where words in English have the Chinese ones beside them. */
export const isOfWords = (zh: AnySQLiteColumn, en: AnySQLiteColumn): SQL =>
  sql`${en} is null or ${zh} is not null`;

/**
 * Keys to order by a number that some rows lack: they come last in either direction. A keyset page
 * over the nullable column itself would lose rows.
 */
export const missingLast = (column: string) => ({
  ascending: real(`${column}_ascending`).notNull().generatedAlwaysAs(orMissing(column, '1e308')),
  descending: real(`${column}_descending`).notNull().generatedAlwaysAs(orMissing(column, '-1e308')),
});

/** The same keys for a day: what has none comes last in either direction. */
export const missingDayLast = (column: string) => ({
  ascending: text(`${column}_ascending`)
    .notNull()
    .generatedAlwaysAs(orMissing(column, "'9999-99-99'")),
  descending: text(`${column}_descending`).notNull().generatedAlwaysAs(orMissing(column, "''")),
});
