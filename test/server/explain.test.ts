import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { parse } from 'graphql';
import { relations } from '../../src/db/relations.ts';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { createEstimates } from '../../src/fields/work/estimate.ts';
import { schema } from '../../src/schema/schema.ts';
import { createExplain } from '../../src/server/explain/explain.ts';
import { copySeed } from '../support/copied.ts';
import { copyImported } from '../support/imported.ts';
import { send, serveOnFreePort } from '../support/served.ts';
import { startProcess } from '../support/started.ts';

const copy = copySeed();
let explaining: Awaited<ReturnType<typeof serveOnFreePort>>;
let usual: typeof explaining;
before(async () => {
  await copyImported(copy.data);
  explaining = await serveOnFreePort(copy.data, { explain: true });
  usual = await serveOnFreePort(copy.data);
});
after(async () => {
  await Promise.all([explaining.close(), usual.close()]);
  copy.remove();
});

const pathOf = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;
const question = '{ outcomes(first: 2) { nodes { code } } }';

async function ask({ url }: { url: string }, query: string, headers: Record<string, string> = {}) {
  const received = await send(url, { path: pathOf(query), headers });
  return { ...received, answer: JSON.parse(received.body.toString()) };
}

test('an answer tells its statement, parameters, plan and estimate where the switch is on', async () => {
  const { answer, headers, body } = await ask(explaining, question);
  const { compiled, notCompiled, estimate, route } = answer.extensions.explain;
  assert.match(compiled.statement, /^select /i);
  assert.ok(Array.isArray(compiled.values) && compiled.steps.length > 0);
  assert.ok(estimate.rows > 0 && estimate.bytes > 0);
  assert.deepEqual([notCompiled, route], [null, 'HERE']);
  assert.deepEqual([headers['cache-control'], headers.etag], ['no-store', undefined]);
  assert.equal(headers['content-length'], String(body.length));
  assert.deepEqual(answer.data, (await ask(usual, question)).answer.data);
});

test('what is not compiled tells why, and a refused question only its errors', async () => {
  const { answer } = await ask(explaining, '{ __schema { queryType { name } } }');
  const { compiled, notCompiled } = answer.extensions.explain;
  assert.deepEqual([compiled, notCompiled.reason], [null, 'INTROSPECTION']);
  const refused = await ask(explaining, '{ reports(after: "nothing") { totalCount } nope }');
  assert.equal(refused.answer.extensions, undefined);
  assert.equal(refused.answer.errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
});

test('where SQLite does not take a statement, the executor is told to answer, and why', async () => {
  const current = openCurrent(copy.data);
  assert.ok(current.ok);
  const { db, version, counts, statistics, close } = current.snapshot;
  const explain = createExplain({ schema, relations, estimates: createEstimates(schema) });
  const explanation = await explain({
    document: parse(question),
    context: { db, snapshot: { version, counts, statistics } },
    store: { dialect: 'sqlite', explain: () => assert.fail('nested too deep') },
  });
  close();
  assert.deepEqual(
    [explanation.compiled, explanation.notCompiled],
    [null, { reason: 'REFUSED_BY_SQLITE', at: 'nested too deep' }],
  );
});

test('a question by POST is explained too, and warnings stand beside it', async () => {
  const query = '{ outcomes(filter: { codes: ["xinghe-2023/nothing"] }) { totalCount } }';
  const body = JSON.stringify({ query });
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const wire = { method: 'POST', path: '/graphql', headers, body };
  const received = await send(explaining.url, wire);
  const { extensions } = JSON.parse(received.body.toString());
  assert.equal(received.headers['cache-control'], 'no-store');
  assert.deepEqual(Object.keys(extensions).sort(), ['explain', 'warnings']);
});

test('tables and pages are as they always are', async () => {
  for (const [path, accept] of [
    [`${pathOf(question)}&format=csv`, '*/*'],
    ['/reports/xinghe-2023', 'text/html'],
  ]) {
    const headers = { accept };
    const { status, headers: told, body } = await send(explaining.url, { path: path!, headers });
    const other = await send(usual.url, { path: path!, headers });
    const text = body.toString().replaceAll(new URL(explaining.url).port, new URL(usual.url).port);
    assert.deepEqual([status, text], [200, other.body.toString()]);
    assert.equal(told['cache-control'], other.headers['cache-control']);
  }
});

test('nothing is explained where nobody asked for it', async () => {
  const { answer, headers } = await ask(usual, question);
  assert.equal(answer.extensions, undefined);
  assert.match(headers['cache-control'] ?? '', /^public/);
});

test('the switch of the command turns it on, and the log says so', async () => {
  const { process: child, url, said } = await startProcess(copy, { more: ['--explain'] });
  try {
    const { answer } = await ask({ url }, question);
    assert.ok(answer.extensions.explain.compiled);
    assert.match(said(), /answers tell how they were made \(extensions\.explain\)/);
  } finally {
    child.kill();
  }
});
