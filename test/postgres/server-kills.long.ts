import assert from 'node:assert/strict';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../../src/db/postgres/connections/connect.ts';
import type { PublishedEntry } from '../../src/db/snapshot/published-entry.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { startLoad, timesOf } from '../support/postgres/load.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { applicationOf, startOverStore } from '../support/postgres/serving-process.ts';
import { toldBy } from '../support/postgres/two-stores.ts';
import type { Told } from '../support/postgres/two-stores.ts';
import { makeTwoVersions } from '../support/postgres/two-versions.ts';
import type { TwoVersions } from '../support/postgres/two-versions.ts';
import { readVersionedAnswers } from '../support/postgres/versioned-answers.ts';
import type { VersionedAnswers } from '../support/postgres/versioned-answers.ts';
import { times } from '../support/times.ts';
import { until } from '../support/until.ts';

const skip = withoutPostgres;
const reader = 'server';
const seed = 30;

const kills = 4 * times;
/** Milliseconds after which nothing is left in PostgreSQL of a server that was killed. */
const goneWithin = 15_000;
/** Milliseconds that no publication takes, whatever servers do. */
const publishedWithin = 60_000;

let versions: TwoVersions;
let answers: VersionedAnswers;
const cluster = ownCluster({}, async ({ addRole, url }) => {
  versions = await makeTwoVersions(24);
  await addRole(reader);
  answers = await readVersionedAnswers(versions, { url, reader }, { operations: 20, seed });
});
after(() => versions?.remove());

/** Publishes one of the versions, by a publisher that nobody keeps. */
async function publish({ version }: PublishedEntry, isWhole = false): Promise<void> {
  versions.name(version === versions.newer.version ? 'newer' : 'older');
  const publishing = publishSnapshot({
    data: versions.data,
    url: cluster().url(),
    reader,
    patience: 10,
    isWhole,
  });
  const late = Symbol('late');
  const first = await Promise.race([publishing, wait(publishedWithin, late, { ref: false })]);
  assert.notEqual(first, late, 'a publication is kept up');
}

const other = ({ version }: PublishedEntry) =>
  version === versions.newer.version ? versions.older : versions.newer;

/** Insists that a server answers all that is asked from one version. */
async function insistOnWhole(
  url: string,
  { version }: PublishedEntry,
  paths = answers.paths,
): Promise<void> {
  for (const path of paths) {
    const told = await toldBy(url + path);
    assert.equal(
      answers.versionOf(path, told),
      version,
      `${path}\n${answers.differenceOf(path, told)}`,
    );
  }
}

/** Asks a server until it is gone; an answer that comes whole is of one version. */
const loadOn = (url: string, { mayRefuse = false } = {}) =>
  startLoad(url, answers.paths, {
    connections: 16,
    seed,
    rest: 30,
    onAnswer({ path, told }) {
      if (told === null || (mayRefuse && isWithout(told))) return;
      assert.ok(answers.versionOf(path, told), `${path}\n${answers.differenceOf(path, told)}`);
    },
  });

/** Whether something was refused, or a page says which of its answers it has not. */
const isWithout = ({ status, type, etag }: Told) =>
  status === 503 || (status === 200 && type?.startsWith('text/html') === true && etag === null);

/** What PostgreSQL has of a server: its connections, and the locks that they hold. */
async function leftOf(server: ChildProcess): Promise<{ connections: number; locks: number }> {
  const [left] = await cluster().run(
    `select count(distinct a.pid)::int as connections, count(l.pid)::int as locks
     from pg_stat_activity a left join pg_locks l on l.pid = a.pid where a.application_name like $1`,
    [applicationOf(server)],
  );
  return left as { connections: number; locks: number };
}

async function kill(child: ChildProcess): Promise<void> {
  const ended = once(child, 'close');
  child.kill('SIGKILL');
  await ended;
}

/** A statement that goes on for as long as this holds a table that nobody has read yet. */
async function holdHonours() {
  const client = await connect({ url: cluster().url(), applicationName: 'holder' });
  const [row] = await cluster().run('select schema from juzheng.publication');
  await client.query(
    `begin; lock table ${String(row?.['schema'])}.honours in access exclusive mode`,
  );
  return () => client.end();
}

const ofHonours = `/graphql?${new URLSearchParams({ query: '{ honours(first: 9) { nodes { code } } }' })}`;

