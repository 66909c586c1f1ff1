import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parse } from 'graphql';
import { schema } from '../../../src/schema/schema.ts';
import { createValidDocuments } from '../../../src/server/http/valid-documents.ts';

test('a question is likely to take the lesser of what it took twice, once it was read', () => {
  const documents = createValidDocuments(() => ({ schema, parse, validate: () => [] }));
  const text = '{ meta { dataVersion } }';
  assert.equal(documents.timeOf(text), null);
  documents.documentFor(text);
  const told = [30, 20, 0.2, 40].map((milliseconds) => {
    documents.noteTime(text, milliseconds);
    return documents.timeOf(text);
  });
  assert.deepEqual(
    told,
    [0, 20, 0.2, 0.2],
    'that it was read, or waited once for a processor, is nothing',
  );
});
