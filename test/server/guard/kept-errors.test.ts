import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;

let url: string;
const ends: (() => unknown)[] = [];
before(async () => {
  const seed = await importedSeed();
  const serving = await serveOnFreePort(seed.data);
  ends.push(serving.close, seed.remove);
  ({ url } = serving);
});
after(async () => {
  for (const end of ends) await end();
});

/** One field so often that comparing all of them in pairs takes some 15 MB, in a question that is refused. */
const inPairs = (root: string, n: number) =>
  `{ ${root} reports { nodes { ${'place { code } '.repeat(250)} } } } # ${n}`;

async function refused(query: string): Promise<void> {
  const headers = { 'content-type': 'application/json' };
  const body = JSON.stringify({ query });
  const { body: text } = await send(url, { method: 'POST', path: '/graphql', headers, body });
  assert.match(text.toString(), /"code":"(?:GRAPHQL_VALIDATION_FAILED|QUERY_TOO_COMPLEX)"/);
}

const heap = () => {
  collect();
  return process.memoryUsage().heapUsed;
};

/** All that made the errors of so many would take 240 MB. */
const questions = 16;

const roots = {
  'a field that is not there': 'nosuch',
  'too many fields': Array.from({ length: 21 }, (_, at) => `a${at}: __typename`).join(' '),
};

for (const [what, root] of Object.entries(roots)) {
  test(`what was refused for ${what} keeps no more than its words`, async () => {
    await refused(inPairs(root, -1));
    const held = heap();
    for (let n = 0; n < questions; n += 1) await refused(inPairs(root, n));
    const grown = heap() - held;
    // Of each its text parsed, twice: half a megabyte each; and of the last one maybe all that made it.
    assert.ok(grown < questions * 1e6 + 2 * 15e6, `${Math.round(grown / 1e6)} MB more`);
  });
}