test(
  'whenever a server is killed, nothing is left of it in PostgreSQL, and the next one serves what is published',
  { skip },
  async (t) => {
    const random = randomOf(seed);
    const gone: number[] = [];
    let held = versions.older;
    for (let nth = 0; nth < kills; nth += 1) {
      const { process: server, url, said } = await startOverStore(cluster().url(reader));
      // In the midst of a long statement, of a publication, or of neither.
      const way = (['STATEMENT', 'PUBLICATION', 'LOAD'] as const)[nth % 3];
      if (way === 'STATEMENT') {
        const release = await holdHonours();
        void toldBy(url + ofHonours).catch(() => {});
        await until('the statement runs', async () => {
          const [row] = await cluster().run(
            `select count(*)::int as running from pg_stat_activity where application_name like $1 and wait_event_type = 'Lock'`,
            [applicationOf(server)],
          );
          return row?.['running'] === 1;
        });
        await wait(random.below(300));
        await kill(server);
        gone.push(await untilGone(server));
        await release();
      } else {
        if (nth < 3) await insistOnWhole(url, held);
        const load = loadOn(url);
        await wait(random.below(800));
        const wanted = way === 'PUBLICATION' ? other(held) : held;
        const publishing = way === 'PUBLICATION' ? publish(wanted, nth % 2 === 0) : null;
        await wait(random.below(400));
        await kill(server);
        gone.push(await untilGone(server));
        await publishing;
        held = wanted;
        await load.stop();
      }
      assert.doesNotMatch(said(), /unhandled|uncaught/);
      // Publications go on, over what the killed one has read.
      held = other(held);
      await publish(held);
    }
    const next = await startOverStore(cluster().url(reader));
    await insistOnWhole(next.url, held);
    await kill(next.process);
    t.diagnostic(`${kills} kills; gone after ${JSON.stringify(timesOf(gone))} ms`);
  },
);

/** In how many milliseconds nothing was left of a server. */
async function untilGone(server: ChildProcess): Promise<number> {
  const begun = performance.now();
  await until('nothing is left', async () => (await leftOf(server)).connections === 0, 20);
  const took = performance.now() - begun;
  assert.ok(took < goneWithin, `${took} ms`);
  return took;
}

test(
  'a server that is hung keeps no publisher, loses what it holds, and goes on once it is let',
  { skip },
  async (t) => {
    const [{ schema = '', version = '' } = {}] = await cluster().run(
      'select schema, version from juzheng.publication',
    );
    let held = [versions.older, versions.newer].find((each) => each.version === version)!;
    const store = cluster().url(reader);
    const { process: server, url, said } = await startOverStore(store, 'soonSilent');
    t.after(() => server.kill('SIGKILL'));
    // One that finds its connections gone says so, until it has others.
    const load = loadOn(url, { mayRefuse: true });
    t.after(load.stop);
    await wait(1000);
    server.kill('SIGSTOP');
    const { connections, locks } = await leftOf(server);
    assert.ok(connections > 2 && locks > 10, 'it holds what it has read');
    const begun = performance.now();
    for (const isWhole of [false, false, true, false]) {
      held = other(held);
      await publish(held, isWhole);
    }
    // A connection that had begun nothing yet may be left, and holds nothing.
    await until('it holds nothing', async () => (await leftOf(server)).locks === 0);
    t.diagnostic(
      `gone after ${Math.round(performance.now() - begun)} ms; it is taken for hung after 3000`,
    );
    await cluster().run(`update juzheng.retired set at = now() - interval '2 minutes'`);
    // A table of it may just be vacuumed: then the next publication removes it.
    await until('what it read is removed', async () => {
      held = other(held);
      await publish(held);
      const [left] = await cluster().run(
        'select count(*)::int as count from pg_namespace where nspname = $1',
        [schema],
      );
      return left?.['count'] === 0;
    });
    server.kill('SIGCONT');
    const now = held.version;
    await until('it serves what is published', async () => {
      const health = await fetch(`${url}/health`);
      const { status, dataVersion } = (await health.json()) as Record<string, unknown>;
      return status === 'ok' && dataVersion === now;
    });
    await load.stop();
    // What the front page could not show is looked for again after a minute.
    const paths = answers.paths.filter((path) => path !== '/');
    await insistOnWhole(url, held, paths);
    assert.doesNotMatch(said(), /unhandled|uncaught/);
  },
);
