import type { TableName, relations } from '../../db/relations.ts';

type Tables = typeof relations;

/** The rows of a snapshot, table by table. */
export type Rows = {
  [Name in TableName]: (Tables[Name]['table']['$inferInsert'] & Aside<Name>)[];
};

/** What is known of a row and not stored: by the codes of entries these are numbered. */
type Aside<Name> = Name extends 'searchEntries' ? { code: string } : unknown;

/** No rows yet: the tables in an order in which each finds what it refers to. */
export function emptyRows(): Rows {
  return {
    places: [],
    placeAncestors: [],
    organizations: [],
    reports: [],
    units: [],
    indicators: [],
    frameworks: [],
    frameworkItems: [],
    frameworkItemAncestors: [],
    sections: [],
    evidences: [],
    origins: [],
    documents: [],
    honours: [],
    reportOrganizations: [],
    measures: [],
    measureActs: [],
    measureDocuments: [],
    measureOrganizations: [],
    outcomes: [],
    links: [],
    continuations: [],
    targets: [],
    targetReports: [],
    problems: [],
    problemFigures: [],
    answers: [],
    measureFrameworkItems: [],
    problemFrameworkItems: [],
    reportFrameworkItems: [],
    reportParts: [],
    reportLinkBases: [],
    numerals: [],
    numeralClaims: [],
    uncoveredClauses: [],
    retiredCodes: [],
    checks: [],
    checkOperands: [],
    reportCheckKinds: [],
    reportUnmadeChecks: [],
    overlaps: [],
    searchEntries: [],
  };
}

/** How many rows of each kind there are. */
export function countRows(rows: Rows): Record<string, number> {
  return Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.length]));
}

/** The text of a report, of which its sections hold each character once, in order. */
export const textOfReport = ({ sections }: Pick<Rows, 'sections'>, id: number | undefined) =>
  sections.flatMap(({ reportId, text }) => (reportId === id ? text : [])).join('');
