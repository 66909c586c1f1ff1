import {
  closeSync,
  createWriteStream,
  mkdtempSync,
  openSync,
  readFileSync,
  readSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { once } from 'node:events';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { StringDecoder } from 'node:string_decoder';
import { parseArgs } from 'node:util';
import { sql } from 'drizzle-orm';
import { openReader } from '../../../src/db/client.ts';
import type { Client } from '../../../src/db/client.ts';
import { readCatalog } from '../../../src/db/postgres/catalog.ts';
import type { CatalogTable } from '../../../src/db/postgres/catalog.ts';
import { connect } from '../../../src/db/postgres/connections/connect.ts';
import { copyIn } from '../../../src/db/postgres/copy-in.ts';
import { inPieces } from '../../../src/db/postgres/copy-lines.ts';
import {
  createFunctions,
  createIndexes,
  createTable,
  listOf,
} from '../../../src/db/postgres/create-tables.ts';
import {
  createSearchIndexes,
  createSearchTables,
  searchLines,
  searchTable,
} from '../../../src/db/postgres/search-rows.ts';
import { stretchesOf } from '../../../src/db/postgres/search-stretches.ts';
import { pointerName, readPointer } from '../../../src/db/snapshot/pointer.ts';
import { publishSnapshot } from '../../../src/importer/postgres/publish.ts';
import { linesOf, runAll } from '../../../src/importer/postgres/statements.ts';
import { rollBack } from '../../../src/importer/publish/rollback.ts';
import { startCluster } from '../../support/postgres/cluster.ts';

/**
 * Measures publishing in PostgreSQL beside COPY of the very same rows, in processor time of the program and of
 * all of PostgreSQL; COPY reads its lines from files meanwhile: `npm run bench:publish -- --data FOLDER`. The folder has to hold two snapshots: it is gone
 * back from the newer one to the older one and forth again, so that a copy of it is best named.
 */
const { values } = parseArgs({
  options: { data: { type: 'string', default: 'data' }, help: { type: 'boolean', default: false } },
});
if (values.help) {
  process.stdout.write(`npm run bench:publish -- [options]

Measures publishing in PostgreSQL beside COPY of the same rows.

  --data <folder>   snapshots to publish, two of them; the newer one is gone back from (data)
`);
  process.exit();
}
const { data } = values;
const say = (line: string) => process.stdout.write(`${line}\n`);

const folder = mkdtempSync(join(tmpdir(), 'juzheng-bench-publish-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
process.once('SIGINT', () => process.exit(1));
const cluster = await startCluster({ settings: { autovacuum: 'off', shared_buffers: '1GB' } });

/** Seconds of processor time that all ended processes of PostgreSQL took, and the first of them. */
function secondsOfServer(): number {
  const fields = readFileSync(`/proc/${cluster.pid()}/stat`, 'utf8').split(') ')[1]!.split(' ');
  return fields.slice(11, 15).reduce((sum, ticks) => sum + Number(ticks), 0) / 100;
}

type Spent = { program: number; server: number; clock: number };

/** What a work takes; its connections end with it. */
async function measure(work: () => Promise<unknown>): Promise<Spent> {
  const [cpu, server, clock] = [process.cpuUsage(), secondsOfServer(), performance.now()];
  await work();
  // PostgreSQL counts the time of a process when that has ended.
  await new Promise((resolve) => setTimeout(resolve, 500));
  const { user, system } = process.cpuUsage(cpu);
  return {
    program: (user + system) / 1e6,
    server: secondsOfServer() - server,
    clock: (performance.now() - clock - 500) / 1000,
  };
}

const total = ({ program, server }: Spent) => program + server;
const describe = (what: string, spent: Spent, beside?: Spent) => {
  const parts = [
    `${total(spent).toFixed(2)} s of processor time (program ${spent.program.toFixed(2)}, PostgreSQL ${spent.server.toFixed(2)}), ${spent.clock.toFixed(1)} s by the clock`,
    ...(beside ? [`${(total(spent) / total(beside)).toFixed(2)} × COPY`] : []),
  ];
  say(`${what}: ${parts.join(', ')}`);
};

/** The rows of a snapshot as files that COPY reads. */
async function writeLines(client: Client, catalog: readonly CatalogTable[]): Promise<void> {
  const write = async (name: string, lines: Iterable<string>) => {
    const stream = createWriteStream(join(folder, name));
    for (const piece of inPieces(lines)) if (!stream.write(piece)) await once(stream, 'drain');
    stream.end();
    await once(stream, 'close');
  };
  for (const table of catalog) await write(table.name, linesOf(client, table, sql`true`));
  await write(searchTable.name, searchLines(client, stretchesOf(client)));
}

/** What a file holds, piece by piece: the largest is larger than memory. */
function* piecesOf(file: string): Generator<string> {
  const handle = openSync(file, 'r');
  const decoder = new StringDecoder('utf8');
  const bytes = Buffer.alloc(1 << 18);
  try {
    for (let read = readSync(handle, bytes); read > 0; read = readSync(handle, bytes))
      yield decoder.write(bytes.subarray(0, read));
  } finally {
    closeSync(handle);
  }
}

/** Copies the files into tables of their own, with their indexes or without any. */
async function copyFiles(catalog: readonly CatalogTable[], schema: string, isIndexed: boolean) {
  const client = await connect({ url: cluster.url(), applicationName: 'bench' });
  await runAll(client, [
    `create schema ${schema}`,
    `set search_path = ${schema}`,
    ...createFunctions,
    ...catalog.map(createTable),
    ...createSearchTables,
    ...(isIndexed ? [...catalog.flatMap(createIndexes), ...createSearchIndexes] : []),
  ]);
  for (const { name, columns } of [...catalog, searchTable]) {
    const list = listOf(columns.map((column) => column.name));
    await copyIn(client, `copy "${name}" (${list}) from stdin`, piecesOf(join(folder, name)));
  }
  await client.end();
}

const current = join(data, pointerName);
const newer = readFileSync(current);
const { file, before } = readPointer(data)!;
if (!before) throw new Error(`${data} holds one snapshot alone: change the seed and import again`);
const publish = () => publishSnapshot({ data, url: cluster.url() });
try {
  rollBack(data);
  const { client, close } = openReader(join(data, before.file));
  const catalog = readCatalog(client);
  await writeLines(client, catalog);
  close();
  const { reports, ...others } = before.counts;
  const count = Object.values(others).reduce((sum, each) => sum + each, reports!);
  say(`${reports} reports, ${count} rows beside what is counted of them`);
  describe('COPY into bare tables', await measure(() => copyFiles(catalog, 'bare', false)));
  await cluster.run('drop schema bare cascade; checkpoint');
  const copied = await measure(() => copyFiles(catalog, 'indexed', true));
  describe('COPY into tables with their keys and indexes', copied);
  await cluster.run('drop schema indexed cascade; checkpoint');
  describe('first publication', await measure(publish), copied);
  await cluster.run('checkpoint');
  describe('the same again', await measure(publish));
  writeFileSync(current, newer);
  describe(`from ${before.file} to ${file}`, await measure(publish), copied);
  rollBack(data);
  describe('and back', await measure(publish), copied);
} finally {
  writeFileSync(current, newer);
  await cluster.stop();
}
