import assert from 'node:assert/strict';
import type pg from 'pg';
import { selectPublication } from '../../../src/db/postgres/publication.ts';
import type { Publication } from '../../../src/db/postgres/publication.ts';
import { connect } from '../../../src/db/postgres/connections/connect.ts';
import type { PublishedEntry } from '../../../src/db/snapshot/published-entry.ts';
import type { TestDatabase } from './cluster.ts';

/** Tables whose rows are counted, by what the program calls them. */
const counted = { outcomes: 'outcomes', links: 'links', searchEntries: 'search_entries' };

const counts = [
  ...[...Object.values(counted), 'search_index', 'report_marks'].map(
    (table) => `(select count(*) from ${table}) as ${table}`,
  ),
  `(select count(*) from outcomes where review_state = 'CURATED') as reviewed`,
  // Groups by nothing are one, of all of these.
  `(select count from outcome_groups where dimensions = 0) as grouped`,
];

/**
 * What a reader sees in one transaction, as a server reads: which version, and how many rows there are of some
 * tables, and how many are said to be.
 * @param between runs between two questions of the transaction
 */
export async function readVersion(
  client: pg.Client,
  between: () => Promise<unknown> = async () => {},
): Promise<{ version: string; found: Record<string, number>; told: Record<string, number> }> {
  await client.query('begin isolation level repeatable read read only');
  const { rows } = await client.query<Publication>(selectPublication);
  const { version, schema } = rows[0]!;
  await between();
  await client.query(`set local search_path = ${schema}`);
  const found = await client.query<Record<string, number>>(`select ${counts.join(', ')}`);
  await between();
  const told = await client.query<{ name: string; count: number }>(
    `select text_of(value) as name, count from value_counts where name = 'rows'`,
  );
  await client.query('commit');
  return {
    version,
    found: found.rows[0]!,
    told: Object.fromEntries(told.rows.map(({ name, count }) => [name, count])),
  };
}

type Seen = Awaited<ReturnType<typeof readVersion>>;

/** That what was seen is one of some versions, whole. */
export function insistOnOneOf(
  { version, found, told }: Seen,
  versions: readonly PublishedEntry[],
): void {
  const entry = versions.find((each) => each.version === version);
  assert.ok(entry, `a version that was never published: ${version}`);
  for (const [name, table] of Object.entries(counted)) {
    assert.equal(found[table], entry.counts[name], `${table} of ${version}`);
    assert.equal(told[name], entry.counts[name], `${table} as told of ${version}`);
  }
  assert.equal(found['search_index'], entry.counts['searchEntries']);
  assert.equal(found['report_marks'], entry.counts['reports']);
  assert.equal(found['grouped'], found['reviewed'], `stored groups of ${version}`);
}

/** Looks once at what a database has published. */
export async function lookAt({ url }: TestDatabase, role?: string): Promise<Seen> {
  const client = await connect({ url: url(role), applicationName: 'test' });
  try {
    return await readVersion(client);
  } finally {
    await client.end();
  }
}
