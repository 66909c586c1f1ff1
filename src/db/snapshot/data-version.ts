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
  const hash = createHash('sha256').update(`tables ${String(pragma('user_version'))}\n`);
  const { kind, code, sha256, rowsSha256, settledSha256 } = sources;
  // SQLite writes thousands of lines faster than they are read row by row.
  const { lines } = db.get<{ lines: string | null }>(
    sql`select group_concat(${kind} || ' ' || ${code} || ' ' || ${sha256} || ' ' || ${rowsSha256} || ' ' || ${settledSha256}, char(10) order by ${kind}, ${code}) as lines from ${sources}`,
  );
  hash.update(`${lines ?? ''}\n`);
  const counts = [...readRowCounts(db)].map(([name, count]) => `${String(name)} ${count}\n`);
  return hash.update(counts.toSorted().join('')).digest('hex');
}
