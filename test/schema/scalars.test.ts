import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { isScalarType, isSpecifiedScalarType } from 'graphql';
import { schema } from '../../src/schema/schema.ts';
import { startOver, startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let compiled: Seeded;
let executed: Seeded;
before(async () => {
  compiled = await startSeeded();
  executed = startOver(compiled.data, { compiler: false });
});
after(() => {
  executed.close();
  compiled.close();
});

test('every scalar of the schema says where it is specified', () => {
  const own = Object.values(schema.getTypeMap())
    .filter((type) => isScalarType(type))
    .filter((type) => !isSpecifiedScalarType(type));
  assert.deepEqual(own.map(({ name }) => name).toSorted(), ['Date', 'EDTF', 'SHA256', 'URL']);
  for (const { name, specifiedByURL } of own) assert.match(specifiedByURL ?? '', /^https:/, name);
});

const inRange = 'query ($to: Date) { outcomes(filter: { period: { to: $to } }) { totalCount } }';

test('a day that is not in the calendar is refused, written out and as a variable, on either path', async () => {
  for (const { ask } of [compiled, executed]) {
    for (const day of ['2023-02-30', '2023-2-3', '2023', '20230203', '2023-13-01', '']) {
      const given = await ask(inRange, { to: day });
      assert.equal(given.body.data, undefined, day);
      const [error] = given.body.errors;
      assert.equal(error.extensions.code, 'BAD_USER_INPUT');
      assert.match(error.message, /is not a day of the calendar written as YYYY-MM-DD/);
      const written = await ask(
        inRange.replace('($to: Date)', '').replace('$to', JSON.stringify(day)),
      );
      assert.match(written.body.errors[0].message, /is not a day of the calendar/);
      assert.equal(written.body.errors[0].extensions.code, 'GRAPHQL_VALIDATION_FAILED');
    }
    for (const wrong of [20230203, true, ['x', 'y'], {}]) {
      const { body } = await ask(inRange, { to: wrong });
      assert.match(body.errors[0].message, /is not a day of the calendar|invalid value/);
    }
    const { body } = await ask(inRange, { to: '2024-02-29' });
    assert.ok(body.data.outcomes.totalCount > 0);
  }
});

test('a number that is infinite as a Float is refused, written out and as a variable, on either path', async () => {
  const above = (least: string, declared = '') =>
    `query ${declared} { outcomes(filter: { value: { from: ${least} } }) { totalCount } }`;
  const within =
    '{ outcomes(filter: { measures: { outcomes: { value: { to: -1e400 } } } }) { totalCount } }';
  const long = `1${'0'.repeat(400)}`;
  for (const { ask, fetch } of [compiled, executed]) {
    for (const query of [
      ...['1e999', '-1e999', '1.5E+309', long].map((least) => above(least)),
      above('$n', '($n: Float = 1e999)'),
      above('$n', '($n: Float = 1e999)').replace('{ value', '{ hasFigure: true, value'),
      within,
    ]) {
      const { body } = await ask(query);
      assert.equal(body.data, undefined, query);
      const [error] = body.errors;
      assert.match(
        error.message,
        /^Float cannot represent -?[\d.eE+]{5,41}…?: it is beyond ±1\.8e308/,
      );
      assert.equal(error.extensions.code, 'GRAPHQL_VALIDATION_FAILED');
      const at = query.search(/-?1\.?5?[eE]|10{9}/) + 1;
      assert.deepEqual(error.locations, [{ line: 1, column: at }]);
    }
    // JSON.stringify would write null.
    const asked = await fetch('http://localhost/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: `{"query":"${above('$n', '($n: Float)')}","variables":{"n":1e999}}`,
    });
    const { errors } = (await asked.json()) as { errors: { message: string }[] };
    assert.match(errors[0]?.message ?? '', /Float cannot represent non numeric value: Infinity/);
    for (const least of ['1.7976931348623157e308', '-1e308', '1e-999', '12345678901234567890']) {
      assert.equal((await ask(above(least))).body.errors, undefined, least);
    }
  }
});

test('what the other scalars take is theirs, and nothing else is', () => {
  const takes = (name: string, value: unknown) => {
    const type = schema.getType(name);
    assert.ok(isScalarType(type));
    try {
      return type.parseValue(value) === value;
    } catch (error) {
      assert.match((error as Error).message, /is not (written in|an address|a whole|a SHA-256)/);
      return false;
    }
  };
  const digest = 'ab'.repeat(32);
  for (const [name, value] of [
    ['EDTF', '2023-01?/2023-06?'],
    ['EDTF', '202X'],
    ['URL', 'https://example.org/a?b=c'],
    ['SHA256', digest],
  ])
    assert.ok(takes(name!, value), `${name} ${value}`);
  for (const [name, value] of [
    ['EDTF', '上半年'],
    ['EDTF', ''],
    ['EDTF', 2023],
    ['URL', 'example.org'],
    ['URL', null],
    ['SHA256', digest.toUpperCase()],
    ['SHA256', digest.slice(1)],
  ] as const)
    assert.ok(!takes(name, value), `${name} ${value}`);
});

test('days, times, addresses and digests are answered alike on both paths', async () => {
  const query = `{
    meta { dataVersion }
    reports { nodes { publishedOn period { edtf start end } source { sha256 sourceUrl } } }
    outcomes(first: 100) { nodes { period { edtf start end } } }
  }`;
  const [fast, slow] = [await compiled.ask(query), await executed.ask(query)];
  assert.equal(fast.body.errors, undefined);
  assert.deepEqual(fast.body, slow.body);
  const days = fast.body.data.outcomes.nodes.map(
    (each: { period?: { start: string } }) => each.period?.start,
  );
  assert.ok(days.includes('2023-01-01'));
});
