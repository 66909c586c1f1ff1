import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../../src/db/postgres/connections/connect.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { startLoad, timesOf } from '../support/postgres/load.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import { bePatient } from '../support/postgres/patience.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { insistOnOneOf, readVersion } from '../support/postgres/read-version.ts';
import { startOverStore } from '../support/postgres/serving-process.ts';
import { makeTwoVersions } from '../support/postgres/two-versions.ts';
import { readVersionedAnswers } from '../support/postgres/versioned-answers.ts';
import { times } from '../support/times.ts';
import { seedOr } from '../support/random/seed.ts';

// The tags of answers tell bounds as well: what is held against the patient server is asked of one with the same.
bePatient();

const skip = withoutPostgres;
const cluster = ownCluster();

const connections = 32;
/** Every twelfth whole. */
const publications = 12 * times;
/** Beside those who ask a server, so many read by themselves. */
const plainReaders = 4;
/** Milliseconds in which each is answered, however busy the machine is; that none waits for a lock is told by PostgreSQL. */
const bound = 60_000;
const seed = seedOr(11);

test(
  'while versions are published, each answer of a server is of one of them, whole, and nobody waits',
  { skip },
  async (t) => {
    const versions = await makeTwoVersions(24);
    const { data, older, newer, name, remove } = versions;
    t.after(remove);
    await cluster().addRole('server');
    await cluster().run(`alter role server set lock_timeout = '2s'`);
    const { url } = cluster();
    const answers = await readVersionedAnswers(
      versions,
      { url, reader: 'server' },
      { operations: 60, seed },
    );
    const { paths, versionOf, differenceOf } = answers;
    t.diagnostic(`SEED=${seed}: ${paths.length} questions`);
    assert.ok(paths.length > 80, `${paths.length} questions`);
    const server = await startOverStore(cluster().url('server'), 'patient');
    t.after(() => server.process.kill('SIGKILL'));

    const seen = new Set<string>();
    const waited: number[] = [];
    const load = startLoad(server.url, paths, {
      connections,
      seed,
      rest: 400,
      onAnswer({ path, told, milliseconds }) {
        const version = told && versionOf(path, told);
        assert.ok(version, `SEED=${seed} of no version: ${path}\n${differenceOf(path, told)}`);
        seen.add(version);
        waited.push(milliseconds);
      },
    });
    t.after(load.stop);
    const over = new AbortController();
    const isOver = () => over.signal.aborted;
    void load.failed.then(() => over.abort());
    const read = async () => {
      const client = await connect({ url: cluster().url('server'), applicationName: 'reader' });
      try {
        while (!isOver()) {
          const found = await readVersion(client, () => wait(Math.random() * 100));
          insistOnOneOf(found, [older, newer]);
        }
      } finally {
        await client.end();
      }
    };
    const readers = Promise.all(Array.from({ length: plainReaders }, read));
    readers.catch(() => over.abort());
    const ways: string[] = [];
    for (let nth = 1; nth <= publications && !isOver(); nth += 1) {
      name(nth % 2 === 1 ? 'newer' : 'older');
      const isWhole = nth % 12 === 0;
      const { plan } = await publishSnapshot({ data, url: cluster().url(), isWhole });
      ways.push(plan.way);
      // As long as the server takes to notice at the least: so that it follows most of them.
      await wait(300);
    }
    await load.stop();
    over.abort();
    await readers;
    const { longest, ...others } = timesOf(waited);
    t.diagnostic(`${waited.length} answers, ms: ${JSON.stringify({ ...others, longest })}`);
    assert.equal(seen.size, 2, 'both versions were seen');
    assert.ok(longest < bound, `somebody waited ${longest} ms`);
    assert.equal(ways.filter((way) => way === 'CHANGE').length, publications - publications / 12);
    assert.equal(server.process.exitCode, null);
    assert.doesNotMatch(server.said(), /unhandled|"level":[56]0/);
  },
);
