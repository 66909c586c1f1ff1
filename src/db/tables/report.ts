import { sql } from 'drizzle-orm';
import {
  check,
  index,
  integer,
  primaryKey,
  sqliteTable,
  text,
  uniqueIndex,
} from 'drizzle-orm/sqlite-core';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { originKinds, periodBases, reportKinds } from '../../vocabulary.ts';
import type { OriginKind, PeriodBasis, ReportKind } from '../../vocabulary.ts';
import {
  allOrNone,
  code,
  inText,
  isOfWords,
  isOneOf,
  missingLast,
  name,
  present,
  review,
  rowId,
  searchedInOrder,
  searchId,
  title,
} from '../columns.ts';
import { organizations, places } from './vocabulary.ts';

const yearKey = missingLast('year');

export const reports = sqliteTable(
  'reports',
  {
    id: rowId(),
    code: code(),
    kind: text('kind').$type<ReportKind>().notNull(),
    ...title(),
    placeId: integer('place_id')
      .notNull()
      .references(() => places.id),
    publisherId: integer('publisher_id').references(() => organizations.id),
    /** The words that prove who published it and when; null for what the curator says. */
    publisherEvidenceId: integer('publisher_evidence_id').references(
      (): AnySQLiteColumn => evidences.id,
    ),
    publishedOn: text('published_on'),
    publishedOnEvidenceId: integer('published_on_evidence_id').references(
      (): AnySQLiteColumn => evidences.id,
    ),
    periodText: text('period_text'),
    periodEdtf: text('period_edtf'),
    periodStart: text('period_start'),
    periodEnd: text('period_end'),
    periodBasis: text('period_basis').$type<PeriodBasis>(),
    periodEvidenceId: integer('period_evidence_id').references((): AnySQLiteColumn => evidences.id),
    /** The year in which its period ends. */
    year: integer('year'),
    sha256: text('sha256').notNull(),
    characters: integer('characters').notNull(),
    url: text('url'),
    /** How many numerals the text holds, how many of them are quantities, and who claims those. */
    numeralCount: integer('numeral_count').notNull(),
    quantityCount: integer('quantity_count').notNull(),
    claimedCount: integer('claimed_count').notNull(),
    outcomeFigureCount: integer('outcome_figure_count').notNull(),
    targetFigureCount: integer('target_figure_count').notNull(),
    problemFigureCount: integer('problem_figure_count').notNull(),
    waivedCount: integer('waived_count').notNull(),
    /** How many of its titles and labels are there in Chinese alone. */
    untranslatedCount: integer('untranslated_count').notNull(),
    /** How many of its facts nobody has reviewed yet. */
    unreviewedCount: integer('unreviewed_count').notNull().default(0),
    /** How many clauses it has, on how many a fact rests, how many are headings alone, and how many are waived. */
    clauseCount: integer('clause_count').notNull(),
    coveredClauseCount: integer('covered_clause_count').notNull(),
    headingClauseCount: integer('heading_clause_count').notNull().default(0),
    waivedClauseCount: integer('waived_clause_count').notNull(),
    /** How many characters the clauses have, and how many lie in the words of a fact or a heading. */
    clauseCharacters: integer('clause_characters').notNull(),
    coveredCharacters: integer('covered_characters').notNull(),
    /** How many checks its figures call for, and how many of them came to a verdict. */
    possibleCheckCount: integer('possible_check_count').notNull().default(0),
    madeCheckCount: integer('made_check_count').notNull().default(0),
    searchId: searchId(),
    /** The place and then the year, the unknown year last. */
    placeOrder: text('place_order').notNull(),
    yearAscending: yearKey.ascending,
    yearDescending: yearKey.descending,
  },
  (t) => [
    index('reports_place').on(t.placeId, t.code),
    index('reports_place_order').on(t.placeOrder, t.code),
    index('reports_kind').on(t.kind, t.code),
    index('reports_year').on(t.year, t.code),
    index('reports_year_ascending').on(t.yearAscending, t.code),
    index('reports_year_descending').on(t.yearDescending, t.code),
    index('reports_title_zh').on(t.titleZh, t.code),
    index('reports_publisher').on(t.publisherId, t.code),
    check(
      'reports_coverage',
      sql`${t.claimedCount} + ${t.waivedCount} <= ${t.quantityCount} and ${t.quantityCount} <= ${t.numeralCount}`,
    ),
    check(
      'reports_claims',
      sql`${t.outcomeFigureCount} + ${t.targetFigureCount} + ${t.problemFigureCount} = ${t.claimedCount}`,
    ),
    check(
      'reports_words',
      sql`${t.coveredClauseCount} + ${t.headingClauseCount} + ${t.waivedClauseCount} <= ${t.clauseCount} and ${t.coveredCharacters} <= ${t.clauseCharacters}`,
    ),
    check('reports_checks', sql`${t.madeCheckCount} <= ${t.possibleCheckCount}`),
    check('reports_kind', isOneOf(t.kind, reportKinds)),
    check('reports_period_basis', isOneOf(t.periodBasis, periodBases)),
    check('reports_period_whole', allOrNone(t.periodText, t.periodBasis, t.periodEvidenceId)),
    check('reports_sha256', sql`length(${t.sha256}) = 64`),
  ],
);

