import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import type { Problem } from '../read/problem.ts';
import { readReport, readVocabulary } from '../read/read-seed.ts';
import { rowsOfReport } from '../rows/report-rows.ts';
import { emptyRows } from '../rows/rows.ts';
import { indexVocabulary } from '../rows/vocabulary-index.ts';
import { addVocabulary } from '../rows/vocabulary-rows.ts';
import type { ConformanceCase } from './case.ts';

/** The code of the report that a case is. */
const reportCode = 'small-2023';

/**
 * Reads the report of a case as the importer does.
 * @returns what is other than the case says, a line each
 */
export function runCase(each: ConformanceCase, vocabulary: string): string[] {
  const seed = mkdtempSync(join(tmpdir(), 'juzheng-conformance-'));
  try {
    writeSeed(seed, each, vocabulary);
    const problems: Problem[] = [];
    const read = readVocabulary(join(seed, 'vocabulary'), problems);
    const source = readReport(join(seed, 'reports', reportCode), problems);
    const known = addVocabulary(read, emptyRows());
    const checks = source ? rowsOfReport(source, indexVocabulary(known)).checks : [];
    return [
      ...difference(
        'problem',
        each.problems,
        problems.map(({ rule }) => rule),
      ),
      ...(each.checks
        ? difference('check', each.checks.map(describeCheck), checks.map(describeCheck))
        : []),
    ];
  } finally {
    rmSync(seed, { recursive: true, force: true });
  }
}

const describeCheck = ({ kind, verdict, reason }: Readonly<Record<string, unknown>>) =>
  `${String(kind)} ${String(verdict)} ${String(reason)}`;

function writeSeed(seed: string, each: ConformanceCase, vocabulary: string): void {
  cpSync(vocabulary, join(seed, 'vocabulary'), { recursive: true });
  for (const [name, content] of Object.entries(each.vocabulary)) {
    writeFileSync(join(seed, 'vocabulary', `${name}.yaml`), stringify(content));
  }
  const folder = join(seed, 'reports', reportCode);
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'report.txt'), each.text);
  const { facts } = each;
  writeFileSync(join(folder, 'facts.yaml'), typeof facts === 'string' ? facts : stringify(facts));
}

/** What was expected and did not come, and what came and was not expected. */
function difference(what: string, expected: readonly string[], came: readonly string[]): string[] {
  const counts = new Map<string, number>();
  for (const one of expected) counts.set(one, (counts.get(one) ?? 0) + 1);
  for (const one of came) counts.set(one, (counts.get(one) ?? 0) - 1);
  return [...counts].flatMap(([one, count]) =>
    Array.from({ length: Math.abs(count) }, () =>
      count > 0 ? `no ${what} ${one}` : `an unexpected ${what} ${one}`,
    ),
  );
}
