import assert from 'node:assert/strict';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { importSeed } from '../../src/importer/import.ts';
import { copySeed } from '../support/copied.ts';
import { addLargeReport } from '../support/large-report.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { startOver } from '../support/random/seeded.ts';

test('a report of 30,000 characters with 400 outcomes has all of them on its page', async (t) => {
  const copied = copySeed();
  const filling = '认真落实各项要求,不断改进工作作风,切实提高服务水平,'.repeat(2);
  const text = addLargeReport(copied.seed, { sections: 10, measures: 4, outcomes: 10, filling });
  await importSeed(copied);
  const served = startOver(copied.data);
  try {
    const answer = await served.fetch('http://localhost/reports/large-2024');
    const page = await answer.text();
    assert.equal(answer.status, 200);
    const passages = elementsOf(page, 'p').filter(
      ({ attributes }) => attributes['class'] === 'passage',
    );
    assert.equal(passages.map(({ inner }) => textOf(inner)).join(''), text);
    const cards = elementsOf(page, 'article').map(({ attributes }) => attributes['id']);
    assert.equal(cards.length, 440);
    assert.equal(new Set(cards).size, 440);
    const options = { params: { [constants.BROTLI_PARAM_QUALITY]: 4 } };
    const { length } = brotliCompressSync(page, options);
    t.diagnostic(`${page.length} characters, ${length} bytes compressed`);
    assert.ok(length < 200_000, `${length} bytes`);
  } finally {
    served.close();
    copied.remove();
  }
});
