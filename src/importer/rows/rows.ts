import type {
  checkOperands,
  checks,
  frameworkItems,
  frameworks,
  measureFrameworkItems,
  numerals,
  reportFrameworkItems,
  reportLinkBases,
  reportParts,
  retiredCodes,
  uncoveredClauses,
} from '../../db/tables/fidelity.ts';
import type {
  measureActs,
  measureDocuments,
  measureOrganizations,
  measures,
} from '../../db/tables/measure.ts';
import type { origins } from '../../db/tables/origin.ts';
import type { links, outcomes, overlaps } from '../../db/tables/outcome.ts';
import type {
  documents,
  evidences,
  honours,
  reportOrganizations,
  reports,
  sections,
} from '../../db/tables/report.ts';
import type { searchEntries } from '../../db/tables/search.ts';
import type { indicators, units } from '../../db/tables/unit.ts';
import type { organizations, placeAncestors, places } from '../../db/tables/vocabulary.ts';

/** The rows of a snapshot, table by table, in an order in which each finds what it refers to. */
export type Rows = {
  units: (typeof units.$inferInsert)[];
  indicators: (typeof indicators.$inferInsert)[];
  places: (typeof places.$inferInsert)[];
  placeAncestors: (typeof placeAncestors.$inferInsert)[];
  frameworks: (typeof frameworks.$inferInsert)[];
  frameworkItems: (typeof frameworkItems.$inferInsert)[];
  organizations: (typeof organizations.$inferInsert)[];
  reports: (typeof reports.$inferInsert)[];
  sections: (typeof sections.$inferInsert)[];
  evidences: (typeof evidences.$inferInsert)[];
  documents: (typeof documents.$inferInsert)[];
  honours: (typeof honours.$inferInsert)[];
  reportOrganizations: (typeof reportOrganizations.$inferInsert)[];
  origins: (typeof origins.$inferInsert)[];
  measures: (typeof measures.$inferInsert)[];
  measureActs: (typeof measureActs.$inferInsert)[];
  measureDocuments: (typeof measureDocuments.$inferInsert)[];
  measureOrganizations: (typeof measureOrganizations.$inferInsert)[];
  outcomes: (typeof outcomes.$inferInsert)[];
  links: (typeof links.$inferInsert)[];
  measureFrameworkItems: (typeof measureFrameworkItems.$inferInsert)[];
  reportFrameworkItems: (typeof reportFrameworkItems.$inferInsert)[];
  reportParts: (typeof reportParts.$inferInsert)[];
  reportLinkBases: (typeof reportLinkBases.$inferInsert)[];
  numerals: (typeof numerals.$inferInsert)[];
  uncoveredClauses: (typeof uncoveredClauses.$inferInsert)[];
  retiredCodes: (typeof retiredCodes.$inferInsert)[];
  checks: (typeof checks.$inferInsert)[];
  checkOperands: (typeof checkOperands.$inferInsert)[];
  overlaps: (typeof overlaps.$inferInsert)[];
  searchEntries: (typeof searchEntries.$inferInsert)[];
};

export function emptyRows(): Rows {
  return {
    units: [],
    indicators: [],
    places: [],
    placeAncestors: [],
    frameworks: [],
    frameworkItems: [],
    organizations: [],
    reports: [],
    sections: [],
    evidences: [],
    documents: [],
    honours: [],
    reportOrganizations: [],
    origins: [],
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
