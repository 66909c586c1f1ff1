import assert from 'node:assert/strict';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pino } from 'pino';
import { createOffload } from '../../../src/server/query-process/offload.ts';
import { followSnapshots } from '../../../src/server/snapshots/snapshots.ts';
import type { Served } from '../../../src/server/snapshots/served.ts';
import { copySeed, factsFile, juzheng } from '../../support/copied.ts';
import { until } from '../../support/until.ts';
import { poolOver } from './support.ts';

const log = pino({ level: 'silent' });

/** Counts outcomes in another process, by one statement or by the executor. */
function asksOf(offload: ReturnType<typeof createOffload>) {
  const work = { rows: 1e5, bytes: 1e5 };
  const query = '{ outcomes { totalCount } }';
  return async (snapshot: Served, means: 'STATEMENT' | 'EXECUTOR') => {
    const statement = "select cast(count(*) || '' as blob) from outcomes";
    const { statistics } = snapshot;
    const compiled = means === 'STATEMENT' && { plan: {}, statement, values: [], work, statistics };
    const answered = await offload.answer(
      'SHORT',
      { compiled: (compiled || null) as never, document: {}, work },
      { question: { query, type: 'application/json' }, snapshot, client: 'somebody' },
    );
    const { status, body } = answered ?? {};
    return [status, Buffer.from(body ?? []).toString()];
  };
}

test('what is held is answered from over several imports, by processes that must open it anew', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  const importAs = (title: string) => {
    copy.change(factsFile, /title: \{ zh: 结语, en: .* \}/, `title: { zh: 结语, en: ${title} }`);
    assert.equal(juzheng('import', '--seed', copy.seed, '--data', copy.data).code, 0);
  };
  importAs('One');
  const snapshots = followSnapshots({ data: copy.data, log, pollMilliseconds: 20 });
  t.after(() => snapshots.close());
  const ask = asksOf(createOffload({ pool: poolOver(t, copy.data), log }));
  const { snapshot: first } = snapshots.hold();
  const expected = {
    STATEMENT: [200, '74'],
    EXECUTOR: [200, '{"data":{"outcomes":{"totalCount":74}}}'],
  };
  for (const title of ['Two', 'Three', 'Four']) {
    const { version } = snapshots.current();
    importAs(title);
    await until('the new one is served', () => snapshots.current().version !== version);
    for (const means of ['STATEMENT', 'EXECUTOR'] as const) {
      assert.deepEqual(await ask(snapshots.current(), means), expected[means]);
      assert.deepEqual(await ask(first, means), expected[means]);
    }
  }
  assert.ok(existsSync(first.path));
});

test('a process that answers elsewhere opens no other file than the one that was checked', async (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  assert.equal(juzheng('import', '--seed', copy.seed, '--data', copy.data).code, 0);
  const snapshots = followSnapshots({ data: copy.data, log, pollMilliseconds: null });
  t.after(() => snapshots.close());
  const ask = asksOf(createOffload({ pool: poolOver(t, copy.data), log }));
  const path = join(copy.data, 'kb-000001.sqlite');
  const current = snapshots.current();
  writeFileSync(`${path}.new`, readFileSync(path));
  renameSync(`${path}.new`, path);
  for (const means of ['STATEMENT', 'EXECUTOR'] as const) {
    assert.equal((await ask(current, means))[0], 503);
  }
});
