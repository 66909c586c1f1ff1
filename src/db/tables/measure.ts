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
import { documentRelations, organizationRoles } from '../../vocabulary.ts';
import { followUpStatuses, measureStages } from '../../vocabulary/plans.ts';
import type { DocumentRelation, OrganizationRole } from '../../vocabulary.ts';
import type { FollowUpStatus, MeasureStage } from '../../vocabulary/plans.ts';
import {
  allOrNone,
  code,
  inText,
  isOneOf,
  missingLast,
  present,
  rowId,
  searchedInOrder,
  title,
} from '../columns.ts';
import { documents, evidences, reports, saying, sections } from './report.ts';
import { organizations, places } from './vocabulary.ts';

const yearKey = missingLast('year');

export const measures = sqliteTable(
  'measures',
  {
    id: rowId(),
    code: code(),
    reportId: integer('report_id')
      .notNull()
      .references(() => reports.id),
    sectionId: integer('section_id')
      .notNull()
      .references(() => sections.id),
    /** From 1, in its section. */
    ordinal: integer('ordinal').notNull(),
    stage: text('stage').$type<MeasureStage>().notNull(),
    ...title(),
    /** The topic sentence of its point, which announces and proves nothing; null without one. */
    heading: text('heading'),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidences.id),
    ...saying(),
    /** Its report's place and year. */
    placeId: integer('place_id')
      .notNull()
      .references(() => places.id),
    year: integer('year'),
    /** Whether any outcome is linked to it, or one with a figure; whether it is said what it is to reach. */
    hasOutcomes: integer('has_outcomes', { mode: 'boolean' }).notNull(),
    hasFigures: integer('has_figures', { mode: 'boolean' }).notNull(),
    hasTargets: integer('has_targets', { mode: 'boolean' }).notNull(),
    /** Of a plan: what later reports tell of it, settled once all reports of the place stand. */
    followUp: text('follow_up').$type<FollowUpStatus>(),
    followerId: integer('follower_id').references((): AnySQLiteColumn => measures.id),
    followerEvidenceId: integer('follower_evidence_id').references(() => evidences.id),
    ...inText(),
    ...searchedInOrder(),
    yearAscending: yearKey.ascending,
    yearDescending: yearKey.descending,
  },
  (t) => [
    index('measures_place').on(t.placeId),
    index('measures_stage').on(t.stage),
    index('measures_year').on(t.year),
    index('measures_year_ascending').on(t.yearAscending, t.codeOrder),
    index('measures_year_descending').on(t.yearDescending, t.codeOrder),
    index('measures_title_zh').on(
      t.titleZh,
      t.codeOrder,
      t.stage,
      t.followUp,
      t.hasOutcomes,
      t.hasFigures,
      t.hasTargets,
    ),
    index('measures_has_outcomes').on(t.hasOutcomes),
    // With what is known of a measure that a link leads to.
    index('measures_has_figures').on(t.hasFigures, t.hasOutcomes),
    index('measures_has_targets').on(t.hasTargets, t.hasOutcomes),
    index('measures_section').on(t.sectionId),
    uniqueIndex('measures_section_ordinal').on(t.sectionId, t.ordinal),
    index('measures_review').on(t.reviewState),
    index('measures_origin').on(t.originId).where(present(t.originId)),
    index('measures_report').on(t.reportId),
    check('measures_ordinal', sql`${t.ordinal} >= 1`),
    index('measures_follow_up').on(t.followUp),
    index('measures_follower').on(t.followerId).where(present(t.followerId)),
    check('measures_figures_of_outcomes', sql`${t.hasFigures} <= ${t.hasOutcomes}`),
    check('measures_stage', isOneOf(t.stage, measureStages)),
    check('measures_follow_up', isOneOf(t.followUp, followUpStatuses)),
    check(
      'measures_follow_up_of_plan',
      sql`(${t.stage} = 'PLANNED') = (${t.followUp} is not null)`,
    ),
    check('measures_follower_whole', allOrNone(t.followerId, t.followerEvidenceId)),
    check(
      'measures_follower_told',
      sql`(${t.followUp} is 'TOLD_DONE' or ${t.followUp} is 'TOLD_ONGOING') = (${t.followerId} is not null)`,
    ),
  ],
);

/** The words of everything that a measure consists of, act by act; the first is its evidence. */
export const measureActs = sqliteTable(
  'measure_acts',
  {
    measureId: integer('measure_id')
      .notNull()
      .references(() => measures.id),
    /** From 1, in the order of the text. */
    ordinal: integer('ordinal').notNull(),
    evidenceId: integer('evidence_id')
      .notNull()
      .references(() => evidences.id),
  },
  (t) => [primaryKey({ columns: [t.measureId, t.ordinal] })],
);

export const measureDocuments = sqliteTable(
  'measure_documents',
  {
    measureId: integer('measure_id')
      .notNull()
      .references(() => measures.id),
    documentId: integer('document_id')
      .notNull()
      .references(() => documents.id),
    relation: text('relation').$type<DocumentRelation>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.measureId, t.documentId] }),
    index('measure_documents_document').on(t.documentId),
    check('measure_documents_relation', isOneOf(t.relation, documentRelations)),
  ],
);

export const measureOrganizations = sqliteTable(
  'measure_organizations',
  {
    measureId: integer('measure_id')
      .notNull()
      .references(() => measures.id),
    organizationId: integer('organization_id')
      .notNull()
      .references(() => organizations.id),
    role: text('role').$type<OrganizationRole>().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.measureId, t.organizationId] }),
    index('measure_organizations_organization').on(t.organizationId),
    check('measure_organizations_role', isOneOf(t.role, organizationRoles)),
  ],
);
