import assert from 'node:assert/strict';
import { test } from 'node:test';
import { schema } from '../../src/schema/schema.ts';
import { createClientUsage } from '../../src/server/guard/client-usage.ts';
import { createTurns } from '../../src/server/guard/turns.ts';
import { writeTable } from '../../src/table/format.ts';
import type { AskParams } from '../../src/table/fetch-pages.ts';
import { tableOf } from '../../src/table/table.ts';

const pages = 40;
const code = 'x'.repeat(5000);

/** An API whose answers are always there at once: pages of a hundred long codes. */
function createAsk() {
  let asked = 0;
  return async ({ variables }: AskParams) => {
    const hasNextPage = variables?.['juzhengFirst'] !== undefined && (asked += 1) < pages;
    const nodes = Array.from({ length: 100 }, () => ({ code }));
    const page = { hasNextPage, endCursor: String(asked) };
    return {
      status: 200,
      length: 500_000,
      body: { data: { units: { nodes, pageInfo: page } } },
    };
  };
}

for (const format of ['csv', 'jsonl'] as const) {
  test(`others have their turn while a table is written whose pages and reader are always ready: ${format}`, async () => {
    const turns = createTurns({ usage: createClientUsage() });
    const { columns, rows } = await tableOf({
      schema,
      ask: createAsk(),
      params: { query: '{ units { nodes { code } } }' },
      all: true,
      inTurn: (work) => turns.run('somebody', work),
    });
    let others = 0;
    let isOver = false;
    const count = () => {
      others += 1;
      if (!isOver) setImmediate(count);
    };
    setImmediate(count);
    let bytes = 0;
    for await (const piece of writeTable(format, columns, rows)) bytes += Buffer.byteLength(piece);
    isOver = true;
    assert.ok(bytes >= pages * 100 * code.length);
    // A turn of the event loop for each fifty thousand characters or so.
    assert.ok(others > bytes / 100_000, `${others} turns of others in ${bytes} bytes`);
  });
}

test('what takes long is done in turn, and the next is whoever used least', async () => {
  const turns = createTurns({ usage: createClientUsage() });
  const done: string[] = [];
  const busy = (name: string) =>
    turns.run(name, () => {
      const begun = performance.now();
      while (performance.now() - begun < 8) done.length.toString();
      done.push(name);
    });
  const all = [busy('heavy'), busy('heavy'), busy('heavy'), busy('light'), busy('heavy')];
  await Promise.all(all);
  assert.deepEqual(done, ['heavy', 'light', 'heavy', 'heavy', 'heavy']);
});
