import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startSeeded } from '../support/seeded.ts';
import type { Seeded } from '../support/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

/** From a measure to an outcome and back again, so many times. */
function windingQuery(turns: number): string {
  let inner = '{ code }';
  for (let turn = 0; turn < turns; turn += 1) {
    inner = `{ outcomes(first: 1) { nodes { measures(first: 1) { nodes ${inner} } } } }`;
  }
  return `{ measure(by: { code: "xinghe-2023/streamline-approvals" }) ${inner} }`;
}

test('what is deeper than SQLite takes is left to the executor, which answers alike', async () => {
  for (const turns of [2, 5, 8, 10]) {
    const { body, statements } = await seeded.ask(windingQuery(turns));
    assert.equal(body.errors, undefined, `${turns} turns`);
    assert.equal(statements, 1);
    let found = body.data.measure;
    for (let turn = 0; turn < turns; turn += 1) found = found.outcomes.nodes[0].measures.nodes[0];
    assert.equal(found.code, 'xinghe-2023/streamline-approvals');
  }
});
