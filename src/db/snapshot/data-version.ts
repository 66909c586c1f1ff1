import { createHash } from 'node:crypto';
import { sql } from 'drizzle-orm';
import type { Connection } from '../database.ts';
import { readRowCounts } from '../statistics/stored-counts.ts';
import { sources } from '../tables/source.ts';

/**
 * The version of the data: SHA-256 of the digests that a snapshot carries on of all that it holds (the program's
 * rules, the vocabulary, each report's files and rows, what was settled for it), of the version of its tables
 * and of how many rows they have. It costs some milliseconds however large the file is. Equal content has the
 * same version, whether it was built at once or carried on; that the rows are still those of which the digests
 * were taken, the digest of the whole file tells.
 * @returns 64 hexadecimal digits
 */
export function dataVersionOf({ db, pragma }: Pick<Connection, 'db' | 'pragma'>): string {
  // SQLite writes thousands of lines faster than they are read row by row.
  const { lines } = db.get<{ lines: string | null }>(
    sql`select group_concat(${lineOfSource}, char(10) order by ${sources.kind}, ${sources.code}) as lines from ${sources}`,
  );
  return versionOf({
    tables: pragma('user_version'),
    lines: lines ?? '',
    counts: readRowCounts(db),
  });
}

const { kind, code, sha256, rowsSha256, settledSha256 } = sources;

/** What a source adds to the version. */
export const lineOfSource = sql`${kind} || ' ' || ${code} || ' ' || ${sha256} || ' ' || ${rowsSha256} || ' ' || ${settledSha256}`;

/** What a version is made of: that of the tables, the lines of all sources in their order, and how many rows each table has. */
type Versioned = { tables: unknown; lines: string; counts: Iterable<readonly [unknown, number]> };

/** The same, wherever that was read. */
export function versionOf({ tables, lines, counts }: Versioned): string {
  const hash = createHash('sha256').update(`tables ${String(tables)}\n`);
  hash.update(`${lines}\n`);
  const told = Array.from(counts, ([name, count]) => `${String(name)} ${count}\n`);
  return hash.update(told.toSorted().join('')).digest('hex');
}
