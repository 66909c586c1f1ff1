import type pg from 'pg';
import { entriesIn } from '../snapshot/history.ts';
import type { HistoryEntry } from '../snapshot/history.ts';
import { ownSchema } from './publication.ts';

/*
 * What was published until now stands in PostgreSQL as in the data folder that was published last: an entry a
 * row, in the JSON of a line there. It changes in the transaction that changes what is published, so that whoever
 * reads both in one transaction reads what belongs together.
 */

const table = `${ownSchema}.history`;

/**
 * Has the table hold these entries and no others.
 * @returns whether it held others before
 */
export async function writeHistory(
  client: pg.ClientBase,
  entries: readonly HistoryEntry[],
): Promise<boolean> {
  const values = [
    entries.map(({ number }) => number),
    entries.map((entry) => JSON.stringify(entry)),
  ];
  const told = 'unnest($1::bigint[], $2::text[]) as told (number, entry)';
  const gone = await client.query(
    `delete from ${table} h where not exists (select from ${told} where told.number = h.number and told.entry = h.entry)`,
    values,
  );
  const come = await client.query(
    `insert into ${table} (number, entry) select number, entry from ${told} on conflict do nothing`,
    values,
  );
  return (gone.rowCount ?? 0) + (come.rowCount ?? 0) > 0;
}

/** The entries, the oldest first; none where an earlier version of the program has published. */
export async function readPublishedHistory(
  client: pg.ClientBase,
): Promise<readonly HistoryEntry[]> {
  const { rows } = await client.query<{ there: boolean | null }>(
    `select has_table_privilege(to_regclass('${table}'), 'SELECT') as there`,
  );
  if (rows[0]?.there !== true) return [];
  const found = await client.query<{ entry: string }>(`select entry from ${table} order by number`);
  return entriesIn(found.rows.map(({ entry }) => entry).join('\n'));
}
