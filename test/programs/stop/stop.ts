import { once } from 'node:events';
import { parseArgs } from 'node:util';
import { importedSeed } from '../../support/served.ts';
import { startProcess } from '../../support/started.ts';
import { limits } from '../../../src/limits.ts';
import { askOverStop } from './ask-over-stop.ts';
import type { Manner } from './ask-over-stop.ts';

/**
 * Stops servers while clients ask without pause: counts the requests that nobody answered and takes the
 * time of the stops. `--short` for 8 rounds, `--rounds=12` for as many.
 */
const { values } = parseArgs({
  options: { short: { type: 'boolean' }, rounds: { type: 'string' } },
});
const rounds = Number(values.rounds ?? (values.short ? 8 : 100));
/** Nobody here waits longer than so many seconds for an answer. */
const maximumSeconds = limits.drainMilliseconds.value / 1000 + 4;
const kinds: { inRow: number; manner: Manner }[] = [
  { inRow: 1, manner: 'steady' },
  { inRow: 4, manner: 'steady' },
  { inRow: 5, manner: 'batches' },
  { inRow: 2, manner: 'deaf' },
];
const ways = kinds.flatMap((kind) => [1, 2].map((workers) => ({ ...kind, workers })));

const seed = await importedSeed();
let sent = 0;
let longest = 0;
let latest = 0;
const unanswered: string[] = [];
try {
  for (let round = 0; round < rounds; round += 1) {
    const { workers, ...kind } = ways[round % ways.length]!;
    const server = await startProcess(
      { seed: 'seed', data: seed.data },
      { workers, more: ['--no-import'] },
    );
    const ended = once(server.process, 'exit');
    let begun = 0;
    const stop = setTimeout(
      () => {
        begun = performance.now();
        server.process.kill('SIGTERM');
      },
      300 + Math.random() * 300,
    );
    const port = Number(new URL(server.url).port);
    const told = await askOverStop(port, { connections: 12, ...kind });
    clearTimeout(stop);
    const [code] = await ended;
    const seconds = (performance.now() - begun) / 1000;
    longest = Math.max(longest, seconds);
    latest = Math.max(latest, told.lateMilliseconds);
    sent += told.sent;
    unanswered.push(...told.unanswered);
    const how = `${workers} processes, ${kind.inRow} in a row, ${kind.manner}`;
    const late =
      told.late > 0 ? `, ${told.late} up to ${Math.round(told.lateMilliseconds)} ms late` : '';
    const cut = told.unanswered.length > 0 ? `, ${told.unanswered.join('; ')}` : '';
    console.log(
      `${round + 1} of ${rounds} (${how}): ${told.answered} of ${told.sent} answered${late}, exit code ${code} after ${seconds.toFixed(1)} s${cut}`,
    );
    if (code !== 0) process.exitCode = 1;
  }
} finally {
  seed.remove();
}
console.log(
  `${sent} requests, ${unanswered.length} connections cut without an answer; the longest stop took ${longest.toFixed(1)} s, the latest answer came ${Math.round(latest)} ms after its connection was told to end`,
);
if (unanswered.length > 0 || longest > maximumSeconds) process.exitCode = 1;
