import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startCommands } from '../../support/commands/commands.ts';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';
import { startProcess } from '../../support/started.ts';

const { juzheng, close: endCommands } = startCommands();
after(endCommands);

let seed: Awaited<ReturnType<typeof importedSeed>>;
before(async () => {
  seed = await importedSeed();
});
after(() => seed.remove());

const forged = {
  host: 'evil.example',
  'x-forwarded-host': 'evil.example',
  'x-forwarded-proto': 'gopher',
  forwarded: 'host=evil.example;proto=http',
};
const pages = [
  '/',
  '/?lang=en',
  '/reports/xinghe-2023',
  '/reports/xinghe-2023?lang=en',
  '/indicators/x',
];

test('links name the public address and never what a request calls the server', async (t) => {
  const publicOrigin = 'https://juzheng.example.org';
  const { url, close } = await serveOnFreePort(seed.data, { publicOrigin });
  t.after(close);
  for (const path of pages) {
    const [usual, other] = await Promise.all(
      [{}, forged].map((headers) => send(url, { path, headers })),
    );
    assert.equal(other!.headers.etag, usual!.headers.etag, 'one page for all of them');
    for (const { body } of [usual!, other!]) {
      assert.doesNotMatch(body.toString(), /evil|localhost|127\.0\.0\.1|\.invalid/, path);
    }
  }
  const { body } = await send(url, { path: '/reports/xinghe-2023', headers: forged });
  assert.match(body.toString(), /https:\/\/juzheng\.example\.org\/reports\/xinghe-2023/);
});

test('without one they name the host of the request', async (t) => {
  const { url, close } = await serveOnFreePort(seed.data);
  t.after(close);
  const path = '/reports/xinghe-2023';
  const { body } = await send(url, { path, headers: { host: 'a.example:81' } });
  assert.match(body.toString(), /http:\/\/a\.example:81\/reports\/xinghe-2023/);
});

test('--public-url is an address without a path, and says so', async (t) => {
  for (const wrong of [
    'example.org',
    'ftp://example.org',
    'https://example.org/path',
    'https://user@example.org',
    'https://example.org?x',
    'https://example.org#',
    'javascript:alert(1)',
    '',
  ]) {
    const data = ['--data', seed.data, '--no-import'];
    const { code, err } = await juzheng('start', ...data, `--public-url=${wrong}`);
    assert.equal(code, 2, wrong);
    assert.match(err, /https:\/\/example\.org, without a path/, wrong);
  }
  const more = ['--public-url', 'https://Juzheng.example.org:443/', '--no-import'];
  const server = await startProcess({ seed: 'seed', data: seed.data }, { workers: 2, more });
  t.after(() => server.process.kill('SIGTERM'));
  const { body } = await send(server.url, { path: '/reports/xinghe-2023', headers: forged });
  assert.match(body.toString(), /https:\/\/juzheng\.example\.org\/reports\/xinghe-2023/);
});
