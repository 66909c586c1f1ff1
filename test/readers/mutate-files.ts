import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createFileReader } from '../../src/readers/read-files.ts';
import { UnreadableFile } from '../../src/readers/unreadable.ts';
import { openArchive } from '../../src/readers/word/zip.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { zip } from './zip.ts';

type Draw = (below: number) => number;

/** Small ones: what matters is how they are built. */
const sources = [
  'trs-declares-gb2312.html',
  'layout-gb18030.htm',
  'unnamed-utf16le-declares-gb2312.html',
  'numbers.docx',
  'changes.docx',
  'table.docx',
  'stored.docx',
  'restricted.pdf',
  'encrypted.pdf',
  'scan.pdf',
  'gb18030.txt',
  'utf8.txt',
] as const;

const parts = ['word/document.xml', 'word/numbering.xml', 'word/styles.xml'];

/** One to eight faults: a byte changed, a stretch lost, doubled or overwritten, the end cut off. */
function spoil(bytes: Uint8Array, draw: Draw): Uint8Array {
  let spoilt = Uint8Array.from(bytes);
  for (let left = 1 + draw(8); left > 0; left -= 1) {
    const at = draw(spoilt.length || 1);
    const length = 1 + draw(64);
    const kind = draw(16);
    if (kind < 8) spoilt[at] = draw(256);
    else if (kind < 11)
      spoilt = Buffer.concat([spoilt.subarray(0, at), spoilt.subarray(at + length)]);
    else if (kind < 13)
      spoilt = Buffer.concat([spoilt.subarray(0, at + length), spoilt.subarray(at)]);
    else if (kind < 15) spoilt.fill(draw(256), at, Math.min(spoilt.length, at + length));
    else spoilt = spoilt.subarray(0, at);
  }
  return spoilt;
}

/** A document whose parts are spoilt before they are packed, so that the fault is not found by its checksum. */
function spoilParts(bytes: Uint8Array, draw: Draw): Uint8Array {
  const archive = openArchive(bytes);
  const spoilt = parts[draw(parts.length)];
  const names = ['_rels/.rels', 'word/_rels/document.xml.rels', ...parts];
  const all = names.flatMap((name) => {
    const part = archive.read(name);
    return part ? [[name, name === spoilt ? spoil(part, draw) : part] as const] : [];
  });
  return zip(Object.fromEntries(all));
}

/** Reads so many spoilt files; tells those at which a process broke down or had to be ended. */
export async function readMutated({
  work,
  count,
  seed,
}: {
  work: string;
  count: number;
  seed: number;
}) {
  const { below: draw } = randomOf(seed);
  const reader = createFileReader(2);
  const result = { read: 0, refused: 0, crashes: [] as string[] };
  const one = async (index: number) => {
    const source = sources[index % sources.length]!;
    const bytes = readFileSync(join(import.meta.dirname, 'files', source));
    const inside = source.endsWith('.docx') && draw(4) > 0;
    const name = join(work, `${index}-${source}`);
    writeFileSync(name, inside ? spoilParts(bytes, draw) : spoil(bytes, draw));
    try {
      await reader.read(name);
      result.read += 1;
    } catch (error) {
      const isForeseen =
        error instanceof UnreadableFile &&
        !/too-slow|too-much-memory/.test(error.rule) &&
        !/broke down|cannot be read \((?:Type|Range|Reference)Error/.test(error.what);
      if (isForeseen) result.refused += 1;
      else result.crashes.push(`${name}: ${String(error)}`);
    }
  };
  try {
    for (let index = 0; index < count; index += 10) {
      const some = Array.from({ length: Math.min(10, count - index) }, (_, turn) => index + turn);
      await Promise.all(some.map(one));
    }
  } finally {
    reader.close();
  }
  return result;
}
