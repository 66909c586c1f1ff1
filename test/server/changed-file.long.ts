import assert from 'node:assert/strict';
import {
  appendFileSync,
  chmodSync,
  closeSync,
  copyFileSync,
  cpSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  truncateSync,
  utimesSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { after, describe, test } from 'node:test';
import type { TestContext } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { copySeed, factsFile } from '../support/copied.ts';
import { startProcess } from '../support/started.ts';
import { send } from '../support/served.ts';
import { until } from '../support/until.ts';

const words = '节能审查由30个工作日压缩至5个工作日';
const forged = '节能审查由90个工作日压缩至1个工作日';

/** Writes over the words of the report, wherever they stand in a file, and changes nothing else. */
function forge(path: string): void {
  const bytes = readFileSync(path);
  const descriptor = openSync(path, 'r+');
  let places = 0;
  for (let at = bytes.indexOf(words); at >= 0; at = bytes.indexOf(words, at + 1)) {
    writeSync(descriptor, Buffer.from(forged), 0, undefined, at);
    places += 1;
  }
  closeSync(descriptor);
  assert.ok(places > 0, 'the words stand in the file');
}

const ways: Record<string, (path: string) => void> = {
  'four characters are changed': forge,
  'four characters are changed and its time is set back'(path) {
    const { atime, mtime } = statSync(path);
    forge(path);
    utimesSync(path, atime, mtime);
  },
  'it is truncated': (path) => truncateSync(path),
  'it is cut to half': (path) => truncateSync(path, statSync(path).size / 2),
  'something is appended': (path) => appendFileSync(path, 'more'),
  'it is deleted': (path) => rmSync(path),
  'it is replaced by another file'(path) {
    writeFileSync(`${path}.new`, 'no database');
    renameSync(`${path}.new`, path);
  },
  'it is replaced by a changed copy of itself'(path) {
    copyFileSync(path, `${path}.new`);
    chmodSync(`${path}.new`, 0o644);
    forge(`${path}.new`);
    renameSync(`${path}.new`, path);
  },
  'it is replaced by an empty file that nobody may read'(path) {
    rmSync(path);
    writeFileSync(path, '');
    chmodSync(path, 0);
  },
};

/** Data of one import and of two, to be copied: what is spoiled is a copy. */
const published = { 1: publish(1), 2: publish(2) };
after(async () => {
  for (const { remove } of await Promise.all(Object.values(published))) remove();
});

async function publish(imports: 1 | 2) {
  const copy = copySeed();
  const versions = [(await importSeed(copy)).version];
  if (imports === 2) {
    copy.change(factsFile, /title: \{ zh: 结语, en: .* \}/, 'title: { zh: 结语, en: Two }');
    versions.push((await importSeed(copy)).version);
  }
  return { ...copy, versions };
}

async function start(
  t: TestContext,
  { imports, workers = 1 }: { imports: 1 | 2; workers?: number },
) {
  const copy = copySeed();
  t.after(copy.remove);
  const { data, versions } = await published[imports];
  cpSync(data, copy.data, { recursive: true });
  const server = await startProcess(copy, { workers, more: ['--no-import'] });
  t.after(() => server.process.kill('SIGKILL'));
  const { file } = readPointer(copy.data)!;
  return { ...server, data: copy.data, versions, path: join(copy.data, file), copy };
}

const query =
  '{ outcome(by: { code: "xinghe-2023/energy-review-time" }) { evidence { exact } } meta { dataVersion } }';

async function askFor(url: string) {
  const { status, body } = await send(url, {
    method: 'POST',
    path: '/graphql',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data } = JSON.parse(body.toString());
  return { status, exact: data?.outcome?.evidence?.exact, version: data?.meta?.dataVersion };
}

async function healthOf(url: string) {
  const { status, body } = await send(url, { path: '/health' });
  const text = body.toString();
  const told = JSON.parse(text) as { status: string; dataVersion: string };
  return { code: status, text, ...told };
}

describe('a file that changes while it is served', { concurrency: 4 }, () => {
  for (const [name, spoil] of Object.entries(ways)) {
    for (const imports of [1, 2] as const) {
      const [rest] = imports === 1 ? ['with none before it'] : ['with one before it'];
      test(`where ${name}, ${rest}, true words are answered and health says so`, async (t) => {
        const { url, path, versions, process: child, said } = await start(t, { imports });
        assert.equal((await askFor(url)).exact, words);
        chmodSync(path, 0o644);
        spoil(path);
        // At once, and as often as it takes until somebody could have looked.
        const begun = performance.now();
        while (performance.now() - begun < 1300) {
          const { status, exact, version } = await askFor(url);
          assert.deepEqual([status, exact], [200, words]);
          assert.ok(versions.includes(version), 'the version is one that was published');
          await wait(25);
        }
        const health = await healthOf(url);
        assert.equal(health.status, 'degraded');
        assert.equal(health.dataVersion, versions[0]);
        assert.doesNotMatch(health.text, /\//);
        assert.match(said(), /"level":50/);
        assert.equal(child.exitCode, null);
      });
    }
  }

  test('other rights, another name beside it and another time are no reason to serve anything else', async (t) => {
    const { url, path, versions } = await start(t, { imports: 2 });
    for (const touch of [
      () => chmodSync(path, 0o666),
      () => linkSync(path, `${path}.backup`),
      () => utimesSync(path, 1, 1),
      () => rmSync(`${path}.backup`),
    ]) {
      touch();
      assert.deepEqual(await askFor(url), { status: 200, exact: words, version: versions[1] });
      assert.equal((await healthOf(url)).status, 'ok');
    }
  });

  test('a file that is put back is served again', async (t) => {
    const { url, path, versions } = await start(t, { imports: 2 });
    copyFileSync(path, `${path}.kept`);
    chmodSync(path, 0o644);
    truncateSync(path);
    assert.equal((await askFor(url)).version, versions[0]);
    renameSync(`${path}.kept`, path);
    await until('the newest is served', async () => (await askFor(url)).version === versions[1]);
    await until('health is ok', async () => (await healthOf(url)).status === 'ok');
  });

  test('a new import makes good what was changed', async (t) => {
    const { url, path, copy } = await start(t, { imports: 1, workers: 2 });
    chmodSync(path, 0o644);
    forge(path);
    assert.equal((await askFor(url)).exact, words);
    copy.change(factsFile, /title: \{ zh: 结语, en: .* \}/, 'title: { zh: 结语, en: Three }');
    const { version } = await importSeed(copy);
    const isWell = async () => {
      const health = await healthOf(url);
      return health.status === 'ok' && health.dataVersion === version;
    };
    for (let times = 0; times < 4; times += 1) await until('both are well', isWell);
  });
});
