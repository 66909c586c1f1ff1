import assert from 'node:assert/strict';
import { test } from 'node:test';
import { GraphQLError, locatedError } from 'graphql';
import { maskUnexpected } from '../../src/server/mask-error.ts';

const masked = 'Unexpected error.';
const refusal = new GraphQLError('Too long.', { extensions: { code: 'QUERY_TIMEOUT' } });
const at = (error: Error) => locatedError(error, [], ['outcomes', 0]);

test('a refusal is told as it is, and is the very error, so that nobody logs it', () => {
  for (const error of [refusal, at(refusal)]) {
    assert.equal(maskUnexpected(error, masked, false), error);
  }
});

test('a refusal of the database is told though others have wrapped it', () => {
  const wrapped = new Error('Failed query: select 1', { cause: refusal });
  for (const error of [wrapped, at(wrapped)]) {
    const told = maskUnexpected(error, masked, false) as GraphQLError;
    assert.deepEqual([told.message, told.extensions['code']], ['Too long.', 'QUERY_TIMEOUT']);
  }
  const told = maskUnexpected(at(wrapped), masked, false) as GraphQLError;
  assert.deepEqual(told.path, ['outcomes', 0]);
});

test('what nobody expected is not told', () => {
  for (const error of [new Error('/a/path'), at(new Error('/a/path', { cause: 'x' }))]) {
    assert.equal(maskUnexpected(error, masked, false).message, masked);
  }
});
