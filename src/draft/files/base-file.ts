import { closeSync, existsSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { ReadDocument } from '../../readers/document.ts';
import type { WrittenFacts } from '../facts/written.ts';

/** What a draft wrote last, and of which file: a second draft of that file is merged by it. */
export type DraftBase = {
  readonly drafted: {
    /** The name of the file, without its folder. */
    readonly from: string;
    readonly fileSha256: string;
    readonly textSha256: string;
    readonly by: string;
  };
  readonly facts: WrittenFacts;
};

export const baseName = 'draft.base.yaml';

const comment = `# What juzheng draft wrote last into facts.yaml: a second draft of the file takes over what has changed since, and
# keeps what you changed. Leave this file as it is.
`;

/** Facts as they stand in a base. */
export const factsJson = (facts: WrittenFacts): string => JSON.stringify(facts, null, 1);

/** YAML in the form of JSON, which is read a hundred times faster; `facts` by `factsJson`. */
export const baseText = (drafted: DraftBase['drafted'], facts: string): string =>
  `${comment}{"drafted": ${JSON.stringify(drafted)},\n"facts": ${facts}}\n`;

/** What stands in a report's folder of its last draft; null where there was none, or none that can be read. */
export function readBase(folder: string): DraftBase | null {
  const file = join(folder, baseName);
  if (!existsSync(file)) return null;
  const base = parseBase(readFileSync(file, 'utf8'));
  const isWhole = typeof base?.drafted?.from === 'string' && Array.isArray(base.facts?.sections);
  return isWhole ? (base as DraftBase) : null;
}

const parseBase = (text: string) =>
  parseJson(text.replaceAll(/^#.*\n/gm, '')) as Partial<DraftBase> | null;

/** What JSON says; null where it is none. */
function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** The file and the text that a folder was drafted from, without reading all of its draft; null where there was none. */
export function draftedFrom(folder: string): DraftBase['drafted'] | null {
  const file = join(folder, baseName);
  if (!existsSync(file)) return null;
  const opened = openSync(file, 'r');
  try {
    const head = Buffer.alloc(4096);
    const length = readSync(opened, head);
    const told = /^\{"drafted": (\{.*\}),$/m.exec(head.toString('utf8', 0, length))?.[1];
    const drafted = told === undefined ? null : (parseJson(told) as Partial<DraftBase['drafted']>);
    return typeof drafted?.from === 'string' && typeof drafted.textSha256 === 'string'
      ? (drafted as DraftBase['drafted'])
      : null;
  } finally {
    closeSync(opened);
  }
}

/** What a reader left out of a file, as a text to look at beside the report. */
export function leftOutText(file: string, document: ReadDocument): string {
  const { leftOut, digests } = document;
  const head = [
    `What was in ${file} and is not in report.txt, in the order of the file.`,
    `SHA-256 of the file: ${digests.file}`,
    `SHA-256 of report.txt: ${digests.text}`,
  ];
  const lines = leftOut.flatMap(({ text, why }) => [
    `@@ ${why}`,
    ...text.split('\n').map((line) => `-${line}`),
  ]);
  const claims = (['title', 'publisher', 'publishedOn', 'address'] as const).flatMap((name) => {
    const claim = document[name];
    return claim ? [`What it says of itself: ${name}: ${claim.value} (by ${claim.from})`] : [];
  });
  return `${[...head, ...claims, '', ...lines].join('\n')}\n`;
}
