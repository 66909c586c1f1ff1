import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { connect } from '../../src/db/postgres/connect.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { insistOnOneOf, readVersion } from '../support/postgres/read-version.ts';
import { makeTwoVersions } from '../support/postgres/two-versions.ts';

const skip = withoutPostgres;
const cluster = ownCluster();

const connections = 32;
const publications = 60;

test(
  'while sixty versions are published, no reader of 32 sees half of one or waits',
  { skip },
  async (t) => {
    const { data, older, newer, name, remove } = await makeTwoVersions(24);
    t.after(remove);
    await cluster().addRole('server');
    await publishSnapshot({ data, url: cluster().url(), reader: 'server' });

    const over = new AbortController();
    const isOver = () => over.signal.aborted;
    const seen = new Map<string, number>();
    const read = async () => {
      const client = await connect({ url: cluster().url('server'), applicationName: 'reader' });
      // Whoever would have to wait for the publisher fails.
      await client.query(`set lock_timeout = '2s'`);
      try {
        while (!isOver()) {
          const found = await readVersion(client, () => wait(Math.random() * 100));
          insistOnOneOf(found, [older, newer]);
          seen.set(found.version, (seen.get(found.version) ?? 0) + 1);
        }
      } finally {
        await client.end();
      }
    };
    const readers = Promise.all(Array.from({ length: connections }, read));
    readers.catch(() => over.abort());
    const ways: string[] = [];
    for (let nth = 1; nth <= publications && !isOver(); nth += 1) {
      name(nth % 2 === 1 ? 'newer' : 'older');
      const isWhole = nth % 12 === 0;
      const { plan } = await publishSnapshot({ data, url: cluster().url(), isWhole });
      ways.push(plan.way);
    }
    over.abort();
    await readers;
    t.diagnostic(`${[...seen.values()].reduce((sum, count) => sum + count, 0)} answers`);
    assert.equal(seen.size, 2, 'both versions were seen');
    assert.equal(ways.filter((way) => way === 'CHANGE').length, publications - publications / 12);
  },
);
