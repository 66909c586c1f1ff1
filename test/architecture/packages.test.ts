import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

type Package = {
  version?: string;
  integrity?: string;
  resolved?: string;
  link?: boolean;
  hasInstallScript?: boolean;
  dev?: boolean;
  optional?: boolean;
  os?: string | string[];
  cpu?: string | string[];
  bin?: Record<string, string>;
};

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'));
const { optionalDependencies, bin } = read('package.json') as {
  optionalDependencies: Record<string, string>;
  bin: Record<string, string>;
};
const { packages } = read('package-lock.json') as { packages: Record<string, Package> };

/** What is no part of this repository: not itself, nor the program that it links on Windows. */
const isInstalled = (path: string) => path.startsWith('node_modules/') && path !== link;
const link = 'node_modules/exec';

test('on Windows alone a program of this repository is linked, and it is of no other package', () => {
  const linked = Object.keys(packages).filter((path) => packages[path]!.link);
  assert.deepEqual(linked, [link]);
  assert.equal(packages[link]!.resolved, 'src/exec');
  assert.deepEqual(packages['src/exec']!.os, ['win32']);
});

test('the Node of each platform is locked with its digest and is optional', () => {
  const nodes = Object.entries(optionalDependencies).filter(([name]) => name !== 'exec');
  const platforms = nodes.map(([name, version]) => {
    const locked = packages[`node_modules/${name}`]!;
    assert.equal(locked.version, version, name);
    assert.match(version, /^24\.\d+\.\d+$/, name);
    assert.match(locked.integrity ?? '', /^sha512-/, name);
    assert.equal(locked.optional, true, name);
    assert.match(locked.bin?.['node'] ?? '', /^bin\/node(\.exe)?$/, name);
    return [locked.os, locked.cpu].flat().join(' ');
  });
  assert.deepEqual(platforms.toSorted(), [
    'darwin arm64',
    'darwin x64',
    'linux arm64',
    'linux x64',
    'win32 x64',
  ]);
});

test('every package is locked with its digest, under no host, and none needs a script to run', () => {
  const installed = Object.entries(packages).filter(([path]) => isInstalled(path));
  for (const [path, { integrity, resolved, hasInstallScript, dev }] of installed) {
    assert.match(integrity ?? '', /^sha512-/, path);
    assert.equal(resolved, undefined, path);
    // drizzle-kit brings esbuild, whose script only makes it start faster.
    if (hasInstallScript) assert.deepEqual([path, dev], ['node_modules/esbuild', true]);
  }
});

test('the command is JavaScript, which an old Node reads too', () => {
  assert.deepEqual(bin, { juzheng: 'src/juzheng.js' });
});
