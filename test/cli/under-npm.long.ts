import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { isDetached } from '../../src/cli/starter.ts';
import { importedSeed, send } from '../support/served.ts';
import { until } from '../support/until.ts';

/** Starts the server as somebody would, through npm or npx, in a process group of its own. */
async function start(t: TestContext, line: readonly string[], environment = {}) {
  const seed = await importedSeed();
  const how = ['start', '--no-import', '--data', seed.data, '--port', '0', '--workers', '1'];
  const [command = '', ...args] = [...line, ...how];
  const child = spawn(command, args, {
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
    env: { ...process.env, npm_lifecycle_event: undefined, ...environment },
  });
  let said = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (piece) => (said += piece));
  const urlOf = () => /answers at (\S+)\/graphql/.exec(said)?.[1];
  t.after(() => {
    endGroup(child);
    seed.remove();
  });
  await until('it answers', () => urlOf() !== undefined);
  const url = urlOf();
  assert.ok(url, said);
  return { child, url, said: () => said };
}

function endGroup({ pid }: Pick<ChildProcess, 'pid'>): void {
  try {
    if (pid) process.kill(-pid, 'SIGKILL');
  } catch {
    // It has ended.
  }
}

const isAnswering = (url: string) =>
  send(url, { path: '/live' }).then(
    () => true,
    () => false,
  );

const program = resolve('src/main.ts');
const lines = {
  'npm run': ['npm', 'run', '--silent', 'juzheng', '--'],
  npx: ['npx', '--no-install', 'node', program],
};

describe('a server that npm runs', { concurrency: 6 }, () => {
  for (const [name, line] of Object.entries(lines)) {
    for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP', 'SIGKILL'] as const) {
      // With an ordinary shell between them npx does not end by SIGINT itself, and nobody hears of it.
      if (name === 'npx' && signal === 'SIGINT') continue;
      test(`ending ${name} alone by ${signal} ends the server`, async (t) => {
        const { child, url, said } = await start(t, line);
        child.kill(signal);
        await until('nobody answers any more', async () => !(await isAnswering(url)), 100);
        // What it says may be read after its last answer.
        await until('it says so', () =>
          said().includes('stopping: running requests are finished first'),
        );
      });
    }

    test(`a terminal that interrupts ${name} and all below it ends the server`, async (t) => {
      const { child, url } = await start(t, line);
      process.kill(-child.pid!, 'SIGINT');
      await until('nobody answers any more', async () => !(await isAnswering(url)), 100);
    });
  }

  test('what was started under nohup goes on when its terminal and npm are gone', async (t) => {
    const { child, url } = await start(t, ['nohup', ...lines['npm run']], { _: '/usr/bin/nohup' });
    const ended = once(child, 'exit');
    process.kill(-child.pid!, 'SIGHUP');
    await ended;
    await new Promise((done) => setTimeout(done, 2500));
    assert.ok(await isAnswering(url));
  });

  test('what was started in a session of its own goes on when its starter is gone', async (t) => {
    // It says which process it is, to be ended after.
    const script = 'setsid sh -c \'echo "group $$"; exec "$@"\' sh "$@" & exit 0';
    const line = ['sh', '-c', script, 'sh', ...lines['npm run']];
    const { child, url, said } = await start(t, line);
    const pid = Number(/group (\d+)/.exec(said())?.[1]);
    t.after(() => endGroup({ pid }));
    assert.equal(child.exitCode, 0, 'its starter is gone');
    await new Promise((done) => setTimeout(done, 2500));
    assert.ok(await isAnswering(url), said());
  });
});

test('what an npm script starts in the background was meant to outlive it', () => {
  const within = (script: string) => isDetached({ npm_lifecycle_script: script });
  assert.ok(within('node src/main.ts start &'));
  assert.ok(within('nohup node src/main.ts start > log 2>&1 &'));
  assert.ok(within('setsid node src/main.ts start'));
  assert.ok(!within('exec node src/main.ts start'));
  assert.ok(!within('npm run build && node src/main.ts start > log 2>&1'));
  assert.ok(!within('node src/main.ts start &> log'));
});
