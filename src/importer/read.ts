import { existsSync, readdirSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problem } from './problem.ts';
import { facts, vocabularies } from './shape.ts';
import type { Facts } from './shape.ts';
import { readShaped, readText } from './source-file.ts';
import type { Report } from './source-file.ts';

export type Vocabulary = NonNullable<ReturnType<typeof readVocabulary>>;

export type ReportSource = { code: string; text: string; facts: Facts; report: Report };

export type Seed = { vocabulary: Vocabulary; reports: ReportSource[] };

/** A report's code is the name of its folder. */
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/**
 * Reads a seed folder, or the folder of a single report with the vocabulary beside it.
 * What cannot be read is left out and told in `problems`.
 */
export function readSeed(path: string, problems: Problem[]): Seed | null {
  const single = existsSync(join(path, 'facts.yaml')) || existsSync(join(path, 'report.txt'));
  const root = single ? dirname(dirname(path)) : path;
  const folders = single ? [path] : reportFolders(root, problems);
  const vocabulary = readVocabulary(join(root, 'vocabulary'), problems);
  const reports = folders.flatMap((folder) => readReport(folder, problems) ?? []);
  return vocabulary && { vocabulary, reports };
}

function reportFolders(root: string, problems: Problem[]): string[] {
  const folder = join(root, 'reports');
  const found = existsSync(folder)
    ? readdirSync(folder)
        .map((name) => join(folder, name))
        .filter((entry) => statSync(entry).isDirectory())
        .toSorted()
    : [];
  if (found.length === 0) {
    problems.push({
      file: folder,
      line: 1,
      column: 1,
      rule: 'no-reports',
      message: 'There is no report.',
      help: 'A report is a folder here with report.txt and facts.yaml.',
    });
  }
  return found;
}

function readReport(folder: string, problems: Problem[]): ReportSource | null {
  const code = basename(folder);
  const file = join(folder, 'facts.yaml');
  if (!slug.test(code)) {
    problems.push({
      file: folder,
      line: 1,
      column: 1,
      rule: 'report-code',
      message: `${JSON.stringify(code)} is no slug, and the folder’s name is the report’s code.`,
      help: 'Name it in small letters, digits and single hyphens, such as xinghe-2023.',
    });
    return null;
  }
  const text = readText(join(folder, 'report.txt'), problems);
  const shaped = readShaped(file, facts, problems);
  return text === null || !shaped
    ? null
    : { code, text, facts: shaped.value, report: shaped.report };
}

function readVocabulary(folder: string, problems: Problem[]) {
  const file = (name: string) => join(folder, `${name}.yaml`);
  const places = readShaped(file('places'), vocabularies.places, problems);
  const units = readShaped(file('units'), vocabularies.units, problems);
  const indicators = readShaped(file('indicators'), vocabularies.indicators, problems);
  const organizations = readShaped(file('organizations'), vocabularies.organizations, problems);
  const frameworks = readShaped(file('frameworks'), vocabularies.frameworks, problems);
  return places && units && indicators && organizations && frameworks
    ? { places, units, indicators, organizations, frameworks }
    : null;
}
