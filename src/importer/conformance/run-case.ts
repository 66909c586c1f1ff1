import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { stringify } from 'yaml';
import { readCoders } from '../coding/read-coders.ts';
import { withoutEchoes } from '../read/echoes.ts';
import type { Problem } from '../read/problem.ts';
import { readReport, readVocabulary } from '../read/read-seed.ts';
import { rowsOfReport } from '../rows/report-rows.ts';
import { emptyRows } from '../rows/rows.ts';
import { indexVocabulary } from '../rows/vocabulary-index.ts';
import { addVocabulary } from '../rows/vocabulary-rows.ts';
import type { ConformanceCase } from './case.ts';
import { writeReport } from './write-report.ts';

/**
 * Reads the report of a case as the importer does.
 * @returns what is other than the case says, a line each
 */
export function runCase(each: ConformanceCase, vocabulary: string): string[] {
  const seed = mkdtempSync(join(tmpdir(), 'juzheng-conformance-'));
  try {
    const folder = writeSeed(seed, each, vocabulary);
    const { problems, checks } = readSeed(seed, folder);
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

/** What is wrong with the vocabulary and with the report, and the report's checks. */
function readSeed(seed: string, folder: string) {
  const problems: Problem[] = [];
  const known = addVocabulary(readVocabulary(join(seed, 'vocabulary'), problems), emptyRows());
  const own: Problem[] = [];
  const source = readReport(folder, own);
  const checks = source ? rowsOfReport(source, indexVocabulary(known)).checks : [];
  if (source && own.length === 0) readCoders(folder, source.text, own);
  return { problems: [...problems, ...withoutEchoes(own, known.damaged)], checks };
}

/** Writes the seed that a case is; gives the folder of its report. */
function writeSeed(seed: string, each: ConformanceCase, vocabulary: string): string {
  cpSync(vocabulary, join(seed, 'vocabulary'), { recursive: true });
  for (const [name, content] of Object.entries(each.vocabulary)) {
    writeFileSync(join(seed, 'vocabulary', `${name}.yaml`), stringify(content));
  }
  const folder = join(seed, 'reports', each.code);
  writeReport(folder, each);
  return folder;
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
