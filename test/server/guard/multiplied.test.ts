import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { importedSeed, send, serveOnFreePort } from '../../support/served.ts';

let url: string;
const ends: (() => unknown)[] = [];
before(async () => {
  const seed = await importedSeed();
  const serving = await serveOnFreePort(seed.data);
  ends.push(serving.close, seed.remove);
  ({ url } = serving);
  // What is loaded and compiled for the first question is not the others'.
  await ask({ query: '{ outcomes(filter: { codes: ["x"] }) { totalCount } }' });
});
after(async () => {
  for (const end of ends) await end();
});

async function ask(body: object, path = '/graphql') {
  const begun = process.cpuUsage();
  const headers = { 'content-type': 'application/json' };
  const { status, body: text } = await send(url, {
    method: 'POST',
    path,
    headers,
    body: JSON.stringify(body),
  });
  const { user, system } = process.cpuUsage(begun);
  return { status, text: text.toString(), milliseconds: (user + system) / 1000 };
}

/** Fragments that each spread the next one several times, from a root down to its innermost words. */
function spread(of: {
  root: string;
  type: string;
  deep: number;
  times: number;
  through?: string;
  innermost: string;
}): string {
  const { root, type, deep, times, through, innermost } = of;
  const fragments = Array.from({ length: deep }, (_, at) => {
    const next = at + 1 < deep ? `...A${at + 1}` : innermost;
    const each = through && at + 1 < deep ? `${through} { ${next} }` : next;
    return `fragment A${at} on ${type} { ${Array.from({ length: times }, () => each).join(' ')} }`;
  });
  return `{ ${root} { ...A0 } } ${fragments.join(' ')}`;
}

const filtered = 'sections(filter: { codes: ["no such"] }) { totalCount }';
const report = 'report(by: { code: "xinghe-2023" })';
const outcome = 'outcome(by: { code: "xinghe-2023/legal-opinions" })';

const multiplied: Record<string, string> = {
  'thirty spread twice': spread({
    root: 'meta',
    type: 'Meta',
    deep: 30,
    times: 2,
    innermost: 'dataVersion',
  }),
  'twenty-five spread twice over a filter': spread({
    root: report,
    type: 'Report',
    deep: 25,
    times: 2,
    innermost: filtered,
  }),
  'seven spread forty times through a field': spread({
    root: outcome,
    type: 'Outcome',
    deep: 7,
    times: 40,
    through: 'whole',
    innermost: 'code',
  }),
  'eight spread twelve times through a list': spread({
    root: outcome,
    type: 'Outcome',
    deep: 5,
    times: 12,
    through: 'parts',
    innermost: 'code',
  }),
};

for (const [name, query] of Object.entries(multiplied)) {
  for (const path of ['/graphql', '/graphql?format=csv']) {
    test(`fragments cost what they select and not how often they are spread: ${name}, ${path}`, async () => {
      const { status, text, milliseconds } = await ask({ query }, path);
      assert.ok([200, 400, 422].includes(status), text);
      assert.ok(milliseconds < 400, `${milliseconds} ms of processor time`);
    });
  }
}

const wrong: Record<string, { declared: string; value: unknown }> = {
  'five thousand fields that are none': {
    declared: 'OutcomeFilter',
    value: Object.fromEntries(Array.from({ length: 5000 }, (_, at) => [`code${at}`, 1])),
  },
  'fifteen thousand years that are none': {
    declared: 'OutcomeFilter',
    value: { years: Array.from({ length: 15_000 }, () => 'x') },
  },
  'fifteen thousand objects for a code': {
    declared: 'OutcomeFilter',
    value: { codes: Array.from({ length: 15_000 }, () => ({})) },
  },
};

for (const [name, { declared, value }] of Object.entries(wrong)) {
  for (const path of ['/graphql', '/graphql?format=csv']) {
    test(`variables that are wrong in many ways are told of in some: ${name}, ${path}`, async () => {
      const query = `query ($filter: ${declared}) { outcomes(filter: $filter) { nodes { code } } }`;
      const { status, text, milliseconds } = await ask(
        { query, variables: { filter: value } },
        path,
      );
      assert.ok(status === 200 || status === 400, text.slice(0, 200));
      assert.ok(text.length < 20_000, `${text.length} characters of errors`);
      assert.ok(milliseconds < 400, `${milliseconds} ms of processor time`);
    });
  }
}