export const sections = sqliteTable(
  'sections',
  {
    id: rowId(),
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    ordinal: integer('ordinal').notNull(),
    /** The section that it stands in; null for one at the top. */
    parentId: integer('parent_id').references((): AnySQLiteColumn => sections.id),
    /** 1 at the top. */
    depth: integer('depth').notNull(),
    ...title(),
    /** The report's own heading or topic sentence; null where it has none. */
    heading: text('heading'),
    /** Its stretch of the report's text, of which the sections hold each character once. */
    text: text('text').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
    ...inText(),
    ...searchedInOrder(),
  },
  (t) => [
    index('sections_title_zh').on(t.titleZh, t.codeOrder),
    index('sections_parent').on(t.parentId, t.ordinal),
    index('sections_depth').on(t.depth),
    check('sections_depth_of_parent', sql`(${t.depth} = 1) = (${t.parentId} is null)`),
    uniqueIndex('sections_report_ordinal').on(t.reportId, t.ordinal),
    check('sections_span', sql`${t.start} >= 0 and ${t.end} - ${t.start} = length(${t.text})`),
  ],
);

/**
 * The exact words that prove something; facts proved by the same words share one row. What stands beside
 * them is read from the text of sections: see `read-texts.ts`.
 */
export const evidences = sqliteTable(
  'evidences',
  {
    id: rowId(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    exact: text('exact').notNull(),
    start: integer('start').notNull(),
    end: integer('end').notNull(),
  },
  (t) => [
    check('evidences_offsets', sql`${t.start} >= 0 and ${t.end} - ${t.start} = length(${t.exact})`),
    check('evidences_words', sql`${t.end} > ${t.start}`),
  ],
);

/** Who or what said facts of a report first: one row for many facts, each of which holds its number. */
export const origins = sqliteTable(
  'origins',
  {
    id: rowId(),
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    kind: text('kind').$type<OriginKind>().notNull(),
    name: text('name').notNull(),
    version: text('version'),
    madeOn: text('made_on'),
  },
  (t) => [
    index('origins_report').on(t.reportId, t.code),
    check('origins_kind', isOneOf(t.kind, originKinds)),
    check('origins_version', sql`(${t.kind} = 'PERSON') = (${t.version} is null)`),
  ],
);

/** Who or what said a fact first, and whether a person should still look at it. */
export const saying = () => ({
  originId: integer('origin_id').references(() => origins.id),
  ...review(),
});

export const documents = sqliteTable(
  'documents',
  {
    id: rowId(),
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    ...title(),
    issuerId: integer('issuer_id').references(() => organizations.id),
    noteZh: text('note_zh'),
    noteEn: text('note_en'),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidences.id),
    ...saying(),
    ...inText(),
    ...searchedInOrder(),
  },
  (t) => [
    index('documents_report').on(t.reportId),
    index('documents_issuer').on(t.issuerId),
    index('documents_title_zh').on(t.titleZh, t.codeOrder),
    index('documents_origin').on(t.originId),
    index('documents_review').on(t.reviewState),
    check('documents_note_words', isOfWords(t.noteZh, t.noteEn)),
  ],
);

/** That a report names an organization, and where it first does. */
export const reportOrganizations = sqliteTable(
  'report_organizations',
  {
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidences.id),
    ...saying(),
  },
  (t) => [
    primaryKey({ columns: [t.reportId, t.organizationId] }),
    index('report_organizations_origin').on(t.originId).where(present(t.originId)),
    index('report_organizations_organization').on(t.organizationId),
  ],
);

export const honours = sqliteTable(
  'honours',
  {
    id: rowId(),
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    placeId: integer('place_id')
      .notNull()
      .references(() => places.id),
    ...name(),
    awarderId: integer('awarder_id').references(() => organizations.id),
    documentId: integer('document_id').references(() => documents.id),
    /** Of which round of the programme, counted from 1. */
    batch: integer('batch'),
    /** How many places the same decision names, this one included: context, not this place's result. */
    recipients: integer('recipients'),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidences.id),
    ...saying(),
    ...inText(),
  },
  (t) => [
    index('honours_report').on(t.reportId),
    index('honours_place').on(t.placeId),
    index('honours_awarder').on(t.awarderId),
    index('honours_document').on(t.documentId),
    index('honours_origin').on(t.originId),
    index('honours_review').on(t.reviewState),
    index('honours_name_zh').on(t.nameZh, t.code),
    check('honours_batch', sql`${t.batch} >= 1`),
    check('honours_recipients', sql`${t.recipients} >= 1`),
  ],
);
