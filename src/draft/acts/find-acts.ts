import type { Draft, DraftLink } from '../draft.ts';
import { findStructure, draftSections } from '../structure/find-sections.ts';
import { readAcross } from '../structure/reading.ts';
import { findCountedActs } from './counted/find-counted-acts.ts';
import { findDocuments } from './named/find-documents.ts';
import { findHonours } from './named/find-honours.ts';
import { findLinks } from './find-links.ts';
import type { LinkedOutcome } from './find-links.ts';
import { draftMeasures, findMeasures } from './find-measures.ts';
import { findOrganizations } from './named/find-organizations.ts';
import { findProblems } from './find-problems.ts';
import { draftStatements, findStatements } from './find-statements.ts';
import { tellPoints } from './tell-clauses.ts';

/** What the words of a text tell, its figures left aside. */
export type Acts = Pick<
  Draft,
  | 'sections'
  | 'measures'
  | 'countedActs'
  | 'statements'
  | 'problems'
  | 'documents'
  | 'organizations'
  | 'honours'
> & {
  /** The links of figures and statements to the measures, by the words between or by standing in one point. */
  readonly linksOf: (outcomes: readonly LinkedOutcome[]) => DraftLink[];
};

/**
 * Finds sections, measures, statements, problems, documents, organizations and honours of a text. Throws on no
 * string. `year` is the year that it reports on, null where its own words are to tell.
 */
export function findActs(text: string, year: number | null = null): Acts {
  const reading = readAcross(text);
  const structure = findStructure(reading, year);
  const points = tellPoints(reading, structure);
  const measures = findMeasures(points);
  const statements = findStatements(points, measures);
  return {
    sections: draftSections(reading, structure),
    measures: draftMeasures(reading, measures),
    countedActs: findCountedActs(reading, points, measures),
    statements: draftStatements(reading, statements),
    problems: findProblems(reading, points),
    documents: findDocuments(reading),
    organizations: findOrganizations(reading),
    honours: findHonours(reading),
    linksOf: (outcomes) => findLinks({ reading, points, measures }, outcomes),
  };
}
