import { defineRelationsPart } from 'drizzle-orm';
import { allTables } from './all-tables.ts';

/** How the numerals of a text meet the facts that claim them: of several, columns of their own name the first. */
export const numeralRelations = defineRelationsPart(allTables, (r) => ({
  numerals: {
    report: r.one.reports({ from: r.numerals.reportId, to: r.reports.id, optional: false }),
    section: r.one.sections({ from: r.numerals.sectionId, to: r.sections.id, optional: false }),
    outcome: r.one.outcomes({ from: r.numerals.outcomeId, to: r.outcomes.id }),
    target: r.one.targets({ from: r.numerals.targetId, to: r.targets.id }),
    problem: r.one.problems({ from: r.numerals.problemId, to: r.problems.id }),
    claims: r.many.numeralClaims({ from: r.numerals.id, to: r.numeralClaims.numeralId }),
    outcomes: r.many.outcomes({
      from: r.numerals.id.through(r.numeralClaims.numeralId),
      to: r.outcomes.id.through(r.numeralClaims.outcomeId),
    }),
    targets: r.many.targets({
      from: r.numerals.id.through(r.numeralClaims.numeralId),
      to: r.targets.id.through(r.numeralClaims.targetId),
    }),
    problems: r.many.problems({
      from: r.numerals.id.through(r.numeralClaims.numeralId),
      to: r.problems.id.through(r.numeralClaims.problemId),
    }),
  },
  numeralClaims: {
    numeral: r.one.numerals({
      from: r.numeralClaims.numeralId,
      to: r.numerals.id,
      optional: false,
    }),
    outcome: r.one.outcomes({ from: r.numeralClaims.outcomeId, to: r.outcomes.id }),
    target: r.one.targets({ from: r.numeralClaims.targetId, to: r.targets.id }),
    problem: r.one.problems({ from: r.numeralClaims.problemId, to: r.problems.id }),
  },
}));
