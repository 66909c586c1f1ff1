import { once } from 'node:events';
import { copySeed } from '../../support/copied.ts';
import { startProcess } from '../../support/started.ts';
import type { Case, Target } from './case.ts';
import { startWitness } from './witness.ts';

export type Failure = { family: string; name: string; wrong: string };

export type Outcome = { counts: Map<string, number>; failures: Failure[]; told: string };

/** How many cases are under way at once. */
const atOnce = 8;

/** What no line of the log may hold: it is in a variable and in a header of every run. */
export const secret = 'only-who-asks-may-know';

/** Abuses a server of its own with all cases, and looks afterwards at what became of it. */
export async function abuse(options: {
  workers: number;
  casesFor: (target: Target) => Promise<Case[]>;
}): Promise<Outcome> {
  const copy = copySeed();
  const server = await startProcess(copy, { workers: options.workers, logLevel: 'debug' });
  const { pid } = server.process;
  const target = { url: server.url, port: Number(new URL(server.url).port) };
  const outcome: Outcome = { counts: new Map(), failures: [], told: '' };
  const fail = (family: string, name: string, wrong: string) => {
    outcome.failures.push({ family, name, wrong });
  };
  try {
    const before = await versionOf(target);
    const cases = await options.casesFor(target);
    const witness = startWitness(target.url);
    await runAll(cases, target, outcome);
    const { asked, slowest, wrong } = await witness.stop();
    for (const each of wrong) fail('witness', 'a small question meanwhile', each);
    outcome.told = `${asked} small questions meanwhile, the slowest took ${Math.round(slowest)} ms`;
    if ((await versionOf(target)) !== before) fail('server', 'data', 'they are not the same');
    if (server.process.exitCode !== null) fail('server', 'process', `${pid} has ended`);
    const log = server.said();
    if (/ended by|ended with|it is replaced/.test(log)) fail('server', 'workers', 'one has ended');
    for (const line of log.split('\n')) {
      if (line.includes(secret)) fail('log', 'a secret', line.slice(0, 300));
      if (/"level":(?:50|60)/.test(line)) fail('log', 'an error', line.slice(0, 600));
    }
    const [code] = await stop(server.process);
    if (code !== 0) fail('server', 'end', `exit code ${code}`);
  } finally {
    server.process.kill('SIGKILL');
    copy.remove();
  }
  return outcome;
}

async function runAll(cases: readonly Case[], target: Target, outcome: Outcome): Promise<void> {
  const { counts, failures } = outcome;
  const run = async ({ family, name, run: doing }: Case) => {
    const wrong = await doing(target).catch((error: unknown) => String(error));
    counts.set(family, (counts.get(family) ?? 0) + 1);
    if (wrong !== null) failures.push({ family, name, wrong });
  };
  const isSlow = ({ family }: Case) => family === 'slow';
  const waiting = cases.filter((each) => !isSlow(each));
  const takeTurns = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) await run(next);
  };
  // Those that mostly wait do so beside all the others.
  const slow = cases.filter(isSlow).map(run);
  await Promise.all([...Array.from({ length: atOnce }, takeTurns), ...slow]);
}

async function versionOf({ url }: Target): Promise<string> {
  const health = await fetch(`${url}/health`);
  return ((await health.json()) as { dataVersion: string }).dataVersion;
}

async function stop(process: Awaited<ReturnType<typeof startProcess>>['process']) {
  const ended = once(process, 'exit') as Promise<[number | null]>;
  process.kill('SIGTERM');
  return ended;
}
