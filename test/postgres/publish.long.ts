import assert from 'node:assert/strict';
import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { importSeed } from '../../src/importer/import.ts';
import { publishSnapshot } from '../../src/importer/postgres/publish.ts';
import type { Published } from '../../src/importer/postgres/publish.ts';
import { rollBack } from '../../src/importer/publish/rollback.ts';
import { makeCorpus } from '../support/corpus.ts';
import type { Corpus } from '../support/corpus.ts';
import { randomOf } from '../support/corpus-rows.ts';
import { ownCluster } from '../support/postgres/own-cluster.ts';
import type { TestDatabase } from '../support/postgres/cluster.ts';
import { withoutPostgres } from '../support/postgres/programs.ts';
import { times } from '../support/times.ts';
import { differences } from '../support/postgres/row-by-row.ts';

const skip = withoutPostgres;
const cluster = ownCluster();

/** Two databases: one that is carried on from version to version, and one into which all is published anew. */
async function makeTwo(name: string) {
  const carried = await cluster().addDatabase(name);
  const anew = await cluster().addDatabase(`${name}_anew`);
  return async (data: string): Promise<Published> => {
    const published = await publishSnapshot({ data, url: carried.url() });
    const whole = await publishSnapshot({ data, url: anew.url(), isWhole: true });
    assert.deepEqual(
      await differences([carried, published.schema], [anew, whole.schema]),
      [],
      published.plan.way,
    );
    assert.equal(await publishedVersion(carried), readPointer(data)!.version);
    return published;
  };
}

const publishedVersion = async ({ run }: TestDatabase) =>
  (await run('select version from juzheng.publication'))[0]?.['version'];

/** Changes something at random: a report goes, comes, is another one, or tells something otherwise. */
function changeSomething(corpus: Corpus, random: ReturnType<typeof randomOf>, round: number): void {
  const folders = corpus.folders;
  const folder = random.pick(folders);
  const at = folders.indexOf(folder);
  const facts = join(folder, 'facts.json');
  const change = random.pick(['REMOVE', 'ADD', 'WORDS', 'FIGURES'] as const);
  if (change === 'REMOVE') {
    rmSync(folder, { recursive: true });
    folders.splice(at, 1);
  } else if (change === 'ADD') {
    const added = `${folder}-r${round}`;
    cpSync(folder, added, { recursive: true });
    folders.push(added);
  } else if (change === 'WORDS') {
    writeFileSync(facts, readFileSync(facts, 'utf8').replace(/"en": "/, `"en": "Round ${round} `));
  } else {
    // Its place takes over what another one's report says.
    const other = random.pick(folders);
    const [own, theirs] = [facts, join(other, 'facts.json')];
    assert.ok(basename(own) === basename(theirs));
    writeFileSync(facts, readFileSync(facts, 'utf8').replaceAll('"OUTPUT"', '"OUTCOME"'));
  }
}

test(
  'whatever is carried on holds the same rows as what is published anew',
  { skip },
  async (t) => {
    const corpus = makeCorpus(24);
    t.after(corpus.remove);
    await importSeed(corpus);
    const publishBoth = await makeTwo('carried');
    assert.equal((await publishBoth(corpus.data)).plan.way, 'WHOLE');
    const random = randomOf(20);
    const ways: string[] = [];
    const changes: string[] = [];
    for (let round = 0; round < 4 * times; round += 1) {
      changeSomething(corpus, random, round);
      if (random.chance(0.3)) changeSomething(corpus, random, round + 100);
      await importSeed(corpus);
      const { plan } = await publishBoth(corpus.data);
      ways.push(plan.way);
      if (plan.way === 'CHANGE') changes.push(...plan.changes.come.map(({ change }) => change));
      if (random.chance(0.25)) {
        rollBack(corpus.data);
        await publishBoth(corpus.data);
      }
    }
    assert.ok(ways.filter((way) => way === 'CHANGE').length > times, ways.join(' '));
    t.diagnostic(changes.join(' '));
    assert.ok(changes.filter((change) => change !== 'WHOLE').length > times, changes.join(' '));
  },
);

test(
  'what the vocabulary says otherwise is published with all that rests on it',
  { skip },
  async (t) => {
    const corpus = makeCorpus(12);
    t.after(corpus.remove);
    await importSeed(corpus);
    const publishBoth = await makeTwo('vocabulary');
    await publishBoth(corpus.data);
    const file = join(corpus.seed, 'vocabulary', 'indicators.yaml');
    corpus.change(file, /en: (?=\S)/, 'en: Renamed ');
    await importSeed(corpus);
    const { plan } = await publishBoth(corpus.data);
    assert.equal(plan.way, 'WHOLE');
    assert.match(plan.way === 'WHOLE' ? plan.why : '', /vocabulary/);
    const again = await publishSnapshot({
      data: corpus.data,
      url: cluster()
        .url()
        .replace(/postgres$/, 'vocabulary'),
    });
    assert.equal(again.outcome, 'unchanged');
  },
);

test(
  'what somebody has removed is published anew, under a name that none had',
  { skip },
  async (t) => {
    const corpus = makeCorpus(6);
    t.after(corpus.remove);
    await importSeed(corpus);
    const database = await cluster().addDatabase('removed');
    const publish = () => publishSnapshot({ data: corpus.data, url: database.url() });
    const removals = [
      'drop schema @ cascade',
      'drop table @.links cascade',
      'drop table @.report_marks',
    ];
    const names = new Set([(await publish()).schema]);
    for (const removal of removals) {
      const [{ schema = '' } = {}] = await database.run('select schema from juzheng.publication');
      await database.run(removal.replace('@', String(schema)));
      const { plan, outcome, schema: next } = await publish();
      assert.match(plan.way === 'WHOLE' ? plan.why : plan.way, /is not there any more/, removal);
      assert.equal(outcome, 'published');
      assert.ok(!names.has(next), `${next} is new`);
      names.add(next);
      // What is no longer named goes, and nothing else, not even where somebody says so.
      await database.run(`insert into juzheng.retired values ('${next}', now())`);
      await database.run(`update juzheng.retired set at = now() - interval '2 minutes'`);
      assert.equal((await publish()).outcome, 'unchanged');
      const left = await database.run(
        `select nspname from pg_namespace where nspname like 'juzheng\\_%'`,
      );
      assert.deepEqual(left, [{ nspname: next }]);
    }
    await database.run('drop schema juzheng cascade');
    assert.equal((await publish()).plan.way, 'WHOLE');
  },
);
