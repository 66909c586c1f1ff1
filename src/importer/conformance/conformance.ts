import { readFileSync, readdirSync } from 'node:fs';
import { join, sep } from 'node:path';
import { parseYaml } from '../read/parse-source.ts';
import { conformanceFile } from './case.ts';
import type { ConformanceFile } from './case.ts';
import { runCase } from './run-case.ts';

/** A case, and what is other than it says. */
export type CaseResult = { file: string; rule: string; name: string; wrong: readonly string[] };

/**
 * Runs a suite of small reports.
 * @throws where a file is no such file, saying which and why
 */
export function* runConformance(folder: string): Generator<CaseResult> {
  const vocabulary = join(folder, 'vocabulary');
  for (const { file, rule, cases } of readSuite(folder)) {
    for (const each of cases) {
      yield { file, rule, name: each.name, wrong: runCase(each, vocabulary) };
    }
  }
}

/**
 * The files of a suite in the order of their names: every YAML file below the folder but those of its
 * own `vocabulary`.
 * @throws where there are none, and where a file is no such file, saying which and why
 */
export function* readSuite(folder: string): Generator<ConformanceFile & { file: string }> {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter(
    (file) => file.endsWith('.yaml') && !file.startsWith(`vocabulary${sep}`),
  );
  if (files.length === 0) {
    throw new Error(
      `${folder} holds no suite: a YAML file for each rule, and vocabulary beside them.`,
    );
  }
  for (const file of files.toSorted()) yield { file, ...readFile(join(folder, file)) };
}

function readFile(path: string): ConformanceFile {
  const parsed = parseYaml(readFileSync(path, 'utf8'));
  if (!parsed.ok) throw new Error(`${told(path, parsed.place)} ${parsed.message}`);
  const { data, error } = conformanceFile.safeParse(parsed.content);
  if (data) return data;
  const { path: at, message } = error.issues[0] ?? { path: [], message: 'no such file' };
  throw new Error(`${told(path, parsed.placeOf(at))} ${at.join('.')}: ${message}.`);
}

const told = (path: string, { line, column }: { line: number; column: number }) =>
  `${path}:${line}:${column}`;
