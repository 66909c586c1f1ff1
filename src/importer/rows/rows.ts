import type { TableName, relations } from '../../db/relations.ts';

type Tables = typeof relations;

/** The rows of a snapshot, table by table. */
export type Rows = { [Name in TableName]: Tables[Name]['table']['$inferInsert'][] };

/** No rows yet: the tables in an order in which each finds what it refers to. */
export function emptyRows(): Rows {
  return {
    units: [],
    indicators: [],
    places: [],
    placeAncestors: [],
    frameworks: [],
    frameworkItems: [],
    frameworkItemAncestors: [],
    organizations: [],
    reports: [],
    sections: [],
    evidences: [],
    documents: [],
    honours: [],
    reportOrganizations: [],
    measures: [],
    measureActs: [],
    measureDocuments: [],
    measureOrganizations: [],
    outcomes: [],
    links: [],
    measureFrameworkItems: [],
    reportFrameworkItems: [],
    reportParts: [],
    reportLinkBases: [],
    numerals: [],
    uncoveredClauses: [],
    retiredCodes: [],
    checks: [],
    checkOperands: [],
    overlaps: [],
    searchEntries: [],
  };
}

/** How many rows of each kind there are. */
export function countRows(rows: Rows): Record<string, number> {
  return Object.fromEntries(Object.entries(rows).map(([name, list]) => [name, list.length]));
}
