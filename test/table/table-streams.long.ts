import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { connect } from 'node:net';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { pino } from 'pino';
import { isProbe } from '../../src/compiler/ways/probe.ts';
import { createHandler } from '../../src/server/handler.ts';
import { followSnapshots } from '../../src/server/snapshots/snapshots.ts';
import { corpusRows } from '../support/corpus-rows.ts';
import { startOverRows } from '../support/published.ts';
import { rowsByKey } from '../support/random/rows-by-key.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { send } from '../support/served.ts';
import { until } from '../support/until.ts';

const log = pino({ level: 'silent' });

let seeded: Seeded;
let pages: number;
let url: string;
let close: () => void;
/** How many statements have run, and how many snapshots are held for those who still read. */
const now = { statements: 0, held: 0, failing: false };

before(async () => {
  const rows = corpusRows(500, 5);
  // So long and so unlike that neither the system's buffers nor a coder hold many of them.
  const sectionsOf = rowsByKey(rows.sections, ({ reportId }) => reportId);
  for (const report of rows.reports) {
    report.characters = 0;
    for (const section of sectionsOf(report.id)) {
      section.text = randomBytes(15_000).toString('base64');
      section.start = report.characters;
      report.characters += section.text.length;
      section.end = report.characters;
    }
  }
  // A page of such a table holds some seven rows.
  pages = rows.outcomes.length / 7;
  seeded = startOverRows(rows);
  const onStatement = (statement: string) => {
    // What only looks how a page is best read asks for none.
    if (isProbe(statement)) return;
    now.statements += 1;
    if (now.failing) throw new Error('the disk is gone');
  };
  const snapshots = followSnapshots({ data: seeded.data, log, onStatement });
  const hold = () => {
    const { snapshot, release } = snapshots.hold();
    now.held += 1;
    const releaseOnce = () => {
      now.held -= 1;
      release();
    };
    return { snapshot, release: releaseOnce };
  };
  const handler = createHandler({
    snapshots: { ...snapshots, hold },
    log,
    isStopping: () => false,
  });
  const server = createServer(handler.listener).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  close = () => {
    server.close();
    server.closeAllConnections();
    handler.close();
    snapshots.close();
  };
});
after(() => {
  close();
  seeded.close();
});

/** A table of forty kilobytes a row. */
const wide = `/graphql?query=${encodeURIComponent('{ outcomes { nodes { code report { text } } } }')}`;

/** How many statements have run once none has for a while. */
async function settled(): Promise<number> {
  for (let last = -1; last !== now.statements; await wait(400)) last = now.statements;
  return now.statements;
}

for (const format of ['csv', 'jsonl']) {
  for (const coding of ['identity', 'gzip']) {
    test(`who reads nothing of a table has only its first pages asked: ${format}, ${coding}`, async (t) => {
      const begun = now.statements;
      const socket = connect(Number(new URL(url).port), '127.0.0.1').pause();
      socket.write(
        `GET ${wide}&format=${format} HTTP/1.1\r\nhost: a\r\naccept-encoding: ${coding}\r\n\r\n`,
      );
      await once(socket, 'readable');
      const asked = (await settled()) - begun;
      t.diagnostic(`${asked} of ${pages} pages were asked for`);
      // Some megabytes that lie in the system's buffers, of more than a hundred.
      assert.ok(pages > 400 && asked <= 40);
      assert.equal(now.held, 1);
      socket.destroy();
      await until('its snapshot is let go', () => now.held === 0);
      assert.ok((await settled()) - begun <= asked + 1, 'and no more is asked');
    });
  }
}

test('who asks for the head of a table has one page asked', async () => {
  for (const path of [`${wide}&format=csv`, '/examples/numerals.jsonl']) {
    const begun = now.statements;
    const { status, headers, body } = await send(url, { method: 'HEAD', path });
    assert.deepEqual([status, body.length], [200, 0]);
    assert.match(String(headers['content-type']), /csv|jsonl/);
    assert.ok(headers['juzheng-data-version']);
    assert.equal((await settled()) - begun, 1);
    assert.equal(now.held, 0);
  }
});

for (const coding of ['identity', 'gzip']) {
  test(`a table that has begun and cannot go on is broken off: ${coding}`, async () => {
    const socket = connect(Number(new URL(url).port), '127.0.0.1').pause();
    socket.write(
      `GET ${wide}&format=csv HTTP/1.1\r\nhost: a\r\naccept-encoding: ${coding}\r\n\r\n`,
    );
    await once(socket, 'readable');
    await settled();
    now.failing = true;
    const pieces: Buffer[] = [];
    socket.on('error', () => {});
    socket.on('data', (piece) => pieces.push(piece));
    await once(socket, 'close');
    now.failing = false;
    const bytes = Buffer.concat(pieces);
    assert.match(bytes.toString('latin1', 0, 20), /^HTTP\/1\.1 200 /);
    assert.ok(!bytes.subarray(-5).equals(Buffer.from('0\r\n\r\n')), 'it has no end');
    await until('its snapshot is let go', () => now.held === 0);
  });
}
