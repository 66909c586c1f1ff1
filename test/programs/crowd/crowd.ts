import { parseArgs } from 'node:util';
import { alignColumns } from '../../../src/cli/terminal.ts';
import { makeDataFolders } from '../support/data-folders.ts';
import type { DataFolder } from '../support/data-folders.ts';
import { startServer } from '../support/server.ts';
import { bars, crowdCell, faultsOf, idleCell, waitsOf } from './cell.ts';
import type { Cell } from './cell.ts';
import { createOthers } from './others.ts';
import { readSlowly } from './slow-readers.ts';

const help = `npm run crowd -- [options]

Has crowds of clients ask the costliest questions without pause, each from an address of its own,
and fails where others who ask little have to wait for them; then has some read large answers slowly.

  --seconds <number>  how long each crowd asks (10)
  --data <folder>     data to ask, several times for several (the seed and 700 reports)
  --short             under a minute: smaller crowds, over 60 reports
`;

const { values } = parseArgs({
  options: {
    seconds: { type: 'string', default: '10' },
    data: { type: 'string', multiple: true, default: [] },
    short: { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});

const { short } = values;
const seconds = short ? 3 : Number(values.seconds);
const crowds = short ? [3, 20] : [1, 3, 20, 60];
const readers = 12;
/** In so many rounds somebody must wait: a neighbour of this machine may have been in one. */
const rounds = 3;

const mebibytes = (bytes: number) => Math.round(bytes / 2 ** 20);

const rows: (string | number)[][] = [
  ['data', 'processes', 'clients', 'small p99', 'ordinary p99', 'lost', 'MiB', 'costly ones'],
];
const wrong: string[] = [];

function tell({ name }: DataFolder, workers: number, cell: Cell): void {
  const endings = Object.entries(cell.endings).map(([ending, count]) => `${count} ${ending}`);
  const { clients, small, ordinary, lost, memory } = cell;
  const waits = [Math.round(small), Math.round(ordinary)];
  const told = [workers, clients, ...waits, lost.length, mebibytes(memory)];
  rows.push([name, ...told, endings.join(', ')]);
}

async function askTogether(folder: DataFolder, workers: number): Promise<void> {
  for (const clients of crowds) {
    const server = await startServer(folder.data, { workers });
    const others = await createOthers(server.url);
    try {
      // What is asked for the first time takes longer.
      await idleCell(server, others, 500);
      const idle = await idleCell(server, others, short ? 1000 : 5000);
      if (clients === crowds[0]) tell(folder, workers, idle);
      const found: string[] = [];
      let waits: string[] = [];
      for (let round = 0; round < rounds; round += 1) {
        const cell = await crowdCell(server, others, { clients, milliseconds: seconds * 1000 });
        tell(folder, workers, cell);
        found.push(...faultsOf(cell));
        waits = waitsOf(cell, idle);
        if (waits.length === 0) break;
      }
      const where = `${folder.name}, ${workers} processes, ${clients} clients`;
      wrong.push(...[...waits, ...found, ...server.faults()].map((each) => `${where}: ${each}`));
    } finally {
      others.close();
      await server.stop();
    }
  }
}

async function readTogether(folder: DataFolder): Promise<void> {
  const server = await startServer(folder.data);
  try {
    const milliseconds = short ? 5000 : 30_000;
    const { bytes, before, memory } = await readSlowly(server, { readers, milliseconds });
    const told = `${readers} slow readers of ${(bytes / 1e6).toFixed(1)} MB over ${folder.name}: ${mebibytes(before)} MiB before, ${mebibytes(memory)} with them`;
    console.log(told);
    if (memory > bars.memory) wrong.push(told);
  } finally {
    await server.stop();
  }
}

async function run(): Promise<number> {
  const folders = makeDataFolders(short ? [60] : [0, 700], values.data);
  for (const folder of folders) for (const workers of [1, 2]) await askTogether(folder, workers);
  for (const line of alignColumns(rows)) console.log(line);
  for (const folder of folders) await readTogether(folder);
  const verdict = wrong.map((each) => each.slice(0, 300)).join('\n');
  console.log(wrong.length === 0 ? 'nobody waits for another' : `WRONG\n${verdict}`);
  return wrong.length === 0 ? 0 : 1;
}

if (values.help) console.log(help);
else process.exitCode = await run();
