import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { elementsOf, textOf } from '../support/read-html.ts';
import { startWorked } from './started-worked.ts';
import { workedReports } from './worked-seed.ts';

let worked: Awaited<ReturnType<typeof startWorked>>;
before(async () => {
  worked = await startWorked();
});
after(() => worked.close());

async function pageAt(path: string): Promise<string> {
  const response = await worked.seeded.fetch(`http://localhost${path}`);
  assert.equal(response.status, 200, path);
  return response.text();
}

/** The lines of the list of all checks on a page, by how they begin. */
const checksOf = (page: string, start: string): string[] =>
  elementsOf(page, 'li')
    .filter(({ attributes }) => attributes['id']?.startsWith('check-'))
    .map(({ inner }) => textOf(inner).replaceAll(/\s+/g, ' '))
    .filter((line) => line.includes(`${start}：`));

test('the reading page of the later report says of each promise whether it is kept, and not that it does not follow', async () => {
  const page = await pageAt(`/reports/${workedReports[1]}?lang=zh`);
  const lines = checksOf(page, '目标完成情况');
  assert.equal(lines.filter((line) => line.includes('目标完成情况：达到')).length, 3);
  assert.equal(
    lines.filter((line) => line.includes('目标完成情况：未达到或只达到一部分')).length,
    3,
  );
  assert.ok(lines.every((line) => !line.includes('不能推出')));
});

test('the reading page of the earlier report shows its plan with what came of it, in the words of both', async () => {
  const page = await pageAt(`/reports/${workedReports[0]}?lang=zh`);
  const text = textOf(page);
  for (const words of ['部分达到', '未达到', '未报告', '尚无报告', '未到期', '无法比较', '未提及'])
    assert.ok(text.includes(words), words);
  assert.ok(page.includes('败诉率11.1％，同比上升3.8个百分点'));
  assert.ok(page.includes('行政诉讼败诉率控制在6％以内'));
});

test('the front page counts no broken promise among the figures that do not add up', async () => {
  const page = await pageAt('/?lang=zh');
  const list = elementsOf(page, 'ul').find(({ attributes }) => attributes['class'] === 'unfounded');
  assert.ok(list);
  const items = elementsOf(list.inner, 'li').map(({ inner }) => textOf(inner));
  assert.equal(items.length, 2);
  assert.ok(items.every((item) => !item.includes('目标完成情况')));
});

test('an indicator is compared over both years, with what was worked out in brackets', async () => {
  const text = textOf(await pageAt('/indicators/suits-lost-rate?lang=zh'));
  assert.match(text, /子虚县\s*2023\s*\(11\.5\)\s*7\.3％/);
  assert.match(text, /子虚县\s*2024\s*\(7\.3\)\s*11\.1％/);
});
