import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import autocannon from 'autocannon';
import { pinned } from './processes.ts';

export type Load = {
  url: string;
  bodies: readonly string[];
  connections: number;
  seconds: number;
  /** Whether the load has a core of its own. */
  pin?: boolean;
};

export type Loaded = {
  answers: number;
  perSecond: number;
  /** How long half of them took at most, in milliseconds. */
  p50: number;
  /** The same of all but one in a hundred. */
  p99: number;
  failed: number;
};

// It ends with an error when asked for its version; that it runs at all is what counts.
const hasWrk = spawnSync('wrk', ['--version']).error === undefined;

/** What makes the load. */
export const generator = hasWrk ? 'wrk' : 'autocannon';

/** Asks as fast as answers come, over connections that stay open. */
export function load(asked: Load): Promise<Loaded> {
  return hasWrk ? loadByWrk(asked) : loadByAutocannon(asked);
}

async function loadByWrk({ url, bodies, connections, seconds, pin = true }: Load): Promise<Loaded> {
  const folder = mkdtempSync(join(tmpdir(), 'juzheng-'));
  try {
    const file = join(folder, 'bodies');
    writeFileSync(file, bodies.join('\n'));
    const script = join(import.meta.dirname, 'wrk.lua');
    // Whoever waits long is slow, not failed.
    const how = ['-t1', `-c${connections}`, `-d${seconds}s`, '--timeout', '60s'];
    const given = [...how, '-s', script, url, '--', file];
    const { command, args } = pin ? pinned(1, 'wrk', given) : { command: 'wrk', args: given };
    const child = spawn(command, args, { stdio: ['ignore', 'pipe', 'inherit'] });
    const said = await text(child.stdout);
    const line = said.split('\n').find((each) => each.startsWith('{'));
    if (line === undefined) throw new Error(`wrk did not say how it went: ${said}`);
    return JSON.parse(line) as Loaded;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function loadByAutocannon({ url, bodies, connections, seconds }: Load): Promise<Loaded> {
  const { pathname } = new URL(url);
  const headers = { 'content-type': 'application/json' };
  const { requests, latency, errors, non2xx } = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: bodies.map((body) => ({ method: 'POST', path: pathname, headers, body })),
  });
  const { p50, p99 } = latency;
  const { total: answers, average: perSecond } = requests;
  return { answers, perSecond, p50, p99, failed: errors + non2xx };
}
