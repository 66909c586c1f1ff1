import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { test } from 'node:test';
import { juzheng } from '../support/copied.ts';

const folder = '.github/docs/production';
const read = (name: string) => readFileSync(join(folder, name), 'utf8');

/** The lines of a unit's section, as pairs. */
const settings = read('juzheng.service')
  .split('\n')
  .filter((line) => /^\w+=/.test(line))
  .map((line) => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const);

test('the unit runs the server by options that it has, as nobody, with nothing to write to', () => {
  const [, command] = settings.find(([name]) => name === 'ExecStart')!;
  const [node, main, ...args] = command.split(' ');
  assert.equal(node, '/opt/juzheng/node_modules/.bin/node');
  assert.ok(existsSync(main!));
  const { code, err } = juzheng(...args, '--help');
  assert.equal(code, 0, err);
  const help = juzheng('start', '--help').out;
  for (const option of args.filter((each) => each.startsWith('--')))
    assert.match(help, new RegExp(`${option}\\b`));
  const hardening = {
    DynamicUser: 'yes',
    NoNewPrivileges: 'yes',
    CapabilityBoundingSet: '',
    ProtectSystem: 'strict',
    ReadOnlyPaths: '/opt/juzheng /var/lib/juzheng',
    RestrictAddressFamilies: 'AF_INET AF_INET6 AF_UNIX',
    MemoryMax: '2G',
  };
  for (const [name, value] of Object.entries(hardening)) {
    assert.deepEqual(
      settings.filter(([each]) => each === name),
      [[name, value]],
    );
  }
  assert.equal(
    settings.find(([name]) => /^ReadWrite|^StateDirectory/.test(name)),
    undefined,
  );
});

test('each proxy sets who asks by what it sees, whatever the client says', () => {
  const nginx = read('nginx.conf');
  const locations = nginx.split(/^ {4}location /m).slice(1);
  assert.equal(locations.length, 2);
  for (const location of locations) {
    assert.match(location, /proxy_set_header X-Forwarded-For \$remote_addr;/);
  }
  assert.doesNotMatch(nginx, /proxy_add_x_forwarded_for/);
  assert.match(read('Caddyfile'), /header_up X-Forwarded-For \{remote_host\}/);
});

test('the pages link to what is there', () => {
  const papers = ['.', '.github', 'src', 'seed'].flatMap((from) =>
    readdirSync(from, { recursive: from !== '.', encoding: 'utf8' })
      .filter((file) => file.endsWith('.md'))
      .map((file) => join(from, file)),
  );
  assert.ok(papers.length > 10);
  for (const page of papers) {
    const links = readFileSync(page, 'utf8').matchAll(/\]\((?!\w+:|#)([^)#]+)/g);
    const missing = [...links]
      .map(([, to]) => join(dirname(page), to!))
      .filter((to) => !existsSync(to));
    assert.deepEqual(missing, [], page);
  }
  const named = readdirSync(folder).filter((name) => name !== 'README.md');
  for (const name of named) assert.ok(read('README.md').includes(`](${name})`), name);
});

type Component = {
  name: string;
  version: string;
  hashes: { alg: string }[];
  properties: { name: string }[];
};

test('the bill of materials names every package with its digest, and tells what is served', () => {
  const { status, stdout } = spawnSync('npm', ['run', '--silent', 'sbom'], { encoding: 'utf8' });
  assert.equal(status, 0);
  const bill = JSON.parse(stdout) as { bomFormat: string; components: Component[] };
  assert.equal(bill.bomFormat, 'CycloneDX');
  // What Windows is given instead of a shell's exec is this repository's own.
  const components = bill.components.filter(({ name }) => name !== 'exec');
  const { packages } = JSON.parse(readFileSync('package-lock.json', 'utf8')) as {
    packages: Record<string, { dev?: boolean; version: string }>;
  };
  const locked = Object.entries(packages).filter(([path]) => /^node_modules\/(?!exec$)/.test(path));
  const inLock = (some: typeof locked) =>
    some.map(([path, { version }]) => `${path.split('node_modules/').at(-1)}@${version}`);
  const inBill = (some: Component[]) => some.map(({ name, version }) => `${name}@${version}`);
  const unique = (names: string[]) => [...new Set(names)].toSorted();
  assert.deepEqual(unique(inBill(components)), unique(inLock(locked)));
  const isServed = ({ properties }: Component) =>
    properties.every(({ name }) => name !== 'cdx:npm:package:development');
  assert.deepEqual(
    unique(inBill(components.filter(isServed))),
    unique(inLock(locked.filter(([, { dev }]) => !dev))),
  );
  for (const { name, hashes } of components) assert.equal(hashes[0]?.alg, 'SHA-512', name);
});
