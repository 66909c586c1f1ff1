import { getTableName, sql } from 'drizzle-orm';
import type pg from 'pg';
import type { Client } from '../../db/client.ts';
import { outcomeGroups } from '../../db/groups/table.ts';
import { layoutOf, ofReport } from '../../db/layout.ts';
import { readCatalog } from '../../db/postgres/catalog.ts';
import type { CatalogColumn, CatalogTable } from '../../db/postgres/catalog.ts';
import { copyLine } from '../../db/postgres/copy-lines.ts';
import type { SqliteValue } from '../../db/postgres/copy-lines.ts';
import { listOf, quoteName } from '../../db/postgres/create-tables.ts';
import { packValue } from '../../db/postgres/packed-value.ts';
import { searchLines, searchTable } from '../../db/postgres/search-rows.ts';
import { stretchTable } from '../../db/postgres/search-stretches.ts';
import type { TableName } from '../../db/relations.ts';
import { searchedTokens } from '../../db/search/token-counts.ts';
import { rowCounts } from '../../db/statistics/counted-columns.ts';
import { searchEntries } from '../../db/tables/search.ts';
import { sources } from '../../db/tables/source.ts';
import { valueCounts } from '../../db/statistics/value-counts.ts';
import { statistics } from '../../db/tables/statistic.ts';
import { tableNames } from '../convert/table-names.ts';
import { tablesSettled } from '../settle/settler.ts';
import type { RowChange } from './compare-published.ts';
import type { ChangedReport, ReportChanges } from './find-changes.ts';
import { linesOfMarks, marksTable } from './report-marks.ts';
import {
  askPostgres,
  askSnapshot,
  copyInto,
  forNumber,
  linesForNumbers,
  linesOf,
  runAll,
} from './statements.ts';
import {
  Keys,
  readPlacesAround,
  touchedFacets,
  touchedGroups,
  touchedValues,
} from './touched-counts.ts';
import type { Key } from './touched-counts.ts';

/*
 * Publishes what changed into the tables that are served, in the transaction that is open: readers go on with
 * what they see, and whatever is taken out goes only when none of them sees it any more.
 */

/** Each key is looked up by its index: there are few against the rows of the tables, whatever is reckoned. */
const planning = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'].map(
  (name) => `set local ${name} = off`,
);

/** The tables in which single reports have rows, those first that others refer to. */
const ofReports = tableNames.filter((name) => ofReport(name, 0) !== null);

/** @returns by table: how many rows of reports came and went */
export async function publishChange(
  client: pg.Client,
  snapshot: Client,
  { gone, come }: ReportChanges,
): Promise<RowChange> {
  await runAll(client, planning);
  const catalog = new Map(readCatalog(snapshot).map((table) => [table.name, table]));
  const tableOf = (name: string): CatalogTable => {
    const found = catalog.get(name);
    if (!found) throw new Error(`the snapshot has no table ${name}`);
    return found;
  };
  const counts = await touchedKeys(client, snapshot, { gone, come });
  const removed = await removeReports(client, gone);
  const added = new Map<string, number>();
  /* oxlint-disable no-await-in-loop -- a connection does one thing after the other */
  for (const name of ofReports) {
    const table = tableOf(getTableName(layoutOf(name).table));
    const lines = linesForNumbers(
      snapshot,
      table,
      rowsOf(name),
      idsOf(come.filter(hasRowsIn(name))),
    );
    added.set(table.name, await copyInto(client, table, lines));
  }
  /* oxlint-enable no-await-in-loop */
  const entries = searchLines(snapshot, await readStretches(client), idsOf(come.filter(isWholly)));
  added.set(searchTable.name, await copyInto(client, searchTable, entries));
  await replaceSources(client, snapshot, tableOf(getTableName(sources)), { gone, come });
  await replaceCounts({ client, snapshot, tableOf }, counts);
  return { added, removed };
}

/** The first number of each stretch of entries, as all was published. */
async function readStretches(client: pg.Client): Promise<number[]> {
  const { rows } = await client.query<{ first: string }>(
    `select first from ${stretchTable.name} order by first`,
  );
  return rows.map(({ first }) => Number(first));
}

const idsOf = (reports: readonly ChangedReport[]) => reports.map(({ reportId }) => reportId);

