import { defineRelationsPart } from 'drizzle-orm';
import { allTables } from './all-tables.ts';

/** How what is planned meets the rest. */
export const planRelations = defineRelationsPart(allTables, (r) => ({
  continuations: {
    measure: r.one.measures({
      from: r.continuations.measureId,
      to: r.measures.id,
      optional: false,
    }),
    earlier: r.one.measures({ from: r.continuations.earlierCode, to: r.measures.code }),
    evidence: r.one.evidences({ from: r.continuations.evidenceId, to: r.evidences.id }),
  },
  targets: {
    report: r.one.reports({ from: r.targets.reportId, to: r.reports.id, optional: false }),
    section: r.one.sections({ from: r.targets.sectionId, to: r.sections.id, optional: false }),
    origin: r.one.origins({ from: r.targets.originId, to: r.origins.id }),
    measure: r.one.measures({ from: r.targets.measureId, to: r.measures.id }),
    evidence: r.one.evidences({
      from: r.targets.evidenceId,
      to: r.evidences.id,
      optional: false,
    }),
    dueEvidence: r.one.evidences({ from: r.targets.dueEvidenceId, to: r.evidences.id }),
    unit: r.one.units({ from: r.targets.unitId, to: r.units.id }),
    baselineUnit: r.one.units({ from: r.targets.baselineUnitId, to: r.units.id }),
    indicator: r.one.indicators({ from: r.targets.indicatorId, to: r.indicators.id }),
    owner: r.one.organizations({ from: r.targets.ownerId, to: r.organizations.id }),
    revises: r.one.targets({ from: r.targets.revisesCode, to: r.targets.code }),
    revisedBy: r.many.targets({ from: r.targets.code, to: r.targets.revisesCode }),
    numerals: r.many.numerals({
      from: r.targets.id.through(r.numeralClaims.targetId),
      to: r.numerals.id.through(r.numeralClaims.numeralId),
    }),
    outcome: r.one.outcomes({ from: r.targets.outcomeId, to: r.outcomes.id }),
    asOf: r.one.reports({ from: r.targets.asOfId, to: r.reports.id }),
    lookedAt: r.many.targetReports({ from: r.targets.id, to: r.targetReports.targetId }),
    checks: r.many.checks({ from: r.targets.id, to: r.checks.targetId }),
  },
  targetReports: {
    target: r.one.targets({ from: r.targetReports.targetId, to: r.targets.id, optional: false }),
    report: r.one.reports({ from: r.targetReports.heldId, to: r.reports.id, optional: false }),
  },
}));

/** How what falls short meets the rest, and what is planned against it. */
export const problemRelations = defineRelationsPart(allTables, (r) => ({
  problems: {
    report: r.one.reports({ from: r.problems.reportId, to: r.reports.id, optional: false }),
    section: r.one.sections({ from: r.problems.sectionId, to: r.sections.id, optional: false }),
    evidence: r.one.evidences({
      from: r.problems.evidenceId,
      to: r.evidences.id,
      optional: false,
    }),
    origin: r.one.origins({ from: r.problems.originId, to: r.origins.id }),
    cause: r.one.evidences({ from: r.problems.causeEvidenceId, to: r.evidences.id }),
    figures: r.many.problemFigures({ from: r.problems.id, to: r.problemFigures.problemId }),
    shortcomings: r.many.problemFrameworkItems({
      from: r.problems.id,
      to: r.problemFrameworkItems.problemId,
    }),
    frameworkItems: r.many.frameworkItems({
      from: r.problems.id.through(r.problemFrameworkItems.problemId),
      to: r.frameworkItems.id.through(r.problemFrameworkItems.itemId),
    }),
    answers: r.many.answers({ from: r.problems.id, to: r.answers.problemId }),
    measures: r.many.measures({
      from: r.problems.id.through(r.answers.problemId),
      to: r.measures.id.through(r.answers.measureId),
    }),
    numerals: r.many.numerals({
      from: r.problems.id.through(r.numeralClaims.problemId),
      to: r.numerals.id.through(r.numeralClaims.numeralId),
    }),
  },
}));

/** What a problem is told by, and what answers it. */
export const problemPartRelations = defineRelationsPart(allTables, (r) => ({
  problemFigures: {
    problem: r.one.problems({
      from: r.problemFigures.problemId,
      to: r.problems.id,
      optional: false,
    }),
    evidence: r.one.evidences({
      from: r.problemFigures.evidenceId,
      to: r.evidences.id,
      optional: false,
    }),
    unit: r.one.units({ from: r.problemFigures.unitId, to: r.units.id }),
    baselineUnit: r.one.units({ from: r.problemFigures.baselineUnitId, to: r.units.id }),
    indicator: r.one.indicators({ from: r.problemFigures.indicatorId, to: r.indicators.id }),
  },
  answers: {
    problem: r.one.problems({ from: r.answers.problemId, to: r.problems.id, optional: false }),
    measure: r.one.measures({ from: r.answers.measureId, to: r.measures.id, optional: false }),
    evidence: r.one.evidences({ from: r.answers.evidenceId, to: r.evidences.id }),
  },
  problemFrameworkItems: {
    problem: r.one.problems({
      from: r.problemFrameworkItems.problemId,
      to: r.problems.id,
      optional: false,
    }),
    item: r.one.frameworkItems({
      from: r.problemFrameworkItems.itemId,
      to: r.frameworkItems.id,
      optional: false,
    }),
  },
}));
