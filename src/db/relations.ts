import { defineRelations, sql } from 'drizzle-orm';
import { unindexed } from './dialect.ts';
import { allTables } from './relations/all-tables.ts';
import { documentRelations } from './relations/document-relations.ts';
import { numeralRelations } from './relations/numeral-relations.ts';
import {
  planRelations,
  problemPartRelations,
  problemRelations,
} from './relations/plan-relations.ts';

/** How the tables meet: the one description that queries, filters and the API's fields follow. */
export const relations = {
  ...defineRelations(allTables, (r) => ({
    units: {
      report: r.one.reports({ from: r.units.reportId, to: r.reports.id }),
      indicators: r.many.indicators({ from: r.units.id, to: r.indicators.unitId }),
      outcomes: r.many.outcomes({ from: r.units.id, to: r.outcomes.unitId }),
      targets: r.many.targets({ from: r.units.id, to: r.targets.unitId }),
    },
    indicators: {
      unit: r.one.units({ from: r.indicators.unitId, to: r.units.id, optional: false }),
      outcomes: r.many.outcomes({ from: r.indicators.id, to: r.outcomes.indicatorId }),
      targets: r.many.targets({ from: r.indicators.id, to: r.targets.indicatorId }),
      problemFigures: r.many.problemFigures({
        from: r.indicators.id,
        to: r.problemFigures.indicatorId,
      }),
      frameworkItems: r.many.frameworkItems({
        from: r.indicators.id,
        to: r.frameworkItems.normIndicatorId,
      }),
    },
    places: {
      parent: r.one.places({ from: r.places.parentId, to: r.places.id }),
      children: r.many.places({ from: r.places.id, to: r.places.parentId }),
      reports: r.many.reports({ from: r.places.id, to: r.reports.placeId }),
      honours: r.many.honours({ from: r.places.id, to: r.honours.placeId }),
      organizations: r.many.organizations({ from: r.places.id, to: r.organizations.placeId }),
      frameworks: r.many.frameworks({ from: r.places.id, to: r.frameworks.placeId }),
    },
    organizations: {
      place: r.one.places({ from: r.organizations.placeId, to: r.places.id }),
      documents: r.many.documents({ from: r.organizations.id, to: r.documents.issuerId }),
      measures: r.many.measureOrganizations({
        from: r.organizations.id,
        to: r.measureOrganizations.organizationId,
      }),
      publications: r.many.reports({ from: r.organizations.id, to: r.reports.publisherId }),
      honours: r.many.honours({ from: r.organizations.id, to: r.honours.awarderId }),
      targets: r.many.targets({ from: r.organizations.id, to: r.targets.ownerId }),
      reports: r.many.reportOrganizations({
        from: r.organizations.id,
        to: r.reportOrganizations.organizationId,
      }),
    },
    origins: {
      report: r.one.reports({ from: r.origins.reportId, to: r.reports.id, optional: false }),
      measures: r.many.measures({ from: r.origins.id, to: r.measures.originId }),
      outcomes: r.many.outcomes({ from: r.origins.id, to: r.outcomes.originId }),
      targets: r.many.targets({ from: r.origins.id, to: r.targets.originId }),
      problems: r.many.problems({ from: r.origins.id, to: r.problems.originId }),
    },
    reports: {
      origins: r.many.origins({ from: r.reports.id, to: r.origins.reportId }),
      units: r.many.units({ from: r.reports.id, to: r.units.reportId }),
      place: r.one.places({ from: r.reports.placeId, to: r.places.id, optional: false }),
      publisher: r.one.organizations({ from: r.reports.publisherId, to: r.organizations.id }),
      periodEvidence: r.one.evidences({ from: r.reports.periodEvidenceId, to: r.evidences.id }),
      publisherEvidence: r.one.evidences({
        from: r.reports.publisherEvidenceId,
        to: r.evidences.id,
      }),
      publishedOnEvidence: r.one.evidences({
        from: r.reports.publishedOnEvidenceId,
        to: r.evidences.id,
      }),
      sections: r.many.sections({ from: r.reports.id, to: r.sections.reportId }),
      measures: r.many.measures({ from: r.reports.id, to: r.measures.reportId }),
      outcomes: r.many.outcomes({ from: r.reports.id, to: r.outcomes.reportId }),
      targets: r.many.targets({ from: r.reports.id, to: r.targets.reportId }),
      problems: r.many.problems({ from: r.reports.id, to: r.problems.reportId }),
      links: r.many.links({ from: r.reports.id, to: r.links.reportId }),
      numerals: r.many.numerals({ from: r.reports.id, to: r.numerals.reportId }),
      unclaimed: r.many.numerals({
        from: r.reports.id,
        to: r.numerals.reportId,
        // Without the sign SQLite takes the index over claims, where all that none claims is one value.
        where: { kind: 'QUANTITY', RAW: ({ claim }) => sql`${unindexed(claim)} is null` },
      }),
      checks: r.many.checks({ from: r.reports.id, to: r.checks.reportId }),
      parts: r.many.reportParts({ from: r.reports.id, to: r.reportParts.reportId }),
      uncovered: r.many.uncoveredClauses({
        from: r.reports.id,
        to: r.uncoveredClauses.reportId,
      }),
      retiredCodes: r.many.retiredCodes({ from: r.reports.id, to: r.retiredCodes.reportId }),
      checkKinds: r.many.reportCheckKinds({
        from: r.reports.id,
        to: r.reportCheckKinds.reportId,
      }),
      unmadeChecks: r.many.reportUnmadeChecks({
        from: r.reports.id,
        to: r.reportUnmadeChecks.reportId,
      }),
      linkBases: r.many.reportLinkBases({ from: r.reports.id, to: r.reportLinkBases.reportId }),
      frameworkItems: r.many.reportFrameworkItems({
        from: r.reports.id,
        to: r.reportFrameworkItems.reportId,
      }),
      documents: r.many.documents({ from: r.reports.id, to: r.documents.reportId }),
      honours: r.many.honours({ from: r.reports.id, to: r.honours.reportId }),
      organizations: r.many.reportOrganizations({
        from: r.reports.id,
        to: r.reportOrganizations.reportId,
      }),
    },
    uncoveredClauses: {
      report: r.one.reports({
        from: r.uncoveredClauses.reportId,
        to: r.reports.id,
        optional: false,
      }),
      section: r.one.sections({
        from: r.uncoveredClauses.sectionId,
        to: r.sections.id,
        optional: false,
      }),
    },
    retiredCodes: {
      report: r.one.reports({ from: r.retiredCodes.reportId, to: r.reports.id, optional: false }),
    },
    checks: {
      report: r.one.reports({ from: r.checks.reportId, to: r.reports.id, optional: false }),
      evidence: r.one.evidences({ from: r.checks.evidenceId, to: r.evidences.id }),
      target: r.one.targets({ from: r.checks.targetId, to: r.targets.id }),
      operands: r.many.checkOperands({ from: r.checks.id, to: r.checkOperands.checkId }),
      outcomes: r.many.outcomes({
        from: r.checks.id.through(r.checkOperands.checkId),
        to: r.outcomes.id.through(r.checkOperands.outcomeId),
      }),
      frameworkItem: r.one.frameworkItems({ from: r.checks.itemId, to: r.frameworkItems.id }),
    },
    checkOperands: {
      check: r.one.checks({ from: r.checkOperands.checkId, to: r.checks.id, optional: false }),
      outcome: r.one.outcomes({
        from: r.checkOperands.outcomeId,
        to: r.outcomes.id,
        optional: false,
      }),
    },
    frameworks: {
      items: r.many.frameworkItems({ from: r.frameworks.id, to: r.frameworkItems.frameworkId }),
      place: r.one.places({ from: r.frameworks.placeId, to: r.places.id }),
    },
    frameworkItems: {
      framework: r.one.frameworks({
        from: r.frameworkItems.frameworkId,
        to: r.frameworks.id,
        optional: false,
      }),
      measures: r.many.measures({
        from: r.frameworkItems.id.through(r.measureFrameworkItems.itemId),
        to: r.measures.id.through(r.measureFrameworkItems.measureId),
      }),
      parent: r.one.frameworkItems({ from: r.frameworkItems.parentId, to: r.frameworkItems.id }),
      children: r.many.frameworkItems({ from: r.frameworkItems.id, to: r.frameworkItems.parentId }),
      normUnit: r.one.units({ from: r.frameworkItems.normUnitId, to: r.units.id }),
      normPer: r.one.units({ from: r.frameworkItems.normPerId, to: r.units.id }),
      normIndicator: r.one.indicators({
        from: r.frameworkItems.normIndicatorId,
        to: r.indicators.id,
      }),
      checks: r.many.checks({ from: r.frameworkItems.id, to: r.checks.itemId }),
      servingsWithin: r.many.measureFrameworkItems({
        from: r.frameworkItems.id.through(r.frameworkItemAncestors.ancestorId),
        to: r.measureFrameworkItems.itemId.through(r.frameworkItemAncestors.itemId),
      }),
      servings: r.many.measureFrameworkItems({
        from: r.frameworkItems.id,
        to: r.measureFrameworkItems.itemId,
      }),
      problems: r.many.problems({
        from: r.frameworkItems.id.through(r.problemFrameworkItems.itemId),
        to: r.problems.id.through(r.problemFrameworkItems.problemId),
      }),
      shortcomings: r.many.problemFrameworkItems({
        from: r.frameworkItems.id,
        to: r.problemFrameworkItems.itemId,
      }),
    },
    measureFrameworkItems: {
      measure: r.one.measures({
        from: r.measureFrameworkItems.measureId,
        to: r.measures.id,
        optional: false,
      }),
      item: r.one.frameworkItems({
        from: r.measureFrameworkItems.itemId,
        to: r.frameworkItems.id,
        optional: false,
      }),
    },
    reportFrameworkItems: {
      item: r.one.frameworkItems({
        from: r.reportFrameworkItems.itemId,
        to: r.frameworkItems.id,
        optional: false,
      }),
    },
    reportParts: {
      evidence: r.one.evidences({ from: r.reportParts.evidenceId, to: r.evidences.id }),
    },
    reportOrganizations: {
      origin: r.one.origins({ from: r.reportOrganizations.originId, to: r.origins.id }),
      report: r.one.reports({
        from: r.reportOrganizations.reportId,
        to: r.reports.id,
        optional: false,
      }),
      organization: r.one.organizations({
        from: r.reportOrganizations.organizationId,
        to: r.organizations.id,
        optional: false,
      }),
      evidence: r.one.evidences({
        from: r.reportOrganizations.evidenceId,
        to: r.evidences.id,
        optional: false,
      }),
    },
    sections: {
      report: r.one.reports({ from: r.sections.reportId, to: r.reports.id, optional: false }),
      parent: r.one.sections({ from: r.sections.parentId, to: r.sections.id }),
      children: r.many.sections({ from: r.sections.id, to: r.sections.parentId }),
      measures: r.many.measures({ from: r.sections.id, to: r.measures.sectionId }),
      outcomes: r.many.outcomes({ from: r.sections.id, to: r.outcomes.sectionId }),
      targets: r.many.targets({ from: r.sections.id, to: r.targets.sectionId }),
      problems: r.many.problems({ from: r.sections.id, to: r.problems.sectionId }),
      numerals: r.many.numerals({ from: r.sections.id, to: r.numerals.sectionId }),
      uncovered: r.many.uncoveredClauses({
        from: r.sections.id,
        to: r.uncoveredClauses.sectionId,
      }),
    },
    evidences: {
      report: r.one.reports({ from: r.evidences.reportId, to: r.reports.id, optional: false }),
      section: r.one.sections({ from: r.evidences.sectionId, to: r.sections.id, optional: false }),
    },
    measures: {
      origin: r.one.origins({ from: r.measures.originId, to: r.origins.id }),
      report: r.one.reports({ from: r.measures.reportId, to: r.reports.id, optional: false }),
      section: r.one.sections({ from: r.measures.sectionId, to: r.sections.id, optional: false }),
      evidence: r.one.evidences({
        from: r.measures.evidenceId,
        to: r.evidences.id,
        optional: false,
      }),
      acts: r.many.measureActs({ from: r.measures.id, to: r.measureActs.measureId }),
      targets: r.many.targets({ from: r.measures.id, to: r.targets.measureId }),
      answers: r.many.answers({ from: r.measures.id, to: r.answers.measureId }),
      problems: r.many.problems({
        from: r.measures.id.through(r.answers.measureId),
        to: r.problems.id.through(r.answers.problemId),
      }),
      follower: r.one.measures({ from: r.measures.followerId, to: r.measures.id }),
      followerEvidence: r.one.evidences({
        from: r.measures.followerEvidenceId,
        to: r.evidences.id,
      }),
      continuation: r.one.continuations({ from: r.measures.id, to: r.continuations.measureId }),
      // By the code and not by a row: the two stand in different reports, each of which may be replaced.
      continuations: r.many.continuations({
        from: r.measures.code,
        to: r.continuations.earlierCode,
      }),
      links: r.many.links({ from: r.measures.id, to: r.links.measureId }),
      outcomes: r.many.outcomes({
        from: r.measures.id.through(r.links.measureId),
        to: r.outcomes.id.through(r.links.outcomeId),
      }),
      frameworkItems: r.many.frameworkItems({
        from: r.measures.id.through(r.measureFrameworkItems.measureId),
        to: r.frameworkItems.id.through(r.measureFrameworkItems.itemId),
      }),
      servings: r.many.measureFrameworkItems({
        from: r.measures.id,
        to: r.measureFrameworkItems.measureId,
      }),
      documents: r.many.measureDocuments({
        from: r.measures.id,
        to: r.measureDocuments.measureId,
      }),
      organizations: r.many.measureOrganizations({
        from: r.measures.id,
        to: r.measureOrganizations.measureId,
      }),
    },
    measureActs: {
      measure: r.one.measures({
        from: r.measureActs.measureId,
        to: r.measures.id,
        optional: false,
      }),
      evidence: r.one.evidences({
        from: r.measureActs.evidenceId,
        to: r.evidences.id,
        optional: false,
      }),
    },
    measureDocuments: {
      measure: r.one.measures({
        from: r.measureDocuments.measureId,
        to: r.measures.id,
        optional: false,
      }),
      document: r.one.documents({
        from: r.measureDocuments.documentId,
        to: r.documents.id,
        optional: false,
      }),
    },
    measureOrganizations: {
      measure: r.one.measures({
        from: r.measureOrganizations.measureId,
        to: r.measures.id,
        optional: false,
      }),
      organization: r.one.organizations({
        from: r.measureOrganizations.organizationId,
        to: r.organizations.id,
        optional: false,
      }),
    },
    outcomes: {
      origin: r.one.origins({ from: r.outcomes.originId, to: r.origins.id }),
      targets: r.many.targets({ from: r.outcomes.id, to: r.targets.outcomeId }),
      report: r.one.reports({ from: r.outcomes.reportId, to: r.reports.id, optional: false }),
      section: r.one.sections({ from: r.outcomes.sectionId, to: r.sections.id, optional: false }),
      evidence: r.one.evidences({
        from: r.outcomes.evidenceId,
        to: r.evidences.id,
        optional: false,
      }),
      periodEvidence: r.one.evidences({ from: r.outcomes.periodEvidenceId, to: r.evidences.id }),
      unit: r.one.units({ from: r.outcomes.unitId, to: r.units.id }),
      baselineUnit: r.one.units({ from: r.outcomes.baselineUnitId, to: r.units.id }),
      indicator: r.one.indicators({ from: r.outcomes.indicatorId, to: r.indicators.id }),
      whole: r.one.outcomes({ from: r.outcomes.wholeId, to: r.outcomes.id }),
      parts: r.many.outcomes({ from: r.outcomes.id, to: r.outcomes.wholeId }),
      numerals: r.many.numerals({
        from: r.outcomes.id.through(r.numeralClaims.outcomeId),
        to: r.numerals.id.through(r.numeralClaims.numeralId),
      }),
      operands: r.many.checkOperands({ from: r.outcomes.id, to: r.checkOperands.outcomeId }),
      checks: r.many.checks({
        from: r.outcomes.id.through(r.checkOperands.outcomeId),
        to: r.checks.id.through(r.checkOperands.checkId),
      }),
      links: r.many.links({ from: r.outcomes.id, to: r.links.outcomeId }),
      measures: r.many.measures({
        from: r.outcomes.id.through(r.links.outcomeId),
        to: r.measures.id.through(r.links.measureId),
      }),
    },
    links: {
      origin: r.one.origins({ from: r.links.originId, to: r.origins.id }),
      report: r.one.reports({ from: r.links.reportId, to: r.reports.id, optional: false }),
      measure: r.one.measures({ from: r.links.measureId, to: r.measures.id, optional: false }),
      outcome: r.one.outcomes({ from: r.links.outcomeId, to: r.outcomes.id, optional: false }),
      evidence: r.one.evidences({ from: r.links.evidenceId, to: r.evidences.id }),
    },
  })),
  ...numeralRelations,
  ...documentRelations,
  ...planRelations,
  ...problemRelations,
  ...problemPartRelations,
};

export type TableName = keyof typeof relations;
