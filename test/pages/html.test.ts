import assert from 'node:assert/strict';
import { test } from 'node:test';
import { html } from '../../src/pages/html.ts';

test('values are escaped, in text and in attributes', () => {
  const value = `"><script>alert('&')</script>`;
  assert.equal(
    html`<a title="${value}">${value}</a>`.toString(),
    '<a title="&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;">&quot;&gt;&lt;script&gt;alert(&#39;&amp;&#39;)&lt;/script&gt;</a>',
  );
});

test('HTML in HTML stands as it is, lists follow each other, and nothing is written for nothing', () => {
  const items = ['<', 2].map((item) => html`<li>${item}</li>`);
  assert.equal(
    html`<ul>${items}</ul>${null}${undefined}${false}${''}${0}`.toString(),
    '<ul><li>&lt;</li><li>2</li></ul>0',
  );
});

test('text that only looks like HTML of ours is escaped', () => {
  const forged = { toString: () => '<b>' } as never;
  assert.throws(() => html`${forged}`.toString());
});
