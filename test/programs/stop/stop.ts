import { once } from 'node:events';
import { importedSeed } from '../../support/served.ts';
import { startProcess } from '../../support/started.ts';
import { askOverStop } from './ask-over-stop.ts';

/** Stops servers while clients ask without pause, and counts the requests that nobody answered. */
const short = process.argv.includes('--short');
const rounds = short ? 4 : 100;
const ways = [
  { workers: 1, inRow: 1 },
  { workers: 2, inRow: 1 },
  { workers: 1, inRow: 4 },
  { workers: 2, inRow: 4 },
];

const seed = await importedSeed();
let sent = 0;
const unanswered: string[] = [];
try {
  for (let round = 0; round < rounds; round += 1) {
    const { workers, inRow } = ways[round % ways.length]!;
    const server = await startProcess(
      { seed: 'seed', data: seed.data },
      { workers, more: ['--no-import'] },
    );
    const ended = once(server.process, 'exit');
    const stop = setTimeout(() => server.process.kill('SIGTERM'), 300 + Math.random() * 300);
    const told = await askOverStop(Number(new URL(server.url).port), { connections: 12, inRow });
    clearTimeout(stop);
    const [code] = await ended;
    sent += told.sent;
    unanswered.push(...told.unanswered);
    const how = `${workers} processes, ${inRow} in a row`;
    console.log(
      `${round + 1} of ${rounds} (${how}): ${told.answered} of ${told.sent} answered, exit code ${code}${told.unanswered.length ? `, ${told.unanswered.join('; ')}` : ''}`,
    );
    if (code !== 0) process.exitCode = 1;
  }
} finally {
  seed.remove();
}
console.log(`${sent} requests, ${unanswered.length} connections cut without an answer`);
if (unanswered.length > 0) process.exitCode = 1;
