import { spawn } from 'node:child_process';
import { once } from 'node:events';
import {
  closeSync,
  copyFileSync,
  cpSync,
  existsSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  readdirSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import BetterSqlite3 from 'better-sqlite3';
import { stringify } from 'yaml';
import { writeCorpus } from '../../../src/corpus/write-corpus.ts';
import { createDatabase } from '../../../src/db/database.ts';
import { insertOf, layoutOf } from '../../../src/db/layout.ts';
import { readPointer } from '../../../src/db/snapshot/pointer.ts';
import { tableNames } from '../../../src/importer/convert/table-names.ts';

/**
 * Measures the import of a synthetic corpus: how long and how much memory it takes, beside plain
 * inserts of the very same rows; what one more report costs; and what YAML costs over JSON.
 * `npm run bench:import -- --reports 2000 [--out FOLDER]`; with `--out` the seed and the data stay.
 */
const { values } = parseArgs({
  options: {
    reports: { type: 'string', default: '2000' },
    out: { type: 'string' },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  process.stdout.write(`npm run bench:import -- [options]

Measures the import of a synthetic corpus beside plain inserts of the same rows.

  --reports <number>   how many reports (2000)
  --out <folder>       where the corpus and the data stay (default: nowhere)
`);
  process.exit();
}
const reports = Number(values.reports);
const root = values.out ?? join(tmpdir(), `juzheng-bench-${process.pid}`);
const seed = join(root, 'seed');
const data = join(root, 'data');
const yamlReports = Math.min(reports, 200);

const seconds = (since: number) => (performance.now() - since) / 1000;
const say = (line: string) => {
  process.stdout.write(`${line}\n`);
};

function corpusOf(count: number, out: string): void {
  writeCorpus({ reports: count, seed: 1, out, vocabulary: 'seed/vocabulary' });
}

type ImportTimes = {
  /** Seconds, and those of a processor. */
  time: number;
  processor: number;
  /** The most memory that it had, in MiB. */
  memory: number;
  /** What it told of how the snapshot was copied; empty where it told nothing. */
  copy: string;
};

/** Runs an import as a process of its own; the processor's seconds are those of the last look at it. */
async function timeImport(from: string, to: string): Promise<ImportTimes> {
  const begun = performance.now();
  const importer = spawn(
    process.execPath,
    ['src/main.ts', 'import', '--seed', from, '--data', to],
    { stdio: ['ignore', 'pipe', 'inherit'] },
  );
  let memory = 0;
  let processor = 0;
  let said = '';
  importer.stdout.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const watch = setInterval(() => {
    const status = `/proc/${importer.pid}/status`;
    const peak = existsSync(status) && /VmHWM:\s+(\d+)/.exec(readFileSync(status, 'utf8'))?.[1];
    memory = Math.max(memory, Number(peak || 0) / 1024);
    processor = Math.max(processor, processorSeconds(importer.pid));
  }, 20);
  const [code] = (await once(importer, 'exit')) as [number | null];
  clearInterval(watch);
  if (code !== 0) throw new Error(`the import ended with ${code}`);
  const copy = /^ *((?:copied|cloned) .*)$/m.exec(said)?.[1] ?? '';
  return { time: seconds(begun), processor, memory, copy };
}

/** What a process has had of a processor, in seconds. */
function processorSeconds(pid: number | undefined): number {
  const status = `/proc/${pid}/stat`;
  if (!existsSync(status)) return 0;
  // After the name, which may hold anything, the twelfth and thirteenth are ticks of ten milliseconds.
  const fields = readFileSync(status, 'utf8').split(') ').at(-1)?.split(' ') ?? [];
  return (Number(fields[11]) + Number(fields[12])) / 100;
}

/** Inserts the rows of a snapshot into new tables with the same indexes; gives seconds. */
function timePlainInserts(snapshot: string, file: string): number {
  const from = new BetterSqlite3(snapshot, { readonly: true });
  const to = createDatabase(file);
  let time = 0;
  to.execute('begin');
  for (const name of tableNames) {
    const layout = layoutOf(name);
    const insert = to.prepare(insertOf(layout));
    const columns = layout.columns.map(({ column }) => `"${column.name}"`).join(', ');
    const table = /^insert into ("\w+")/.exec(insertOf(layout))?.[1];
    // As they lie in the table, be that by their numbers or by a key.
    const rows = from.prepare(`select ${columns} from ${table} not indexed`).raw().iterate();
    for (let done = false; !done;) {
      const some: unknown[][] = [];
      while (some.length < 20_000) {
        const next = rows.next();
        done = next.done === true;
        if (done) break;
        some.push(next.value as unknown[]);
      }
      const begun = performance.now();
      for (const row of some) insert(row);
      time += seconds(begun);
    }
  }
  const begun = performance.now();
  to.execute('commit');
  time += seconds(begun);
  to.close();
  from.close();
  return time;
}

/** Copies the snapshot and puts the copy on the disk; gives seconds. */
function timeCopy(): number {
  const copy = join(root, 'copy.sqlite');
  const begun = performance.now();
  copyFileSync(join(data, readPointer(data)?.file ?? ''), copy);
  const handle = openSync(copy, 'r');
  fsyncSync(handle);
  closeSync(handle);
  const time = seconds(begun);
  rmSync(copy, { force: true });
  return time;
}

function writeAsYaml(from: string, to: string): void {
  cpSync(from, to, { recursive: true });
  for (const code of readdirSync(join(to, 'reports'))) {
    const json = join(to, 'reports', code, 'facts.json');
    const facts: unknown = JSON.parse(readFileSync(json, 'utf8'));
    writeFileSync(join(to, 'reports', code, 'facts.yaml'), stringify(facts, { lineWidth: 0 }));
    rmSync(json);
  }
}

/** A copy of the last report; gives what takes it away again. */
function addReport(): () => void {
  const [code = ''] = readdirSync(join(seed, 'reports')).toSorted().toReversed();
  const folder = join(seed, 'reports', `${code}-again`);
  cpSync(join(seed, 'reports', code), folder, { recursive: true });
  return () => {
    rmSync(folder, { recursive: true });
  };
}

mkdirSync(root, { recursive: true });
if (!existsSync(seed)) corpusOf(reports, seed);
rmSync(data, { recursive: true, force: true });

const whole = await timeImport(seed, data);
say(
  `import of ${reports} reports: ${whole.time.toFixed(1)} s, at most ${whole.memory.toFixed(0)} MiB`,
);

const snapshot = join(data, readPointer(data)?.file ?? '');
const plainFile = join(root, 'plain.sqlite');
rmSync(plainFile, { force: true });
const plain = timePlainInserts(snapshot, plainFile);
rmSync(plainFile, { force: true });
say(
  `plain inserts of the same rows: ${plain.toFixed(1)} s; the import takes ${(whole.time / plain).toFixed(1)} times that`,
);

const unchanged = await timeImport(seed, data);
say(`the same again: ${unchanged.time.toFixed(1)} s`);
const removeReport = addReport();
const added = await timeImport(seed, data);
say(
  `one report more: ${added.time.toFixed(1)} s, ${added.processor.toFixed(1)} s of a processor, at most ${added.memory.toFixed(0)} MiB`,
);
if (added.copy !== '') say(`  ${added.copy}`);
removeReport();
say(`without it again: ${(await timeImport(seed, data)).time.toFixed(1)} s`);
const copy = timeCopy();
const allowed = added.copy.startsWith('cloned') ? 3 : 3 + 1.2 * copy;
const isHeld = added.time <= allowed;
say(
  `one plain copy of the snapshot: ${copy.toFixed(1)} s; one report more may take ${allowed.toFixed(1)} s, which is ${isHeld ? 'held' : 'not held'}`,
);

const some = join(root, 'json');
const yaml = join(root, 'yaml');
for (const folder of [some, yaml]) rmSync(folder, { recursive: true, force: true });
corpusOf(yamlReports, some);
writeAsYaml(some, yaml);
const asJson = await timeImport(some, join(some, 'data'));
const asYaml = await timeImport(yaml, join(yaml, 'data'));
say(
  `${yamlReports} reports as JSON: ${asJson.time.toFixed(1)} s, as YAML: ${asYaml.time.toFixed(1)} s`,
);
for (const folder of values.out ? [some, yaml] : [root]) {
  rmSync(folder, { recursive: true, force: true });
}
