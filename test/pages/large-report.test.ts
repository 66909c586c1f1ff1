import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { brotliCompressSync, constants } from 'node:zlib';
import { importSeed } from '../../src/importer/import.ts';
import { copySeed } from '../support/copied.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { startOver } from '../support/random/seeded.ts';

const signs = Array.from('东西南北山水云木林田');

/** A name of three characters, another for each number below a thousand. */
const nameOf = (number: number) =>
  Array.from(String(number).padStart(3, '0'), (digit) => signs[Number(digit)]).join('');

const both = (zh: string) => ({ zh, en: zh });

/** A report of some 30,000 characters: 10 sections with 4 measures each, and 400 outcomes. */
function largeReport() {
  let text = '';
  const sections = Array.from({ length: 10 }, (_section, s) => {
    const starts = `${nameOf(s)}部分`;
    text += `${starts}。`;
    const measures = Array.from({ length: 4 }, (_measure, m) => {
      const quote = `推进${nameOf(s * 4 + m)}工作`;
      text += `${quote}。`;
      const outcomes = Array.from({ length: 10 }, (_outcome, o) => {
        const number = (s * 4 + m) * 10 + o;
        const words = `办理${nameOf(number)}类事项${number + 1}项`;
        text += `${words},${'认真落实各项要求,不断改进工作作风,切实提高服务水平,'.repeat(2)}群众满意。`;
        const code = `outcome-${number}`;
        return {
          code,
          label: both(words),
          level: 'OUTPUT',
          quote: words,
          value: number + 1,
          unit: '{item}',
          link: { basis: 'SAME_POINT' },
        };
      });
      return {
        code: `measure-${s * 4 + m}`,
        title: both(quote),
        quote,
        framework: ['outline-2021-01'],
        outcomes,
      };
    });
    text += '\n';
    return { code: `section-${s}`, title: both(starts), starts, measures };
  });
  const report = { kind: 'OTHER', title: both('长报告'), place: '150924' };
  return { text, facts: { report, sections } };
}

test('a report of 30,000 characters with 400 outcomes has all of them on its page', async (t) => {
  const copied = copySeed();
  const { text, facts } = largeReport();
  const folder = join(copied.seed, 'reports/large-2024');
  mkdirSync(folder);
  writeFileSync(join(folder, 'report.txt'), text);
  writeFileSync(join(folder, 'facts.json'), JSON.stringify(facts));
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
