import assert from 'node:assert/strict';
import { get } from 'node:http';
import type { IncomingMessage } from 'node:http';
import { after, before, test } from 'node:test';
import { setTimeout as wait } from 'node:timers/promises';
import { gunzipSync } from 'node:zlib';
import { letGo, own } from '../../../src/http/own-bytes.ts';
import { startQueryProcess } from '../../../src/server/query-process/query-process.ts';
import { randomOf } from '../../support/corpus-rows.ts';
import { importedSeed } from '../../support/served.ts';
import { jobsOf, serveWith, snapshotOf } from './support.ts';

let seed: Awaited<ReturnType<typeof importedSeed>>;
before(async () => {
  seed = await importedSeed();
});
after(() => seed.remove());

/** Node 20 leaves all to V8. */
const skip = 'transfer' in ArrayBuffer.prototype ? false : 'this Node cannot give bytes back';

test('own bytes are given back, and no others', { skip }, () => {
  const given = own(Buffer.alloc(20_000, 1));
  letGo(given.subarray(100));
  assert.equal(given.buffer.byteLength, 0);
  // Not its own, too short to matter, and a part of what others have.
  const whole = Buffer.alloc(20_000, 2);
  const others = [whole, own(Buffer.alloc(100, 2)), own(whole.subarray(0, 15_000))];
  for (const other of others) {
    letGo(other);
    assert.ok(other.length > 0 && other.every((byte) => byte === 2));
  }
});

test('of many large answers that were let go nothing is left', { skip }, async (t) => {
  const answering = startQueryProcess(seed.data);
  t.after(() => answering.end());
  await answering.ready;
  const { answer } = jobsOf(snapshotOf(seed.data));
  const bounds = { processor: 60_000, queued: Infinity, wall: 60_000, memory: 1e9 };
  const { arrayBuffers: atFirst } = process.memoryUsage();
  for (let nth = 0; nth < 30; nth += 1) {
    const given = await answering.run(answer(3_000_000), bounds);
    assert.ok(given.outcome === 'answer' && given.body.length === 3_000_000);
    letGo(given.body);
  }
  const left = process.memoryUsage().arrayBuffers - atFirst;
  assert.ok(left < 3_000_000, `${left} of 90,000,000 bytes`);
});

/** Reads what comes in pieces, and rests between them; null where it leaves before the end. */
async function read(response: IncomingMessage, isLeaving: boolean): Promise<Buffer | null> {
  const pieces: Buffer[] = [];
  for await (const piece of response) {
    pieces.push(piece as Buffer);
    if (isLeaving) return null;
    await wait(1);
  }
  return Buffer.concat(pieces);
}

test('whoever reads slowly has the whole answer, whoever else reads or leaves meanwhile', async (t) => {
  // More than the system takes at once.
  const bytes = 4_000_000;
  let asked = 0;
  const { url } = await serveWith(t, seed.data, {
    async ask() {
      asked += 1;
      const body = own(Buffer.alloc(bytes, 96 + asked));
      return { outcome: 'answer', status: 200, body, milliseconds: 1 };
    },
  });
  const query = '{ outcomes(filter: { text: "审批" }) { nodes { code } } }';
  const path = `/graphql?query=${encodeURIComponent(query)}`;
  const random = randomOf(11);
  const readers = Array.from({ length: 20 }, async (_, nth) => {
    const isLeaving = random.chance(0.3);
    const isCoded = random.chance(0.3);
    const headers = isCoded ? { 'accept-encoding': 'gzip' } : {};
    const from = { localAddress: `127.0.0.${nth + 2}`, agent: false } as const;
    const response = await new Promise<IncomingMessage>((come, failed) => {
      get(url + path, { ...from, headers }, come).on('error', failed);
    });
    assert.equal(response.statusCode, 200);
    const came = await read(response, isLeaving);
    if (!came) return null;
    const text = isCoded ? gunzipSync(came) : came;
    assert.equal(text.length, bytes);
    assert.ok(text.equals(Buffer.alloc(bytes, text[0])));
    return text[0];
  });
  const whole = (await Promise.all(readers)).filter(Boolean);
  assert.ok(whole.length > 8 && whole.length < 20, `${whole.length}`);
  assert.equal(new Set(whole).size, whole.length, 'each its own');
});
