import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { makeQueryTypes, typesFile } from '../programs/query-types/make.ts';

test('the types of the pages’ queries are those of the queries and the schema', async () => {
  const help = 'run npm run schema and commit what it writes';
  assert.equal(readFileSync(typesFile, 'utf8'), await makeQueryTypes(), help);
});
