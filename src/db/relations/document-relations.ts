import { defineRelationsPart } from 'drizzle-orm';
import { allTables } from './all-tables.ts';

/** How the documents and honours that reports name meet the rest. */
export const documentRelations = defineRelationsPart(allTables, (r) => ({
  documents: {
    origin: r.one.origins({ from: r.documents.originId, to: r.origins.id }),
    report: r.one.reports({ from: r.documents.reportId, to: r.reports.id, optional: false }),
    issuer: r.one.organizations({ from: r.documents.issuerId, to: r.organizations.id }),
    evidence: r.one.evidences({
      from: r.documents.evidenceId,
      to: r.evidences.id,
      optional: false,
    }),
    measures: r.many.measureDocuments({
      from: r.documents.id,
      to: r.measureDocuments.documentId,
    }),
    honours: r.many.honours({ from: r.documents.id, to: r.honours.documentId }),
  },
  honours: {
    origin: r.one.origins({ from: r.honours.originId, to: r.origins.id }),
    report: r.one.reports({ from: r.honours.reportId, to: r.reports.id, optional: false }),
    place: r.one.places({ from: r.honours.placeId, to: r.places.id, optional: false }),
    awarder: r.one.organizations({ from: r.honours.awarderId, to: r.organizations.id }),
    document: r.one.documents({ from: r.honours.documentId, to: r.documents.id }),
    evidence: r.one.evidences({
      from: r.honours.evidenceId,
      to: r.evidences.id,
      optional: false,
    }),
  },
}));
