import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { startOverCorpus } from '../support/random/seeded.ts';
import type { Seeded } from '../support/random/seeded.ts';
import { elementsOf, textOf } from '../support/read-html.ts';
import type { Element } from '../support/read-html.ts';

let seeded: Seeded;
before(async () => {
  seeded = await startOverCorpus(5);
});
after(() => seeded.close());

const pages = new Map<string, Promise<string>>();
const pageOf = (report: string): Promise<string> => {
  const read = async () =>
    (await seeded.fetch(`http://localhost/reports/${report}?lang=en&numerals=1`)).text();
  const page = pages.get(report) ?? read();
  pages.set(report, page);
  return page;
};

const withId = (elements: readonly Element[], id: string) =>
  elements.find(({ attributes }) => attributes['id'] === id) ?? assert.fail(`no ${id}`);
const slugOf = (code: string) => code.split('/')[1]!;

test('a target has its card with what it is to reach, by when and by whom, and its mark', async () => {
  const { targets } = await seeded.dataOf(`{ targets(first: 100) { totalCount nodes {
    code label(language: EN) quantity { text } change { text } statement owner { name(language: EN) }
    due { text } evidence { exact } report { code } verdict verdictExplanation(language: EN)
    outcome { code evidence { exact } report { code } }
  } } }`);
  assert.ok(targets.totalCount > 10);
  let kept = 0;
  for (const target of targets.nodes) {
    const { code, label, quantity, change, due, owner, report, evidence } = target;
    const page = await pageOf(report.code);
    const id = `target-${slugOf(code)}`;
    const { inner } = withId(elementsOf(page, 'article'), id);
    const card = textOf(inner);
    for (const told of [label, due.text, owner?.name ?? 'not stated']) {
      assert.ok(card.includes(told), `${code}: ${told}`);
    }
    assert.ok(card.includes(target.verdict.toLowerCase().replaceAll('_', ' ')), code);
    assert.ok(card.includes(target.verdictExplanation), code);
    const { outcome } = target;
    if (outcome) {
      kept += 1;
      assert.ok(card.includes(outcome.evidence.exact) && card.includes(evidence.exact), code);
      const path = `/reports/${outcome.report.code}?lang=en#outcome-${slugOf(outcome.code)}`;
      assert.ok(inner.includes(path), `${code} leads to ${path}`);
    }
    const figure = quantity?.text ?? change?.text;
    const mark = elementsOf(page, 'mark').find(({ attributes }) => attributes['data-card'] === id);
    assert.ok(mark, `${code} has no mark`);
    if (figure) assert.ok(evidence.exact.includes(figure));
  }
  assert.ok(kept > 3);
});

test('a problem has its card with its cause, its figures and what is planned against it', async () => {
  const { problems } = await seeded.dataOf(`{ problems(first: 100) { totalCount nodes {
    code title(language: EN) cause { exact } figures { quantity { text } } report { code }
    answeredBy { nodes { code title(language: EN) } }
  } } }`);
  assert.ok(problems.totalCount > 5);
  let [answered, open] = [0, 0];
  for (const { code, title, cause, figures, answeredBy, report } of problems.nodes) {
    const { inner } = withId(
      elementsOf(await pageOf(report.code), 'article'),
      `problem-${slugOf(code)}`,
    );
    const card = textOf(inner);
    assert.ok(card.includes(title));
    if (cause) assert.ok(card.includes(cause.exact));
    for (const { quantity } of figures) assert.ok(card.includes(quantity.text));
    for (const measure of answeredBy.nodes) {
      assert.ok(inner.includes(`href="#measure-${slugOf(measure.code)}"`));
      assert.ok(card.includes(measure.title));
    }
    if (answeredBy.nodes.length === 0) {
      open += 1;
      assert.ok(card.includes('The report plans nothing against it.'));
    } else answered += 1;
  }
  assert.ok(answered > 0 && open > 0);
});

test('planned measures look otherwise, and what carries on an earlier one leads to it', async () => {
  const { measures } =
    await seeded.dataOf(`{ measures(first: 100, filter: { isContinuation: true }) { nodes {
    code stage report { code } continues { code measure { title(language: EN) report { code } } }
  } } }`);
  assert.ok(measures.nodes.length > 0);
  for (const { code, stage, report, continues } of measures.nodes) {
    const page = await pageOf(report.code);
    const { inner, attributes } = withId(elementsOf(page, 'article'), `measure-${slugOf(code)}`);
    const isPlanned = stage === 'PLANNED';
    assert.equal(attributes['class'], isPlanned ? 'card measure planned' : 'card measure');
    const { measure } = continues;
    const way = `/reports/${measure.report.code}?lang=en#measure-${slugOf(continues.code)}`;
    assert.ok(inner.includes(way), `${code}: ${way}`);
    const cards = elementsOf(await pageOf(measure.report.code), 'article');
    const earlier = withId(cards, `measure-${slugOf(continues.code)}`);
    assert.equal(earlier.attributes['class'], 'card measure planned');
  }
});
