import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { conformanceFile } from './case.ts';
import type { ConformanceFile } from './case.ts';
import { runCase } from './run-case.ts';

/** A case, and what is other than it says. */
export type CaseResult = { file: string; rule: string; name: string; wrong: readonly string[] };

/**
 * Runs a suite of small reports: every YAML file below the folder but those of its own `vocabulary`.
 * @throws where a file is no such file, saying which and why
 */
export function* runConformance(folder: string): Generator<CaseResult> {
  const vocabulary = join(folder, 'vocabulary');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.yaml') && !file.startsWith('vocabulary'))
    .toSorted();
  for (const file of files) {
    const { rule, cases } = readConformanceFile(join(folder, file));
    for (const each of cases) {
      yield { file, rule, name: each.name, wrong: runCase(each, vocabulary) };
    }
  }
}

function readConformanceFile(path: string): ConformanceFile {
  const { data, error } = conformanceFile.safeParse(parse(readFileSync(path, 'utf8')));
  if (data) return data;
  const [issue] = error.issues;
  throw new Error(`${path}: ${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'no such file'}`);
}
