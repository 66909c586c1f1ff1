import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { setPublicOrigin } from '../../src/public-origin.ts';
import { openSnapshot } from '../../src/db/database.ts';
import { openServable } from '../../src/db/snapshot/pointer.ts';
import { pagePath } from '../../src/http/addresses.ts';
import { startOverCorpus, startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let over: Record<'seed' | 'corpus', Seeded>;
before(async () => {
  over = { seed: await startSeeded(), corpus: await startOverCorpus(6) };
});
after(() => {
  for (const seeded of Object.values(over)) seeded.close();
});

/** Answers pages, each asked once. */
function pagesOf(seeded: Seeded): (path: string) => Promise<{ status: number; ids: Set<string> }> {
  const made = new Map<string, Promise<{ status: number; ids: Set<string> }>>();
  const make = async (path: string) => {
    const response = await seeded.fetch(`http://localhost${path}`, {
      headers: { accept: 'text/html' },
    });
    const ids = [...(await response.text()).matchAll(/\sid="([^"]+)"/g)].map(([, id]) => id!);
    return { status: response.status, ids: new Set(ids) };
  };
  return async (path) => {
    const page = made.get(path) ?? make(path);
    made.set(path, page);
    return page;
  };
}

const onReportPages = `{
  reports(first: 100) { nodes { url } }
  sections(first: 100) { nodes { url } }
  honours(first: 100) { nodes { url } }
  links(first: 100) { nodes { url evidence { url } } }
  checks(first: 100) { nodes { url evidence { url } } }
  outcomes(first: 100) { nodes { evidence { url } period { evidence { url } } } }
  measures(first: 100) { nodes { acts { evidence { url } } continues { evidence { url } } followUp { evidence { url } } } }
  problems(first: 100) { nodes { cause { url } figures { evidence { url } } answeredBy { edges { evidence { url } } } } }
  targets(first: 100) { nodes { evidence { url } due { evidence { url } } } }
}`;

const pagesOfTheirOwn = `{
  measures(first: 100) { nodes { url } }
  outcomes(first: 100) { nodes { url } }
  targets(first: 100) { nodes { url } }
  problems(first: 100) { nodes { url } }
  indicators(first: 100) { nodes { url } }
  documents(first: 100) { nodes { url } }
  organizations(first: 100) { nodes { url } }
  places(first: 100) { nodes { url } }
}`;

/** Every `url` of an answer, wherever it stands. */
function urlsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(urlsIn);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'url' ? [inner as string] : urlsIn(inner),
  );
}

for (const name of ['seed', 'corpus'] as const) {
  test(`each address of an answer names a mark on its page: ${name}`, async () => {
    const seeded = over[name];
    const page = pagesOf(seeded);
    const urls = new Set(urlsIn(await seeded.dataOf(onReportPages)));
    assert.ok(urls.size > 100);
    for (const url of urls) {
      const [path, mark] = url.split('#');
      // oxlint-disable-next-line no-await-in-loop -- a page is made once and then kept
      const { status, ids } = await page(path!);
      assert.equal(status, 200, url);
      if (mark !== undefined) assert.ok(ids.has(mark), `${url} is not on its page`);
    }
  });

  test(`each way from a report's page to a mark of a page leads there: ${name}`, async () => {
    const seeded = over[name];
    const page = pagesOf(seeded);
    const { reports } = await seeded.dataOf('{ reports(first: 100) { nodes { url } } }');
    let ways = 0;
    for (const { url } of reports.nodes as { url: string }[]) {
      for (const from of [url, `${url}?review=1&lang=en`, `${url}.proof.html`]) {
        // oxlint-disable-next-line no-await-in-loop -- one page after the other
        const html = await (await seeded.fetch(`http://localhost${from}`)).text();
        const hrefs = [...html.matchAll(/\shref="((?:\/reports\/[^"#]*)?)#([^"]+)"/g)];
        for (const [way, path, mark] of hrefs) {
          // oxlint-disable-next-line no-await-in-loop -- a page is made once and then kept
          const { status, ids } = await page(path === '' ? from : path!);
          assert.equal(status, 200, way);
          assert.ok(ids.has(mark!), `${from}:${way}`);
          ways += 1;
        }
      }
    }
    assert.ok(ways > 100);
  });

  test(`each address of a thing is a page with one heading: ${name}`, async () => {
    const urls = urlsIn(await over[name].dataOf(pagesOfTheirOwn));
    assert.ok(urls.length > 100);
    for (const url of urls) {
      // oxlint-disable-next-line no-await-in-loop -- one page after the other
      const response = await over[name].fetch(`http://localhost${url}`, {
        headers: { accept: 'text/html' },
      });
      assert.equal(response.status, 200, url);
      assert.equal([...(await response.text()).matchAll(/<h1/g)].length, 1, url);
    }
  });

  test(`no words that prove something lack a mark: ${name}`, async () => {
    const seeded = over[name];
    const page = pagesOf(seeded);
    const opened = openServable(seeded.data);
    assert.ok(opened.ok);
    const { db } = openSnapshot(opened.snapshot.path);
    const rows = await db.query.evidences.findMany({
      columns: { start: true, end: true },
      with: { report: { columns: { code: true } } },
    });
    assert.ok(rows.length > 100);
    for (const { start, end, report } of rows) {
      // oxlint-disable-next-line no-await-in-loop -- a page is made once and then kept
      const { ids } = await page(pagePath('report', report.code));
      assert.ok(ids.has(`at-${start}-${end}`), `${report.code} ${start}-${end}`);
    }
  });
}

const ofEachKind = `{
  report(by: { code: "xinghe-2023" }) { url }
  measures(first: 1) { nodes { url } }
  outcomes(first: 1) { nodes { url } }
  indicators(first: 1) { nodes { url } }
  documents(first: 1) { nodes { url } }
  organizations(first: 1) { nodes { url } }
  places(first: 1) { nodes { url } }
  outcome(by: { code: "xinghe-2023/governance-meetings" }) { evidence { url } }
}`;

test('addresses are whole where the server knows its own, compiled and by the executor', async (t) => {
  const executor = await startSeeded({ compiler: false });
  t.after(() => {
    executor.close();
    setPublicOrigin(null);
  });
  const paths = urlsIn(await over.seed.dataOf(ofEachKind));
  for (const path of paths) assert.match(path, /^\/[a-z]+\/[a-z0-9-/]+(#at-\d+-\d+)?$/);
  setPublicOrigin('https://juzheng.example.org');
  const whole = paths.map((path) => `https://juzheng.example.org${path}`);
  // Another connection: what an open one has prepared is answered as it was.
  const again = await startSeeded();
  t.after(again.close);
  assert.deepEqual(urlsIn(await again.dataOf(ofEachKind)), whole);
  assert.deepEqual(urlsIn(await executor.dataOf(ofEachKind)), whole);
});
