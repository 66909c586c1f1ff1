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
import type { Rows } from '../rows/rows.ts';
import { indexVocabulary } from '../rows/vocabulary-index.ts';
import { addVocabulary } from '../rows/vocabulary-rows.ts';
import { heldReportOf } from '../settle/held-rows.ts';
import { settlePlace } from '../settle/settle-place.ts';
import type { Settled } from '../settle/settled.ts';
import type { ConformanceCase, ConformanceReport } from './case.ts';
import { writeReport } from './write-report.ts';

/**
 * Reads the report of a case as the importer does.
 * @returns what is other than the case says, a line each
 */
export function runCase(each: ConformanceCase, vocabulary: string): string[] {
  const { problems, checks, ...settled } = readCase(each, vocabulary);
  return [
    ...difference(
      'problem',
      each.problems,
      problems.map(({ rule }) => rule),
    ),
    ...(each.checks
      ? difference('check', each.checks.map(describeCheck), checks.map(describeCheck))
      : []),
    ...(each.targets ? difference('verdict', each.targets, settled.targets) : []),
    ...(each.followUps ? difference('plan', each.followUps, settled.followUps) : []),
  ];
}

/** What is wrong with the reports of a case, and the checks of its own one. */
export function readCase(
  each: Pick<ConformanceCase, keyof ConformanceReport | 'code' | 'earlier' | 'vocabulary'>,
  vocabulary: string,
): ReturnType<typeof readSeed> {
  const seed = mkdtempSync(join(tmpdir(), 'juzheng-conformance-'));
  try {
    writeSeed(seed, each, vocabulary);
    return readSeed(seed, each);
  } finally {
    rmSync(seed, { recursive: true, force: true });
  }
}

const describeCheck = ({ kind, verdict, reason }: Readonly<Record<string, unknown>>) =>
  `${String(kind)} ${String(verdict)} ${String(reason)}`;

/** What is wrong with the vocabulary and with the reports, the checks of the case's own, and what all tell together. */
function readSeed(seed: string, { code, earlier }: Pick<ConformanceCase, 'code' | 'earlier'>) {
  const problems: Problem[] = [];
  const terms = emptyRows();
  const known = addVocabulary(readVocabulary(join(seed, 'vocabulary'), problems), terms);
  const index = indexVocabulary(known);
  const found: Problem[] = [];
  const rowsOf = (folder: string): Rows => {
    const own: Problem[] = [];
    const source = readReport(folder, own);
    const rows = source ? rowsOfReport(source, index) : emptyRows();
    if (source && own.length === 0) readCoders(folder, source.text, own);
    found.push(...own);
    return rows;
  };
  const [rows, ...others] = [code, ...earlier.map((each) => each.code)].map((each) =>
    rowsOf(join(seed, 'reports', each)),
  );
  const settled = settledOf([...(rows ? [rows] : []), ...others], terms);
  return {
    problems: [...problems, ...withoutEchoes(found, known.damaged)],
    checks: [
      ...(rows?.checks ?? []),
      ...settled.checks.filter(({ report }) => report.code === code),
    ],
    targets: settled.verdicts.map(({ target, verdict, reason }) =>
      [target.row.code, verdict, ...(reason ? [reason] : [])].join(' '),
    ),
    followUps: settled.followUps.map(
      ({ report, measureId, status }) =>
        `${report.plans.find(({ id }) => id === measureId)?.code} ${status}`,
    ),
  };
}

/** What only the reports together tell. */
function settledOf(all: readonly Rows[], terms: Rows): Settled {
  const held = all.flatMap((rows, nth) => heldReportOf(withOwnUnitsApart(rows, nth), terms) ?? []);
  return settlePlace(held.toSorted((a, b) => a.year - b.year));
}

/** Reports number the units of their own below zero, each from −1 on; none of them is that of another report. */
function withOwnUnitsApart(rows: Rows, nth: number): Rows {
  const apart = (id: number | null | undefined) => (id != null && id < 0 ? id - 1e6 * nth : id);
  const inOwn = <Row extends Pick<Rows['targets'][number], 'unitId' | 'baselineUnitId'>>(
    row: Row,
  ): Row => ({ ...row, unitId: apart(row.unitId), baselineUnitId: apart(row.baselineUnitId) });
  const units = rows.units.map((unit) => ({ ...unit, id: apart(unit.id) ?? 0 }));
  return { ...rows, units, outcomes: rows.outcomes.map(inOwn), targets: rows.targets.map(inOwn) };
}

/** Writes the seed that a case is. */
function writeSeed(seed: string, each: Parameters<typeof readCase>[0], vocabulary: string): void {
  cpSync(vocabulary, join(seed, 'vocabulary'), { recursive: true });
  for (const [name, content] of Object.entries(each.vocabulary)) {
    writeFileSync(join(seed, 'vocabulary', `${name}.yaml`), stringify(content));
  }
  for (const report of [each, ...each.earlier]) {
    writeReport(join(seed, 'reports', report.code), report);
  }
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
