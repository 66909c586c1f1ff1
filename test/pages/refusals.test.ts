import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { apiWords } from '../../src/pages/language/api-words.ts';
import { messagesIn } from '../../src/pages/language/messages.ts';
import { limits } from '../../src/limits.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import { startSeeded } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startSeeded();
});
after(() => seeded.close());

const mainOf = async (path: string) => {
  const answer = await seeded.fetch(`http://localhost${path}`, {
    headers: { accept: 'text/html' },
  });
  const [main] = elementsOf(await answer.text(), 'main');
  return { html: main!.inner, text: textOf(main!.inner) };
};

const long = '审'.repeat(limits.searchCharacters.value + 1);

test('what is wrong with what was asked is told in the language of the reader', async () => {
  for (const [path, zh, en] of [
    [`/search?text=${long}`, /至多 200 个字符/, /at most 200/],
    [`/examples/search?text=${long}`, /至多 200 个字符/, /at most 200/],
    ['/examples/search?years=abc', /years=abc：要填整数/, /years=abc: .*whole numbers/],
  ] as const) {
    const chinese = await mainOf(`${path}&lang=zh`);
    assert.match(chinese.text, zh, path);
    assert.equal(elementsOf(chinese.html, 'p').filter(isEnglish).length, 0, path);
    assert.match((await mainOf(`${path}&lang=en`)).text, en, path);
  }
});

const isEnglish = ({ attributes }: { attributes: Readonly<Record<string, string>> }) =>
  attributes['lang'] === 'en';

test('to ask for less is not advised where it helps nobody', async () => {
  const { cardUnanswered } = messagesIn('zh');
  for (const path of [`/examples/search?text=${long}`, '/examples/search?years=abc']) {
    const { text } = await mainOf(path);
    assert.ok(!text.includes(cardUnanswered), path);
  }
});

test('every limit that a message names is told in Chinese, and other messages stay as they are', () => {
  const site = { language: 'zh', words: messagesIn('zh') } as const;
  const names = Object.keys(limits);
  for (const name of names) {
    const [line] = apiWords(site, [`It was too much (${name}); ask for less.`], 'told');
    assert.match(textOf(line!.toString()), new RegExp(`^超出限度 ${name}：.+[^。]。$`));
  }
  const [other] = apiWords(site, ['No report has this code (nowhere).'], 'told');
  assert.match(other!.toString(), /lang="en">No report has this code \(nowhere\)\.</);
});
