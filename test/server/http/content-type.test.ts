import assert from 'node:assert/strict';
import { test } from 'node:test';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';

test('an answer tells its type once, whether a statement or the executor gives it', async (t) => {
  const { data, remove } = await importedSeed();
  t.after(remove);
  const serving = await serveOnFreePort(data);
  t.after(() => serving.close());
  for (const query of ['{reports{totalCount}}', '{__schema{queryType{name}}}', '{nothing}'])
    for (const type of ['application/json', 'application/graphql-response+json']) {
      const path = `/graphql?query=${encodeURIComponent(query)}`;
      const { headers } = await send(serving.url, { path, headers: { accept: type } });
      assert.equal(headers['content-type'], `${type}; charset=utf-8`, query);
    }
});
