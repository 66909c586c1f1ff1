import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { insistOnOneOf, lookAt } from '../support/postgres/read-version.ts';
import { makeTwoVersions } from '../support/postgres/two-versions.ts';
import { times } from '../support/times.ts';

const skip = withoutPostgres;
const cluster = ownCluster({ isKilled: true });

const kills = { publisher: 6 * times, primary: 4 * times };

/** The command as a person would give it; says what it said. */
function startPublishing(data: string, url: string, more: readonly string[]) {
  const child = spawn(process.execPath, ['src/main.ts', 'publish', '--data', data, ...more], {
    env: { ...process.env, DATABASE_URL: url },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.setEncoding('utf8').on('data', (piece: string) => (said += piece));
  return { child, ended: once(child, 'close'), said: () => said };
}

test(
  'whenever the publisher is killed, what is there is whole, and the next one goes on',
  { skip },
  async (t) => {
    const versions = await makeTwoVersions(24);
    t.after(versions.remove);
    const { data, older, newer } = versions;
    const database = await cluster().addDatabase('publisher_killed');
    const random = randomOf(7);
    await publishSnapshot({ data, url: database.url() });
    versions.name('newer');
    const begun = performance.now();
    await startPublishing(data, database.url(), []).ended;
    const usual = performance.now() - begun;
    let held = newer;
    let interrupted = 0;
    // Less where one was through before it was killed, more where one was not.
    let share = 1;
    for (let nth = 0; nth < kills.publisher; nth += 1) {
      const wanted = held === newer ? older : newer;
      versions.name(wanted === newer ? 'newer' : 'older');
      const isWhole = nth % 4 === 3;
      const { child, ended, said } = startPublishing(
        data,
        database.url(),
        isWhole ? ['--whole'] : [],
      );
      await wait(usual * share * (0.2 + (random.below(100) / 100) * (isWhole ? 3 : 0.9)));
      child.kill('SIGKILL');
      await ended;
      const found = await lookAt(database);
      insistOnOneOf(found, [older, newer]);
      if (said().includes('published:')) assert.equal(found.version, wanted.version);
      const isThrough = found.version === wanted.version;
      interrupted += isThrough ? 0 : 1;
      share *= isThrough ? 0.8 : 1.1;
      // Whatever the killed one held is free as soon as PostgreSQL notices.
      await publishSnapshot({ data, url: database.url(), patience: 60 });
      insistOnOneOf(await lookAt(database), [wanted]);
      held = wanted;
    }
    t.diagnostic(`${interrupted} of ${kills.publisher} were not through`);
    assert.ok(interrupted > 0);
    const [{ count = null } = {}] = await database.run(
      `select count(*)::int as count from pg_namespace where nspname like 'juzheng\\_%' and nspname not in (select schema from juzheng.retired union all select schema from juzheng.publication)`,
    );
    assert.equal(count, 0, 'nothing is left of those that were killed');
  },
);

test(
  'whenever the primary is killed, what it has acknowledged stays, and nothing else is seen',
  { skip },
  async (t) => {
    const versions = await makeTwoVersions(24);
    t.after(versions.remove);
    const { data, older, newer } = versions;
    const database = await cluster().addDatabase('primary_killed');
    const random = randomOf(8);
    await publishSnapshot({ data, url: database.url() });
    versions.name('newer');
    const begun = performance.now();
    await publishSnapshot({ data, url: database.url() });
    const usual = performance.now() - begun;
    let interrupted = 0;
    for (let nth = 0; nth < kills.primary; nth += 1) {
      const wanted = nth % 2 === 0 ? older : newer;
      versions.name(wanted === newer ? 'newer' : 'older');
      const publishing = publishSnapshot({ data, url: database.url(), patience: 60 }).then(
        () => null,
        (error: Error) => error,
      );
      await wait(usual * (0.05 + random.below(95) / 100));
      await cluster().kill();
      const failure = await publishing;
      await cluster().start();
      const found = await lookAt(database);
      insistOnOneOf(found, [older, newer]);
      if (failure === null) {
        assert.equal(found.version, wanted.version);
      } else {
        interrupted += 1;
        assert.match(failure.message, /lost|no PostgreSQL answers|starting or stopping/);
        await publishSnapshot({ data, url: database.url(), patience: 60 });
      }
      insistOnOneOf(await lookAt(database), [wanted]);
    }
    t.diagnostic(`${interrupted} of ${kills.primary} were not through`);
    assert.ok(interrupted > 0);
  },
);
