import type { Path } from '../read/parse-source.ts';
import type { ReportProblem } from '../read/source-file.ts';

/** The codes of one kind, each given once, and the row that each stands for. */
export type Codes = {
  /** Takes a code for a row; a code that was given before is a problem. */
  take: (code: string, row: number, at: Path, report: ReportProblem) => void;
  /** The row of a code; a code that was never given is a problem, and null. */
  rowOf: (code: string, at: Path, report: ReportProblem) => number | null;
  /** All that were given, and their rows. */
  rows: ReadonlyMap<string, number>;
};

/** What codes name, and where each is declared. */
const homes = {
  place: 'in vocabulary/places.yaml',
  unit: 'in vocabulary/units.yaml',
  indicator: 'in vocabulary/indicators.yaml',
  organization: 'in vocabulary/organizations.yaml',
  'framework-item': 'in vocabulary/frameworks.yaml, under the items of its framework',
  framework: 'in vocabulary/frameworks.yaml',
  section: 'in this file, under sections',
  document: 'in this file, under documents',
  honour: 'in this file, under honours',
  measure: 'in this file, under the measures of its section',
  outcome: 'in this file, under the outcomes of its measure',
  target: 'in this file, under the targets of its measure or section',
  problem: 'in this file, under the problems of its section',
  check: 'in this file, under checks',
  origin: 'in this file, under origins',
};

/** So many unknown codes of a kind are held against all that are known; beyond it takes too long. */
const suggestions = 100;

/**
 * @param kind what the codes name
 * @param given codes that were given before
 */
export function codesOf(
  kind: keyof typeof homes,
  given: Iterable<readonly [string, number]> = [],
): Codes {
  const rows = new Map(given);
  let compared = 0;
  return {
    rows,
    take(code, row, at, report) {
      if (rows.has(code)) {
        report(
          at,
          'duplicate-code',
          `The ${kind} ${JSON.stringify(code)} is there already.`,
          'A code is given once; choose another for this one.',
        );
        return;
      }
      rows.set(code, row);
    },
    rowOf(code, at, report) {
      const row = rows.get(code);
      if (row !== undefined) return row;
      compared += 1;
      const near = compared > suggestions ? null : nearest(code, rows.keys());
      report(
        at,
        `unknown-${kind}`,
        `There is no ${kind} ${JSON.stringify(code)}.`,
        `${near ? `Did you mean ${JSON.stringify(near)}? Else declare` : 'Declare'} it first, ${homes[kind]}.`,
      );
      return null;
    },
  };
}

/** The known code that differs least, if it differs by a third of its letters at most. */
function nearest(code: string, known: Iterable<string>): string | null {
  let best: string | null = null;
  let least = Math.floor(code.length / 3) + 1;
  for (const candidate of known) {
    if (Math.abs(candidate.length - code.length) >= least) continue;
    const distance = editDistance(code, candidate);
    if (distance < least) [best, least] = [candidate, distance];
  }
  return best;
}

/** Levenshtein's distance: how many letters must be put in, taken out or changed. */
function editDistance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const change = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(change, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}
