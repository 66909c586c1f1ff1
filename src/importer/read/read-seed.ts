import { existsSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { z } from 'zod';
import { SeedError } from './problem.ts';
import type { Problem } from './problem.ts';
import { listFolders } from './list-folders.ts';
import { facts } from './shapes/facts.ts';
import { vocabularies } from './shapes/vocabulary.ts';
import type { Facts } from './shapes/facts.ts';
import { readShaped, readText } from './source-file.ts';
import type { Shaped } from './source-file.ts';
import { takenAway } from './taken-away.ts';

export type Vocabulary = ReturnType<typeof readVocabulary>;

export type ReportSource = { code: string; text: string; facts: Facts } & Pick<
  Shaped<Facts>,
  'report' | 'doubts'
>;

/** Where the files of a seed lie: its vocabulary, and the folder of each report, by their codes. */
export type SeedFolders = { vocabulary: string; reports: string[] };

/** A report's code is the name of its folder. */
const slug = /^[a-z0-9]+(-[a-z0-9]+)*$/;

/** What the file with a report's facts may be called. */
const factsNames = ['facts.yaml', 'facts.json'] as const;

/** Every file that says something of a report, whether it is there or not. */
export const reportFiles = ['report.txt', ...factsNames] as const;

export const vocabularyNames = [
  'places',
  'units',
  'indicators',
  'organizations',
  'frameworks',
] as const;

export type VocabularyName = (typeof vocabularyNames)[number];

/**
 * The folders of a seed, or the one folder of a single report with the vocabulary beside it. A seed
 * without reports is a problem.
 * @throws SeedError where there is no such folder, since nothing else can then be said of it
 */
export function findFolders(path: string, problems: Problem[]): SeedFolders {
  const missing = missingFolder(path);
  if (missing) throw new SeedError([missing]);
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
  for (const problem of [...unusable, ...takenAway(root)]) problems.push(problem);
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
    : { code, text, facts: shaped.value, report: shaped.report, doubts: shaped.doubts };
}

/** The vocabulary as far as it can be read; what is wrong in it is told in `problems`. */
export function readVocabulary(folder: string, problems: Problem[]) {
  const missing = missingFolder(folder);
  if (missing) problems.push(missing);
  const damaged: VocabularyName[] = [];
  const read = <Shape>(name: VocabularyName, shape: z.ZodType<Shape[]>) => {
    const file = join(folder, `${name}.yaml`);
    const shaped = missing ? null : readShaped(file, shape, problems);
    if (!shaped?.isWhole) damaged.push(name);
    return shaped ?? { value: [], report: () => {} };
  };
  return {
    places: read('places', vocabularies.places),
    units: read('units', vocabularies.units),
    indicators: read('indicators', vocabularies.indicators),
    organizations: read('organizations', vocabularies.organizations),
    frameworks: read('frameworks', vocabularies.frameworks),
    /** The files of which not all could be read. */
    damaged,
  };
}

/** What is wrong with a folder that has to be there; null where it is. */
function missingFolder(path: string): Problem | null {
  const found = statSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory()) return null;
  return {
    ...start(path),
    rule: found ? 'not-a-folder' : 'missing-folder',
    message: found ? 'This is no folder.' : 'The folder is not there.',
    help: 'A seed is a folder with reports and vocabulary in it; a report’s folder lies in its reports.',
  };
}
