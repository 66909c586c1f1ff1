import assert from 'node:assert/strict';
import { mkdtempSync, rmSync } from 'node:fs';
import { Session } from 'node:inspector/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { importSeed } from '../../src/importer/import.ts';
import { serve } from '../../src/server/serve.ts';
import { ownSeed } from '../support/own-seed.ts';

/** Of files of `src/`, those in which a function was called since this was asked last. */
async function filesRun(session: Session): Promise<Set<string>> {
  const { result } = await session.post('Profiler.takePreciseCoverage');
  const run = result.filter(({ functions }) =>
    functions.some(({ ranges: [whole] }) => (whole?.count ?? 0) > 0),
  );
  return new Set(
    run.flatMap(({ url }) => /\/src\/(?!.*node_modules)(.+\.ts)$/.exec(url)?.[1] ?? []),
  );
}

/** What stands beside the way: it looks at every request, whatever that asks, and hands nothing on. */
const beside = /^server\/(connections|guard|metrics|snapshots)\/|^db\/snapshot\//;

test('from its bytes to those of its answer a compiled query passes no more than a dozen folders', async (t) => {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  await importSeed({ seed: ownSeed, data });
  const server = await serve({ data, host: '127.0.0.1', port: 0, logLevel: 'silent' });
  const session = new Session();
  session.connect();
  const query = 'query Page($first: Int) { measures(first: $first) { totalCount nodes { code } } }';
  const ask = async () => {
    const response = await fetch(`${server.url}/graphql`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ query, variables: { first: 2 } }),
    });
    return response.text();
  };
  try {
    // What is made once is made: the document is parsed, its statement compiled and prepared.
    for (let turn = 0; turn < 3; turn += 1) await ask();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
    await filesRun(session);
    assert.match(await ask(), /^\{"data":\{"measures":\{"totalCount":/);
    const all = [...(await filesRun(session))];
    const passed = all.filter((file) => !beside.test(file)).toSorted();
    const folders = new Set(passed.map((file) => file.slice(0, file.lastIndexOf('/'))));
    t.diagnostic(
      `${passed.length} files in ${folders.size} folders, ${all.length} with those beside`,
    );
    assert.ok(passed.includes('server/http/listener.ts') && passed.includes('db/client.ts'));
    assert.ok(folders.size <= 12, [...folders].join(' '));
    assert.ok(passed.length <= 30, passed.join(' '));
  } finally {
    session.disconnect();
    await server.close();
    rmSync(data, { recursive: true, force: true });
  }
});
