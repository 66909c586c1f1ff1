import { spawnSync } from 'node:child_process';
import { parseCsv } from './parse-csv.ts';

const program = `import csv, io, json, sys
csv.field_size_limit(10 ** 9)
text = sys.stdin.buffer.read().decode('utf-8-sig')
rows = csv.reader(io.StringIO(text, newline=''), strict=True)
json.dump(list(rows), sys.stdout)`;

const hasPython = spawnSync('python3', ['--version']).status === 0;

/** How the records of a CSV file are read by others; our own reader stands in where Python is not there. */
export const readers: Record<string, (bytes: Buffer) => string[][]> = {
  ...(hasPython && {
    Python(bytes: Buffer) {
      const { stdout, stderr, status } = spawnSync('python3', ['-c', program], {
        input: bytes,
        maxBuffer: 1 << 28,
      });
      if (status !== 0) throw new Error(stderr.toString());
      return JSON.parse(stdout.toString()) as string[][];
    },
  }),
  'RFC 4180': (bytes) => parseCsv(bytes.toString('utf8').replace(/^\ufeff/, ''), { strict: true }),
};

/** What no reader should see at the start of a text: in a class of characters. */
const signs = '[=+\\-@\\uff1d\\uff0b\\uff0d\\uff20]';
const unseen = '[\\s\\p{Cc}\\p{Cf}\\p{Default_Ignorable_Code_Point}]*';
export const begins = new RegExp(`^(?:[\\t\\r\\n]|${unseen}${signs})`, 'u');

/** Takes away the apostrophe that keeps a spreadsheet from taking a text for a formula. */
export const unguard = (cell: string) =>
  cell.startsWith("'") && begins.test(cell.replace(/^'+/, '')) ? cell.slice(1) : cell;