const isWholly = ({ change }: ChangedReport) => change === 'WHOLE';

/** Of which reports rows of a table go and come. */
const hasRowsIn = (name: TableName) => (tablesSettled.includes(name) ? () => true : isWholly);

const rowsOf = (name: TableName) => (reportId: number) => ofReport(name, reportId) ?? sql`false`;

/** What takes a report out of each table; rows that lead to others go before those. */
const takingOut = [
  {
    table: searchTable.name,
    isGone: isWholly,
    which: forNumber(
      (id) =>
        sql`id in (select ${searchEntries.id} from ${searchEntries} where ${rowsOf('searchEntries')(id)})`,
    ),
  },
  ...ofReports.toReversed().map((name) => ({
    table: getTableName(layoutOf(name).table),
    isGone: hasRowsIn(name),
    which: forNumber(rowsOf(name)),
  })),
];

/** @returns by table: how many rows went */
async function removeReports(
  client: pg.Client,
  reports: readonly ChangedReport[],
): Promise<Map<string, number>> {
  const removed = new Map<string, number>();
  for (const report of reports) {
    const goes = takingOut.filter(({ isGone }) => isGone(report));
    const statements = goes.map(
      ({ table, which }) => `delete from ${quoteName(table)} where ${which(report.reportId)}`,
    );
    // oxlint-disable-next-line no-await-in-loop -- a connection does one thing after the other
    const found = await runAll(client, statements);
    goes.forEach(({ table }, at) => {
      removed.set(table, (removed.get(table) ?? 0) + (found[at] ?? 0));
    });
  }
  return removed;
}

/** The digests by which reports are known, and by which changes are found the next time. */
async function replaceSources(
  client: pg.Client,
  snapshot: Client,
  table: CatalogTable,
  { gone, come }: Pick<ReportChanges, 'gone' | 'come'>,
): Promise<void> {
  const codes = [...new Set([...gone, ...come].map(({ code }) => code))];
  await client.query(`delete from ${marksTable.name} where code = any($1::text[])`, [codes]);
  await copyInto(client, marksTable, linesOfMarks(come));
  const { kind, code } = sources;
  await client.query(
    `delete from ${table.name} where "${kind.name}" = 'REPORT' and "${code.name}" = any($1::text[])`,
    [codes],
  );
  const which = sql`${kind} = 'REPORT' and ${code} in (select value from json_each(${JSON.stringify(codes)}))`;
  await copyInto(client, table, linesOf(snapshot, table, which));
}

type TouchedKeys = { values: Keys; facets: Keys; groups: Keys };

/** The stored counts and groups in which the reports have a part, as they were and as they are. */
async function touchedKeys(
  client: pg.Client,
  snapshot: Client,
  { gone, come }: Pick<ReportChanges, 'gone' | 'come'>,
): Promise<TouchedKeys> {
  const keys = { values: new Keys(), facets: new Keys(), groups: new Keys() };
  for (const [ask, reports] of [
    [askPostgres(client), gone],
    [askSnapshot(snapshot), come],
  ] as const) {
    if (reports.length === 0) continue;
    /* oxlint-disable no-await-in-loop -- a connection answers one question after the other */
    await touchedValues(ask, (name) => idsOf(reports.filter(hasRowsIn(name))), keys.values);
    const around = await readPlacesAround(ask);
    const whole = idsOf(reports.filter(isWholly));
    await touchedFacets(ask, whole, { around, keys: keys.facets });
    // What is settled tells which outcomes count the same twice.
    const settled = idsOf(reports.filter(({ change }) => change !== 'BESIDE'));
    await touchedGroups(ask, settled, { around, keys: keys.groups });
    /* oxlint-enable no-await-in-loop */
  }
  return keys;
}

type Replacing = { client: pg.Client; snapshot: Client; tableOf: (name: string) => CatalogTable };

