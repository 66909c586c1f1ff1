import assert from 'node:assert/strict';
import { after, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { startLoad, timesOf } from '../support/postgres/load.ts';
import type { Answered } from '../support/postgres/load.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { startOverStore } from '../support/postgres/serving-process.ts';
import { makeTwoVersions } from '../support/postgres/two-versions.ts';
import type { TwoVersions } from '../support/postgres/two-versions.ts';
import { readVersionedAnswers } from '../support/postgres/versioned-answers.ts';
import type { VersionedAnswers } from '../support/postgres/versioned-answers.ts';
import { until } from '../support/until.ts';

const skip = withoutPostgres;
const reader = 'server';
const seed = 40;
/** Milliseconds within which whoever asks is answered or refused, whatever PostgreSQL does. */
const bound = 10_000;

let versions: TwoVersions;
let answers: VersionedAnswers;
const cluster = ownCluster({}, async ({ addRole, url }) => {
  versions = await makeTwoVersions(12);
  await addRole(reader);
  answers = await readVersionedAnswers(versions, { url, reader }, { operations: 20, seed });
});
after(() => versions?.remove());

/** Pages that say that nothing is there, which look in the data for what is near, and are no answers of a version. */
const nowhere = ['/outcomes/no-such/thing', '/reports/no-such', '/versions/0123456789ab/'];

type Outcome = 'ANSWERED' | 'REFUSED' | 'IN_PART' | 'BROKEN_OFF';

/** Insists that something came back in time: the answer, whole, or a proper refusal. */
function judge({ path, told, isBrokenOff, retryAfter, milliseconds }: Answered): Outcome {
  const what = `${path}\n${answers.differenceOf(path, told)}\n${JSON.stringify(told)}`;
  assert.ok(milliseconds < bound, `${milliseconds} ms: ${what}`);
  // Of a table the first rows may have been sent: that it is not whole, its end tells.
  if (isBrokenOff && /csv/.test(path)) return 'BROKEN_OFF';
  assert.ok(told, `no answer: ${path}`);
  if (told.status === 503) {
    assert.match(retryAfter ?? '', /^[1-9]$/, what);
    if (told.type?.startsWith('application/')) assert.match(told.text, /"SERVICE_UNAVAILABLE"/);
    return 'REFUSED';
  }
  // A page of several answers says which it has not, and is kept by nobody.
  if (path === '/' && told.status === 200 && told.etag === null) return 'IN_PART';
  if (nowhere.includes(path)) assert.match(String(told.status), /^4(?:04|10)$/, what);
  else assert.equal(answers.versionOf(path, told), versions.older.version, what);
  return 'ANSWERED';
}

/** A server under load, of which all that comes back is judged. */
async function startUnderLoad(connections: number) {
  const server = await startOverStore(cluster().url(reader));
  const judged: (Answered & { outcome: Outcome })[] = [];
  const load = startLoad(server.url, [...answers.paths, ...nowhere, ...nowhere], {
    connections,
    seed,
    rest: 50,
    onAnswer: (answered) => judged.push({ ...answered, outcome: judge(answered) }),
  });
  const statusOf = async (path: string) => (await fetch(server.url + path)).status;
  return {
    judged,
    stop: load.stop,
    statusOf,
    /** Waits until so many more have come back; how many had before. */
    async untilAnswered(more: number) {
      const before = judged.length;
      await until('it goes on', () => judged.length >= before + more);
      return before;
    },
    untilServing: () =>
      until('it serves again', async () => {
        const { status } = (await (await fetch(`${server.url}/health`)).json()) as {
          status: string;
        };
        return status === 'ok' && (await statusOf('/ready')) === 200;
      }),
    insistOnSound() {
      assert.equal(server.process.exitCode, null, 'it runs');
      assert.doesNotMatch(server.said(), /unhandled|uncaught/);
    },
    async end() {
      server.process.kill('SIGKILL');
      await load.stop();
    },
  };
}

const refusedOf = (judged: readonly { outcome: Outcome }[]) =>
  judged.filter(({ outcome }) => outcome === 'REFUSED').length;

test(
  'while PostgreSQL stands still, whoever asks is refused in time, and afterwards is answered',
  { skip },
  async (t) => {
    const server = await startUnderLoad(16);
    t.after(server.end);
    await wait(1500);
    assert.equal(refusedOf(server.judged), 0, 'nothing is refused while PostgreSQL answers');
    const pausedAt = performance.now();
    cluster().pause();
    try {
      await wait(14_000);
      assert.equal(await server.statusOf('/ready'), 503);
      assert.equal(await server.statusOf('/live'), 200);
    } finally {
      cluster().resume();
    }
    const resumedAt = performance.now();
    await server.untilServing();
    const backAfter = Math.round(performance.now() - resumedAt);
    const afterwards = await server.untilAnswered(100);
    await server.stop();
    server.insistOnSound();
    const during = server.judged.filter(({ at }) => at > pausedAt && at < resumedAt);
    const late = during.filter(({ at }) => at > pausedAt + 10_000);
    const [all, known] = [during, late].map((list) =>
      timesOf(list.map(({ milliseconds }) => milliseconds)),
    );
    t.diagnostic(`${refusedOf(during)} refused: ${JSON.stringify({ all, known, backAfter })}`);
    // Once it is known nobody waits: each of the connections is refused many times.
    assert.ok(late.length > 160 && refusedOf(late) === late.length, `${late.length}`);
    assert.ok(known!.p99 < 1000, `${known!.p99} ms`);
    assert.equal(refusedOf(server.judged.slice(afterwards)), 0);
  },
);

test(
  'whichever connections PostgreSQL ends, each question is answered or refused, and all go on',
  { skip },
  async (t) => {
    const server = await startUnderLoad(16);
    t.after(server.end);
    const random = randomOf(seed);
    let ended = 0;
    for (let nth = 0; nth < 25; nth += 1) {
      const cut = await cluster().run(
        `select pg_terminate_backend(pid) from pg_stat_activity where usename = $1 order by random() limit $2`,
        [reader, 1 + random.below(3)],
      );
      ended += cut.length;
      await wait(200 + random.below(300));
    }
    await server.untilServing();
    const afterwards = await server.untilAnswered(100);
    await server.stop();
    server.insistOnSound();
    const { judged } = server;
    const took = timesOf(judged.map(({ milliseconds }) => milliseconds));
    t.diagnostic(
      `${ended} ended; ${refusedOf(judged)} of ${judged.length} refused: ${JSON.stringify(took)}`,
    );
    assert.ok(ended > 20, `${ended} ended`);
    assert.ok(judged.length - refusedOf(judged) > 100, 'others are answered meanwhile');
    assert.equal(refusedOf(judged.slice(afterwards)), 0);
  },
);

/** What may befall what is published while it is served, `@` for its schema; what is told of it, and what mends it. */
const befallen = {
  'the right to read its tables is taken': {
    sql: `revoke select on all tables in schema @ from ${reader}`,
    says: /^the role server may not read .* and \d+ more in the schema juzheng_\d+ at .*: juzheng publish --reader server$/,
    mend: { reader },
  },
  'the right to its schema is taken': {
    sql: `revoke usage on schema @ from ${reader}`,
    says: /^the role server may not read .*: juzheng publish --reader server$/,
    mend: { reader },
  },
  'the right to one of its tables is taken': {
    sql: `revoke select on @.outcomes from ${reader}`,
    says: /^the role server may not read outcomes in the schema/,
    mend: { reader },
  },
  'its schema is removed': {
    sql: `begin; select pg_terminate_backend(pid) from pg_stat_activity where usename = '${reader}'; drop schema @ cascade; commit`,
    says: /^the schema juzheng_\d+, which is published at .*, is not there any more; .*juzheng publish --whole$/,
    mend: { isWhole: true },
  },
  'its schema is removed, and published without being told to': {
    sql: `begin; select pg_terminate_backend(pid) from pg_stat_activity where usename = '${reader}'; drop schema @ cascade; commit`,
    says: /^the schema juzheng_\d+, which is published at .*, is not there any more/,
    mend: {},
  },
  'all of it is removed': {
    sql: `begin; select pg_terminate_backend(pid) from pg_stat_activity where usename = '${reader}'; drop schema @ cascade; drop schema juzheng cascade; commit`,
    says: /(?:is not there any more \(|nothing is published at).*juzheng publish/,
    mend: { reader },
  },
} as const;

test(
  'whatever befalls what is published, whoever asks is refused as where PostgreSQL is lost, until it is mended',
  { skip },
  async (t) => {
    const database = await cluster().addDatabase('befallen');
    const publish = (mend: { reader?: string; isWhole?: boolean }) =>
      publishSnapshot({ data: versions.data, url: database.url(), ...mend });
    await publish({ reader });
    const server = await startOverStore(database.url(reader));
    t.after(() => server.process.kill('SIGKILL'));
    let nth = 0;
    // Each another question, so that none is answered from what is known.
    const ask = async () => {
      const query = `{ outcomes(first: 3, filter: { value: { from: ${(nth += 1)} } }) { nodes { code } } }`;
      const response = await fetch(`${server.url}/graphql?query=${encodeURIComponent(query)}`);
      return {
        status: response.status,
        retry: response.headers.get('retry-after'),
        text: await response.text(),
      };
    };
    const healthNow = async () =>
      (await (await fetch(`${server.url}/health`)).json()) as {
        status: string;
        problem: string | null;
      };
    const readyNow = async () => (await fetch(`${server.url}/ready`)).status;
    for (const [what, { sql, says, mend }] of Object.entries(befallen)) {
      assert.equal((await ask()).status, 200, what);
      const [{ schema = '' } = {}] = await database.run('select schema from juzheng.publication');
      await database.run(sql.replaceAll('@', String(schema)));
      await until(`it is told that ${what}`, async () => {
        const { status, retry, text } = await ask();
        assert.ok(status === 200 ? !text.includes('errors') : status === 503, `${what}: ${text}`);
        assert.equal(status === 503, retry !== null, what);
        const { status: health, problem } = await healthNow();
        return health === 'unavailable' && problem !== null && says.test(problem);
      });
      assert.equal(await readyNow(), 503, what);
      const refused = await ask();
      assert.match(refused.text, /SERVICE_UNAVAILABLE/, what);
      assert.match(refused.retry ?? '', /^[1-9]$/, what);
      await publish(mend);
      await until(`it serves again after ${what}`, async () => (await healthNow()).status === 'ok');
      assert.equal(await readyNow(), 200, what);
      assert.equal((await ask()).status, 200, what);
    }
    assert.doesNotMatch(server.said(), /nothing was changed|INTERNAL|password/);
  },
);
