import type { Rows } from './rows.ts';

/** A fact that a rule said and nobody has looked at: its kind, its code, which rule, and why. */
export type Unreviewed = { kind: string; code: string; rule: string; reason: string };

/** The facts of a report that are left to review, kind by kind. */
export function unreviewedIn(rows: Rows): Unreviewed[] {
  const ruleOf = new Map(rows.origins.map(({ id, name }) => [id, name]));
  const wordsOf = new Map(rows.evidences.map(({ id, exact }) => [id, exact]));
  // Its code is the vocabulary's; the report knows it by its words.
  const named = rows.reportOrganizations.map((row) => ({
    ...row,
    code: wordsOf.get(row.evidenceId) ?? '',
  }));
  const kinds = {
    organization: named,
    document: rows.documents,
    honour: rows.honours,
    measure: rows.measures,
    outcome: rows.outcomes,
    link: rows.links,
    target: rows.targets,
    problem: rows.problems,
  };
  return Object.entries(kinds).flatMap(([kind, list]) =>
    list.flatMap(({ code, originId, reviewReason: reason }) =>
      reason == null ? [] : { kind, code, rule: ruleOf.get(originId ?? 0) ?? '', reason },
    ),
  );
}
