import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openSnapshot } from '../../src/db/database.ts';
import { readPointer } from '../../src/db/snapshot/pointer.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

test('a query as deep as the limits allow is one statement', async () => {
  let inner = '{ code }';
  for (let turn = 0; turn < 3; turn += 1) {
    inner = `{ outcomes(first: 1) { nodes { measures(first: 1) { nodes ${inner} } } } }`;
  }
  const query = `{ measure(by: { code: "xinghe-2023/streamline-approvals" }) ${inner} }`;
  const { body, statements } = await seeded.ask(query);
  assert.equal(statements, 1);
  let found = body.data.measure;
  for (let turn = 0; turn < 3; turn += 1) found = found.outcomes.nodes[0].measures.nodes[0];
  assert.equal(found.code, 'xinghe-2023/streamline-approvals');
});

test('a statement that is deeper than SQLite takes is no answer, and a wrong one an error', () => {
  const { file } = readPointer(seeded.data)!;
  const { readBytes, close } = openSnapshot(`${seeded.data}/${file}`);
  try {
    const deep = `select ${'1 + ('.repeat(2000)}1${')'.repeat(2000)}`;
    assert.equal(readBytes(deep, []), null);
    assert.equal(readBytes(deep, []), null);
    assert.throws(() => readBytes('select a from missing', []), /no such table/);
  } finally {
    close();
  }
});
