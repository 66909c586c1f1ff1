import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { basename } from 'node:path';
import { after, test } from 'node:test';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { rollBack } from '../../src/importer/publish/rollback.ts';
import { makeCorpus } from '../support/corpus.ts';
import type { Corpus } from '../support/corpus.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { startTwoStores } from '../support/postgres/two-stores.ts';
import type { TwoStores } from '../support/postgres/two-stores.ts';
import { until } from '../support/until.ts';

const skip = withoutPostgres;
const reader = 'reader';
let corpus: Corpus;
/** What is published in the data folder now. */
const versionNow = () => readPointer(corpus.data)!.version;
let versions: [string, string, string];
let gone: string;
let kept: string;
const cluster = ownCluster({}, async ({ addRole }) => {
  corpus = makeCorpus(6);
  await addRole(reader);
  const importAgain = async () => {
    await importSeed({ ...corpus, jobs: 1 });
    return versionNow();
  };
  const first = await importAgain();
  const [folder = '', other = ''] = corpus.folders;
  [gone, kept] = [basename(folder), basename(other)];
  rmSync(folder, { recursive: true });
  const second = await importAgain();
  corpus.change(`${other}/facts.json`, /"en": "/, '"en": "Again ');
  versions = [first, second, await importAgain()];
  assert.equal(new Set(versions).size, 3);
});
after(() => corpus?.remove());

const publish = () => publishSnapshot({ data: corpus.data, url: cluster().url(), reader });
const within = (version: string, path: string) => `/versions/${version.slice(0, 12)}${path}`;

/** Insists that both servers answer the same at some addresses. */
async function insistOnSame(
  { fetch }: TwoStores,
  status: number,
  paths: readonly string[],
  accept = 'text/html',
): Promise<void> {
  for (const path of paths) {
    const [one, other] = await fetch(path, { headers: { accept } });
    assert.equal(other.status, status, `${path}: ${other.text}`);
    assert.deepEqual(other, one, path);
  }
}

const feeds = ['/feed.xml', '/feed.xml?lang=en'];
const entriesOf = async ({ fetch }: TwoStores) =>
  (await fetch('/feed.xml')).map(({ text }) => text.split('<entry>').length - 1);

/** Waits until both servers serve a version and tell so much. */
const untilBothServe = (stores: TwoStores, version: string, entries: number) =>
  until(`both serve ${version.slice(0, 12)}`, async () => {
    const told = await stores.ask('{ meta { dataVersion } }');
    const counts = await entriesOf(stores);
    return told.every(({ text }) => text.includes(version)) && counts.every((n) => n === entries);
  });

const questions = [
  '{ meta { dataVersion } outcomes(first: 3) { nodes { code url evidence { url } } } }',
  // What the executor answers.
  '{ __typename outcomes(first: 3) { nodes { url evidence { url } } } __schema { queryType { name } } }',
];

test(
  'what an earlier version of the program published has an empty feed until it is published again',
  { skip },
  async () => {
    await publish();
    await cluster().run('drop table juzheng.history');
    const stores = await startTwoStores(corpus.data, cluster().url(reader));
    try {
      const [told] = (await stores.fetch('/feed.xml')).toReversed();
      assert.equal(told?.status, 200);
      assert.deepEqual(await entriesOf(stores), [3, 0]);
      await insistOnSame(stores, 200, [within(versionNow(), '/')]);
      assert.equal((await stores.fetch(within(versions[0], '/')))[1].status, 410);
      // A running server follows, by the rights that it had.
      assert.equal((await publish()).outcome, 'unchanged');
      await untilBothServe(stores, versionNow(), 3);
      await insistOnSame(stores, 200, feeds);
    } finally {
      await stores.close();
    }
  },
);

test(
  'the feed and the addresses of versions are as with a data folder, also after going back',
  { skip },
  async () => {
    const [first, second, third] = versions;
    await publish();
    const stores = await startTwoStores(corpus.data, cluster().url(reader));
    try {
      await insistOnSame(stores, 200, feeds);
      await insistOnSame(stores, 410, [`/reports/${gone}`, `/reports/${gone}?lang=en`]);
      const [{ text: list }] = await stores.ask('{ outcomes(first: 1) { nodes { code } } }');
      const [, code = ''] = /"code":"([^"]+)"/.exec(list) ?? [];
      const places = ['/', `/reports/${kept}`, `/outcomes/${code}`, `/outcomes/${code}?lang=en`];
      await insistOnSame(
        stores,
        200,
        [
          ...places,
          `/outcomes/${code}.csv`,
          `/outcomes/${code}.bib`,
          `/outcomes/${code}.json`,
          '/examples/biggest-cuts.csv',
        ].map((path) => within(third, path)),
      );
      for (const query of questions) {
        const path = `/graphql?${new URLSearchParams({ query })}`;
        await insistOnSame(stores, 200, [within(third, path), path], 'application/json');
        const [, { text }] = await stores.fetch(within(third, path));
        assert.ok(text.includes(`${within(third, '')}/outcomes/`), text);
      }
      // Of the first nothing is left in either; the second is kept in the data folder alone.
      for (const accept of ['text/html', 'application/json'])
        await insistOnSame(
          stores,
          410,
          [first, '0123456789ab'].flatMap((version) =>
            ['/', '/?lang=en', `/outcomes/${code}`].map((path) => within(version, path)),
          ),
          accept,
        );
      const [ofFolder, ofStore] = await stores.fetch(within(second, '/'));
      assert.deepEqual([ofFolder.status, ofStore.status], [200, 410]);
      assert.match(ofStore.text, /20\d\d-\d\d-\d\d/, 'the page tells when it was published');
      const { headers } = await fetch(`${stores.postgres.url}${within(third, '/')}`);
      assert.equal(headers.get('juzheng-version-state'), 'CURRENT');

      rollBack(corpus.data);
      assert.equal((await publish()).outcome, 'published');
      await untilBothServe(stores, second, 4);
      await insistOnSame(stores, 200, [...feeds, within(second, `/outcomes/${code}`)]);
      await insistOnSame(stores, 410, [within(first, '/')]);
      assert.equal((await stores.fetch(within(third, '/')))[1].status, 410);

      // Forth and back again, without a word to PostgreSQL in between: the data are the same, the feed tells of both.
      await importSeed({ ...corpus, jobs: 1 });
      assert.equal(versionNow(), third);
      rollBack(corpus.data);
      assert.equal((await publish()).outcome, 'unchanged');
      await untilBothServe(stores, second, 6);
      await insistOnSame(stores, 200, feeds);
    } finally {
      await stores.close();
    }
  },
);
