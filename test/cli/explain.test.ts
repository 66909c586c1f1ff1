import assert from 'node:assert/strict';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import type { Explanation } from '../../src/server/explain/explain.ts';
import { startCommands } from '../support/commands/commands.ts';

const { juzheng, close } = startCommands();
after(close);

let data: string;
before(async () => {
  data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  assert.equal((await juzheng('import', '--data', data)).code, 0);
});
after(() => rmSync(data, { recursive: true, force: true }));

const explain = (...args: string[]) => juzheng('explain', '--data', data, ...args);

test('a compiled query shows its statement, its values, what SQLite does and what that costs', async () => {
  const query =
    'query ($u: [String!]) { outcomes(filter: {units: $u}, first: 3) { nodes { code } } }';
  const { code, out, err } = await explain(query, '--variables', '{"u": ["%"]}');
  assert.equal(code, 0, err);
  assert.match(out, /^answered by +one compiled statement$/m);
  assert.match(out, /^rows read +\d+ at the most$/m);
  assert.match(
    out,
    /^ +"outcomes" as "t1" indexed by "outcomes_unit"$/m,
    'the statement is laid out',
  );
  assert.match(out, /^parameters\n1 +"\[\\"%\\"\]"$/m);
  assert.match(out, /^ +SEARCH t1 USING COVERING INDEX outcomes_unit/m);
});

test('what is not compiled says why and where', async () => {
  const { code, out } = await explain('{ __schema { queryType { name } } }');
  assert.equal(code, 0);
  assert.match(out, /^because +INTROSPECTION at Query\.__schema$/m);
  assert.doesNotMatch(out, /select/);
});

test('programs read it as JSON', async () => {
  const explanation = JSON.parse(
    (await explain('{ units { totalCount } }', '--format', 'json')).out,
  ) as Explanation;
  assert.equal(explanation.notCompiled, null);
  assert.equal(explanation.route, 'HERE');
  assert.match(explanation.compiled!.statement, /^select cast\(/);
});

const deep = `{"a": ${'['.repeat(13)}${']'.repeat(13)}}`;

test('variables are a JSON object and nothing else', async () => {
  for (const command of ['explain', 'export --query']) {
    for (const variables of ['{', '[1]', '[]', '5', '"{}"', 'null', 'true', '']) {
      const query = '{ units { nodes { code } } }';
      const asked = [...command.split(' '), query, '--data', data, '--variables', variables];
      const { code, out, err } = await juzheng(...asked);
      assert.deepEqual([code, out], [2, ''], variables);
      assert.match(err, /Variables are a JSON object, such as/, variables);
    }
  }
});

test('what the API refuses is told with its place', async () => {
  const refused: [string[], RegExp][] = [
    [['{ reports { nods } }'], /^juzheng: 1:13: Cannot query field "nods"/],
    [['{ reports { nodes { code } '], /^juzheng: 1:\d+: Syntax Error/],
    [['query ($c: String!) { report(by: {code: $c}) { code } }'], /\$c/],
    [
      ['query a { meta { dataVersion } } query b { meta { dataVersion } }'],
      /name one of them .*: a, b\./,
    ],
    [
      ['query a { meta { dataVersion } }', '--operation', 'b'],
      /no operation named “b”; it has a\./,
    ],
    [['{ meta { dataVersion } }', '--variables', deep], /valueDepth/],
    [['{ outcomes(first: 500) { nodes { code } } }'], /first/],
  ];
  for (const [args, words] of refused) {
    const { code, out, err } = await explain(...args);
    assert.deepEqual([code, out], [1, ''], args[0]);
    assert.match(err, words);
  }
  assert.equal((await explain()).code, 2);
});

test('the compiler’s README shows the statement that its example becomes', async () => {
  const readme = readFileSync('src/compiler/README.md', 'utf8');
  const [, query, statement] = /## An example\n\n`([^`]+)` becomes\n\n```sql\n(.*?)\n```/s.exec(
    readme,
  )!;
  const { out } = await explain(query!);
  assert.ok(out.includes(`\n\n${statement!}\n\n`), out);
});