async function replaceCounts(replacing: Replacing, { values, facets, groups }: TouchedKeys) {
  const { client, snapshot, tableOf } = replacing;
  const ofStatistics = tableOf(getTableName(statistics));
  await client.query(`delete from ${ofStatistics.name}`);
  await copyInto(client, ofStatistics, linesOf(snapshot, ofStatistics, sql`true`));
  const ofValues = tableOf(getTableName(valueCounts));
  const toldAlways = [rowCounts, searchedTokens];
  const isAlwaysTold = sql`${valueCounts.name} in ${toldAlways}`;
  await client.query(
    `delete from ${ofValues.name} where "${valueCounts.name.name}" = any($1::text[])`,
    [toldAlways],
  );
  await copyInto(client, ofValues, linesOf(snapshot, ofValues, isAlwaysTold));
  await replaceKeys(replacing, ofValues, values.all());
  await replaceKeys(replacing, tableOf('facet_counts'), facets.all());
  await replaceKeys(replacing, tableOf(getTableName(outcomeGroups)), groups.all());
}

/** Puts the rows of some primary keys, as the snapshot has them, in the place of those that are there. */
async function replaceKeys(
  replacing: Replacing,
  table: CatalogTable,
  keys: readonly Key[],
): Promise<void> {
  if (keys.length === 0) return;
  const { client, snapshot } = replacing;
  const key = table.primaryKey;
  const found = [...linesOfKeys(snapshot, table, key, keys)];
  await removeKeys(
    client,
    table,
    key,
    found.flatMap(({ line, values }) => (line === null ? [values] : [])),
  );
  await putIn(
    client,
    table,
    found.flatMap(({ line }) => (line === null ? [] : [line])),
  );
}

/** Puts rows in by their primary key, which PostgreSQL then goes by; those that are there already stay. */
async function putIn(client: pg.Client, table: CatalogTable, lines: readonly string[]) {
  const [name, incoming] = [quoteName(table.name), `incoming_${table.name}`];
  await client.query(`create temp table ${incoming} (like ${name}) on commit drop`);
  await copyInto(client, { ...table, name: incoming }, lines);
  const all = listOf(table.columns.map((column) => column.name));
  const others = table.columns
    .map((column) => column.name)
    .filter((column) => !table.primaryKey.includes(column));
  const set = others.map((column) => `${quoteName(column)} = excluded.${quoteName(column)}`);
  const are = (of: string) => others.map((column) => `${of}.${quoteName(column)}`).join(', ');
  await client.query(
    `insert into ${name} (${all}) select ${all} from ${incoming} on conflict (${listOf(table.primaryKey)})
     do update set ${set.join(', ')} where (${are(name)}) is distinct from (${are('excluded')})`,
  );
}

async function removeKeys(
  client: pg.Client,
  table: CatalogTable,
  key: readonly string[],
  keys: readonly Key[],
): Promise<void> {
  if (keys.length === 0) return;
  const columns = key.map((name) => columnIn(table, name));
  const lists = columns.map(({ type }, at) =>
    keys.map((values) => boundOf(type, values[at] ?? null)),
  );
  const arrays = columns.map(({ type }, at) => `$${at + 1}::${type}[]`).join(', ');
  const aliases = columns.map((_column, at) => `k${at}`);
  const areEqual = key.map((name, at) => `t.${quoteName(name)} = k.k${at}`).join(' and ');
  await client.query(
    `delete from ${quoteName(table.name)} t using unnest(${arrays}) k(${aliases.join(', ')}) where ${areEqual}`,
    lists,
  );
}

function columnIn({ name: table, columns }: CatalogTable, name: string): CatalogColumn {
  const found = columns.find((column) => column.name === name);
  if (!found) throw new Error(`no column ${name} in ${table}`);
  return found;
}

const boundOf = (type: CatalogColumn['type'], value: SqliteValue) =>
  type === 'bytea' && value !== null ? packValue(value) : value;

/** The row of each key as a line; null where the snapshot has none. */
function* linesOfKeys(
  snapshot: Client,
  table: CatalogTable,
  key: readonly string[],
  keys: readonly Key[],
): Generator<{ values: Key; line: string | null }> {
  const list = listOf(table.columns.map(({ name }) => name));
  const areEqual = key.map((name) => `${quoteName(name)} = ?`).join(' and ');
  const select = snapshot
    .prepare(`select ${list} from ${quoteName(table.name)} where ${areEqual}`)
    .raw();
  for (const values of keys) {
    const row = select.get(...values) as SqliteValue[] | undefined;
    yield { values, line: row ? copyLine(table.columns, row) : null };
  }
}
