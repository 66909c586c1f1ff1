import { existsSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Problem } from './problem.ts';
import { listFolders } from './list-folders.ts';
import { facts } from './shape.ts';
import { vocabularies } from './shape-vocabulary.ts';
import type { Facts } from './shape.ts';
import { readShaped, readText } from './source-file.ts';
import type { Report } from './source-file.ts';

export type Vocabulary = NonNullable<ReturnType<typeof readVocabulary>>;

export type ReportSource = { code: string; text: string; facts: Facts; report: Report };

/** Where the files of a seed lie: its vocabulary, and the folder of each report, by their codes. */
export type SeedFolders = { vocabulary: string; reports: string[] };

/** A report's code is the name of its folder. */
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What the file with a report's facts may be called. */
const factsNames = ['facts.yaml', 'facts.json'] as const;

/** Every file that says something of a report, whether it is there or not. */
export const reportFiles = ['report.txt', ...factsNames] as const;

export const vocabularyNames = ['places', 'units', 'indicators', 'organizations', 'frameworks'];

/**
 * The folders of a seed, or the one folder of a single report with the vocabulary beside it. A seed
 * without reports is a problem.
 */
export function findFolders(path: string, problems: Problem[]): SeedFolders {
  const isSingle = reportFiles.some((name) => existsSync(join(path, name)));
  const root = isSingle ? dirname(dirname(path)) : path;
  return {
    vocabulary: join(root, 'vocabulary'),
    reports: isSingle ? [path] : reportFolders(root, problems),
  };
}

function reportFolders(root: string, problems: Problem[]): string[] {
  const folder = join(root, 'reports');
  const { found, unusable } = listFolders(folder, root);
  problems.push(...unusable);
  if (found.length + unusable.length === 0) {
    problems.push({
      ...start(folder),
      rule: 'no-reports',
      message: 'There is no report.',
      help: 'A report is a folder here with report.txt and facts.yaml or facts.json.',
    });
  }
  return found;
}

const start = (file: string) => ({ file, line: 1, column: 1 });

/** A report's text and facts; what cannot be read is null and told in `problems`. */
export function readReport(folder: string, problems: Problem[]): ReportSource | null {
  const code = basename(folder);
  if (!slug.test(code)) {
    problems.push({
      ...start(folder),
      rule: 'report-code',
      message: `${JSON.stringify(code)} is no slug, and the folder’s name is the report’s code.`,
      help: 'Name it in small letters, digits and single hyphens, such as xinghe-2023.',
    });
    return null;
  }
  const text = readText(join(folder, 'report.txt'), problems);
  const [yaml, json] = factsNames.map((name) => join(folder, name)) as [string, string];
  const isJson = existsSync(json);
  if (isJson && existsSync(yaml)) {
    problems.push({
      ...start(json),
      rule: 'facts-twice',
      message: 'The report has facts.yaml and facts.json.',
      help: 'Keep one of the two; which of them holds cannot be known.',
    });
    return null;
  }
  const shaped = readShaped(isJson ? json : yaml, facts, problems);
  return text === null || !shaped
    ? null
    : { code, text, facts: shaped.value, report: shaped.report };
}

/** The vocabulary; null where a file of it cannot be read, which is told in `problems`. */
export function readVocabulary(folder: string, problems: Problem[]) {
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
