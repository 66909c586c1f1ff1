import { createHash } from 'node:crypto';
import type pg from 'pg';
import { tablesVersion } from '../snapshot/migrations.ts';
import { createFunctions } from './create-tables.ts';
import { indexedCharacters } from '../../text/search/full-text.ts';
import { stretchMark, wordsOfEntry } from '../../text/search/words-query.ts';
import { createSearchIndexes, createSearchTables } from './search-rows.ts';

/** The schema that says what is published; the data stand in one of their own beside it. */
export const ownSchema = 'juzheng';

/** Raised whenever the same tables and rows of a snapshot are held in another form than before. */
const form = 4;

/** The words of characters of every kind: texts that are cut otherwise are held in another form. */
const sample = indexedCharacters('Law 12.5% 行政复议');
const words = [...wordsOfEntry([sample], [sample], [stretchMark(0)])];

/**
 * The version of the tables as PostgreSQL has them: another one as soon as those of a snapshot are others, or
 * what is made of them here. What is published of another version is not served.
 */
export const publishedTables = createHash('sha256')
  .update(
    [
      tablesVersion,
      form,
      ...words,
      ...createFunctions,
      ...createSearchTables,
      ...createSearchIndexes,
    ].join('\n'),
  )
  .digest()
  .readUInt32BE(0);

/** What is published in a database. */
export type Publication = {
  /** The version of the data: see `snapshot/data-version.ts`. */
  version: string;
  /** The version of the tables: see {@link publishedTables}. */
  tables: number;
  /** The schema in which the data stand. */
  schema: string;
  /** How many rows there are of each kind, as JSON. */
  counts: string;
  /** When it was published, as `2026-11-28T20:45:00.000Z`. */
  at: string;
};

/**
 * One row says what is published; it changes in the transaction that changes the data. Whoever reads it
 * first in a transaction that is REPEATABLE READ, and then the tables of the schema that it names, sees one
 * version whole, whatever is published meanwhile. `retired` are schemas that it named before, and since when
 * it does not: whoever has read the name of one still finds it for a while. `history` is what was published
 * until then (see `publication-history.ts`).
 */
const tables: Readonly<Record<string, string>> = {
  publication: `(
    one boolean primary key default true check (one),
    version text collate "C" not null,
    tables bigint not null,
    schema text collate "C" not null,
    counts text not null,
    at timestamptz not null
  )`,
  retired: `(
    schema text collate "C" primary key,
    at timestamptz not null
  )`,
  history: `(
    number bigint primary key,
    entry text not null
  )`,
};

/** Makes what is not there yet: all of it, or what an earlier version of the program did not make. */
export const createPublication: readonly string[] = [
  `create schema if not exists ${ownSchema}`,
  ...Object.entries(tables).map(
    ([name, columns]) => `create table if not exists ${ownSchema}.${name} ${columns}`,
  ),
];

/** Whether all of it is there. */
export async function isPrepared(client: pg.ClientBase): Promise<boolean> {
  const names = Object.keys(tables).map((name) => `to_regclass('${ownSchema}.${name}')`);
  const { rows } = await client.query<{ there: boolean }>(
    `select num_nulls(${names.join(', ')}) = 0 as there`,
  );
  return rows[0]?.there === true;
}

/** What is published; no row where nothing ever was. */
export const selectPublication = `select version, tables, schema, counts, to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at from ${ownSchema}.publication`;

/** Says what is published from now on: version, tables, schema, counts. */
export const insertPublication = `insert into ${ownSchema}.publication (version, tables, schema, counts, at) values ($1, $2, $3, $4, now())
  on conflict (one) do update set version = excluded.version, tables = excluded.tables, schema = excluded.schema, counts = excluded.counts, at = excluded.at`;

/** Has whoever follows what is published look again, though the data are the same. */
export const renewPublication = `update ${ownSchema}.publication set at = now()`;

/** What is published; null where nothing ever was. */
export async function readPublication(client: pg.ClientBase): Promise<Publication | null> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('${ownSchema}.publication') is not null as there`,
  );
  if (rows[0]?.there !== true) return null;
  const found = await client.query<Publication>(selectPublication);
  return found.rows[0] ?? null;
}
