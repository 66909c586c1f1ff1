import {
  checkOperands,
  checks,
  numeralClaims,
  numerals,
  reportCheckKinds,
  reportFrameworkItems,
  reportLinkBases,
  reportParts,
  reportUnmadeChecks,
  retiredCodes,
  uncoveredClauses,
} from '../tables/fidelity.ts';
import {
  frameworkItemAncestors,
  frameworkItems,
  frameworks,
  measureFrameworkItems,
  problemFrameworkItems,
} from '../tables/framework.ts';
import {
  measureActs,
  measureDocuments,
  measureOrganizations,
  measures,
} from '../tables/measure.ts';
import { links, outcomes, overlaps } from '../tables/outcome.ts';
import {
  answers,
  continuations,
  problemFigures,
  problems,
  targetReports,
  targets,
} from '../tables/plan.ts';
import {
  documents,
  evidences,
  honours,
  origins,
  reportOrganizations,
  reports,
  sections,
} from '../tables/report.ts';
import { searchEntries } from '../tables/search.ts';
import { indicators, units } from '../tables/unit.ts';
import { organizations, placeAncestors, places } from '../tables/vocabulary.ts';

/** Every table that relations lead from or to. */
export const allTables = {
  checkOperands,
  checks,
  frameworkItemAncestors,
  frameworkItems,
  frameworks,
  measureFrameworkItems,
  numeralClaims,
  numerals,
  problemFrameworkItems,
  reportCheckKinds,
  reportFrameworkItems,
  reportLinkBases,
  reportParts,
  reportUnmadeChecks,
  retiredCodes,
  uncoveredClauses,
  answers,
  continuations,
  documents,
  evidences,
  honours,
  indicators,
  links,
  measureActs,
  measureDocuments,
  measureOrganizations,
  measures,
  organizations,
  origins,
  outcomes,
  overlaps,
  placeAncestors,
  places,
  problemFigures,
  problems,
  reportOrganizations,
  reports,
  searchEntries,
  sections,
  targetReports,
  targets,
  units,
};
