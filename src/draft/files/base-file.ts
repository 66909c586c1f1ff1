import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse, stringify } from 'yaml';
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

export const baseText = (base: DraftBase): string =>
  `${comment}${stringify(base, { aliasDuplicateObjects: false, lineWidth: 0 })}`;

/** What stands in a report's folder of its last draft; null where there was none, or none that can be read. */
export function readBase(folder: string): DraftBase | null {
  const file = join(folder, baseName);
  if (!existsSync(file)) return null;
  const base = parse(readFileSync(file, 'utf8')) as Partial<DraftBase> | null;
  const isWhole = typeof base?.drafted?.from === 'string' && Array.isArray(base.facts?.sections);
  return isWhole ? (base as DraftBase) : null;
}

/** What a reader left out of a file, as a text to look at beside the report. */
export function leftOutText(file: string, { leftOut, digests }: ReadDocument): string {
  const head = [
    `What was in ${file} and is not in report.txt, in the order of the file.`,
    `SHA-256 of the file: ${digests.file}`,
    `SHA-256 of report.txt: ${digests.text}`,
  ];
  const lines = leftOut.flatMap(({ text, why }) => [
    `@@ ${why}`,
    ...text.split('\n').map((line) => `-${line}`),
  ]);
  return `${[...head, '', ...lines].join('\n')}\n`;
}
