import { setTimeout as wait } from 'node:timers/promises';
import { createHistogram } from 'node:perf_hooks';
import { parseArgs } from 'node:util';
import { limits } from '../../../src/limits.ts';
import { send } from '../../support/served.ts';
import { startProcess } from '../../support/started.ts';

const help = `npm run soak:costly -- --data <folder> [--seconds 20]

Asks a server over large data the four costliest questions without pause, beside a stream of small
ones, and fails where the small ones have to wait for them.
`;

const { values } = parseArgs({
  options: {
    data: { type: 'string' },
    seconds: { type: 'string', default: '20' },
    help: { type: 'boolean', default: false },
  },
});

const costly = [
  '{ outcomeGroups(groupBy: [INDICATOR, YEAR, UNIT]) { nodes { outcomeCount sum } } }',
  '{ outcomes(filter: { text: "行政" }, orderBy: { field: VALUE, direction: DESC }) { totalCount facets { indicators { value count } sections { value count } } } }',
  '{ measures(filter: { outcomes: { value: { from: 100 } } }, orderBy: { field: TITLE, direction: ASC }) { totalCount nodes { code } } }',
  '{ reports(first: 50) { nodes { code measures(first: 30) { nodes { code outcomes(first: 20) { nodes { code evidence { exact } } } } } } } }',
];
const small = '{ measures(first: 1) { nodes { code title report { title } } } }';

async function ask(url: string, query: string): Promise<number> {
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  return (await send(url, { method: 'POST', path: '/graphql', headers, body })).status;
}

/** The 99th percentile of small questions, in milliseconds, asked one after the other until then. */
async function streamUntil(url: string, until: AbortSignal): Promise<number> {
  const histogram = createHistogram();
  while (!until.aborted) {
    const begun = performance.now();
    const status = await ask(url, small);
    histogram.record(Math.max(1, Math.round((performance.now() - begun) * 1000)));
    if (status !== 200) throw new Error(`a small question was answered with ${status}`);
    await wait(5);
  }
  return histogram.percentile(99) / 1000;
}

async function run(data: string): Promise<number> {
  const milliseconds = Number(values.seconds) * 1000;
  const server = await startProcess({ seed: 'seed', data }, { more: ['--no-import'] });
  try {
    const alone = await streamUntil(server.url, AbortSignal.timeout(milliseconds / 4));
    const until = AbortSignal.timeout(milliseconds);
    const answers = new Map<string, number>();
    const press = async (query: string, nth: number) => {
      while (!until.aborted) {
        const told = `costly ${nth + 1}: ${await ask(server.url, query)}`;
        answers.set(told, (answers.get(told) ?? 0) + 1);
      }
    };
    const [beside] = await Promise.all([streamUntil(server.url, until), ...costly.map(press)]);
    console.log(`small questions, p99: ${alone} ms alone, ${beside} ms beside the costly ones`);
    for (const [told, count] of [...answers].toSorted(([a], [b]) => (a < b ? -1 : 1)))
      console.log(`${told} × ${count}`);
    return beside < 2 * limits.sqlMilliseconds.value ? 0 : 1;
  } finally {
    server.process.kill('SIGTERM');
  }
}

if (values.help || values.data === undefined) console.log(help);
else process.exitCode = await run(values.data);
