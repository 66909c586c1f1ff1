import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { isMap, isSeq, parse, parseDocument } from 'yaml';
import { createFactsWriter } from '../../../src/draft/facts/draft-facts.ts';
import type { DraftedFacts } from '../../../src/draft/facts/draft-facts.ts';
import { factsDocument } from '../../../src/draft/facts/yaml/facts-document.ts';
import type { DraftHead } from '../../../src/draft/facts/head-facts.ts';
import { createJudge } from '../../../src/draft/facts/judge.ts';
import { readDraftVocabulary } from '../../../src/draft/facts/vocabulary.ts';
import type { WrittenFacts } from '../../../src/draft/facts/written.ts';
import { draftReport } from '../../../src/draft/draft-report.ts';
import { conflictsIn } from '../../../src/draft/merge/conflict-lines.ts';
import { mergeDrafts } from '../../../src/draft/merge/merge-drafts.ts';

const vocabulary = readDraftVocabulary('seed/vocabulary');
const write = createFactsWriter(vocabulary, '1');
const judge = createJudge(vocabulary.known);
const head: DraftHead = {
  kind: 'OTHER',
  title: '一份报告',
  place: '150924',
  year: null,
  publisher: null,
  publishedOn: null,
  url: null,
};
const whole = readFileSync('seed/reports/xinghe-2023/report.txt', 'utf8');
const text = `${whole.split('\n').slice(0, 4).join('\n')}\n`;
const drafts = new Map<string, DraftedFacts>();
function draftOf(words: string): DraftedFacts {
  const draft = () => draftReport(words, { vocabulary: vocabulary.vocabulary, year: 2023 });
  const drafted = drafts.get(words) ?? write(words, draft(), head);
  drafts.set(words, drafted);
  return drafted;
}
const first = draftOf(text);

const merge = (mine: string, words: string, before = first.facts, earlier = text) =>
  mergeDrafts({
    before,
    mine,
    now: draftOf(words).facts,
    texts: { before: earlier, now: words },
    judge,
  });

/** What the importer does not take of merged facts. */
const refusalsOf = (merged: string, words: string) =>
  judge(words, parse(merged) as WrittenFacts, true).refusals.map(
    ({ at, rule, message }) => `${at.join('.')} ${rule}: ${message}`,
  );

type Item = { code: string; quote?: string | { exact: string }; value?: number };
type Place = { readonly path: (string | number)[]; readonly item: Item };

/** Where the outcomes of measures stand that are told by a quote of their own. */
const places: Place[] = first.facts.sections.flatMap(({ measures = [] }, section) =>
  measures.flatMap(({ outcomes = [] }, measure) =>
    outcomes.flatMap((item, outcome) => {
      const path = ['sections', section, 'measures', measure, 'outcomes', outcome];
      return item.quote === undefined || item.parts ? [] : [{ path, item }];
    }),
  ),
);
const exactOf = ({ quote = '' }: Item) => (typeof quote === 'string' ? quote : quote.exact);

/** The draft after a person took out an outcome and, where asked, waived its figure. */
function without({ path, item }: Place, isWaived: boolean): string {
  const document = parseDocument(factsDocument(first));
  document.deleteIn(path);
  const list = document.getIn(path.slice(0, -1));
  if (isSeq(list) && list.items.length === 0) document.deleteIn(path.slice(0, -1));
  if (document.has('checks')) document.delete('checks');
  if (isWaived) {
    if (!document.has('waivers')) document.set('waivers', document.createNode([]));
    const reason = { zh: '我的理由', en: 'My reason' };
    document.addIn(['waivers'], document.createNode({ quote: item.quote, reason }));
  }
  return document.toString({ lineWidth: 0 });
}

/** How a source may change about the words of an outcome. */
const changes: Readonly<Record<string, (item: Item) => string>> = {
  'another figure': (item) =>
    text.replace(
      exactOf(item),
      exactOf(item).replace(/\d+/, (digits) => String(Number(digits) + 1)),
    ),
  'the words gone': (item) => text.replace(exactOf(item), '有关工作'),
  'words before it': (item) => text.replace(exactOf(item), `另有检查77次,${exactOf(item)}`),
  'another beginning': () => `近日，${text}`,
};

test('what a person took out or waived stays so when the source changes, and the importer takes the result', () => {
  const some = places.filter((_, nth) => nth % Math.ceil(places.length / 4) === 0);
  assert.ok(some.length >= 3);
  for (const place of some) {
    for (const [name, change] of Object.entries(changes)) {
      const words = change(place.item);
      assert.notEqual(words, text, name);
      for (const isWaived of [true, false]) {
        const told = `${place.item.code}, ${name}, ${isWaived ? 'waived' : 'not waived'}`;
        const { text: merged, isAnew } = merge(without(place, isWaived), words);
        assert.deepEqual(refusalsOf(merged, words), [], told);
        assert.equal(isAnew, false, told);
        assert.ok(!merged.includes(`code: ${place.item.code}\n`), told);
        const isKept = merged.includes('我的理由') || name === 'the words gone';
        assert.equal(isKept || !isWaived, true, told);
      }
    }
  }
});

test('a fact that a person changed and whose words are gone is taken out and told whole', () => {
  const [place] = places;
  assert.ok(place);
  const document = parseDocument(factsDocument(first));
  document.setIn([...place.path, 'label'], { zh: '我的标签' });
  const words = changes['the words gone']?.(place.item) ?? '';
  const { text: merged } = merge(document.toString({ lineWidth: 0 }), words);
  assert.deepEqual(refusalsOf(merged, words), []);
  const told = conflictsIn(merged).map(({ why }) => why);
  assert.ok(
    told.some((why) => why.includes('我的标签') && /taken out/.test(why)),
    told.join('\n'),
  );
});

test('a conflict is told again until its line is deleted', () => {
  const [place] = places;
  assert.ok(place?.item.value !== undefined);
  const document = parseDocument(factsDocument(first));
  document.setIn([...place.path, 'label'], { zh: '我的标签' });
  const once = merge(document.toString({ lineWidth: 0 }), text);
  assert.deepEqual(conflictsIn(once.text), []);
  document.setIn([...place.path, 'period'], { text: '2023年', edtf: '2023' });
  document.setIn([...place.path, 'level'], 'IMPACT');
  const changed = changes['another figure']?.(place.item) ?? '';
  document.setIn([...place.path, 'value'], place.item.value + 5);
  const second = merge(document.toString({ lineWidth: 0 }), changed);
  const open = conflictsIn(second.text);
  assert.ok(open.length > 0);
  const longer = `${changed}特此报告。\n`;
  const third = merge(second.text, longer, second.facts, changed);
  assert.deepEqual(conflictsIn(third.text), open);
  const settled = third.text.replaceAll(/^# conflict:.*\n/gm, '');
  const last = merge(settled, `${longer}此件公开。\n`, third.facts, longer);
  assert.deepEqual(conflictsIn(last.text), []);
});

test('a section whose first words changed keeps its code', () => {
  const words = changes['another beginning']?.({ code: '' }) ?? '';
  const { text: merged } = merge(factsDocument(first), words);
  const codes = (all: string) => (parse(all) as WrittenFacts).sections.map(({ code }) => code);
  assert.deepEqual(codes(merged), codes(factsDocument(first)));
});

test('a measure or a problem that is said in other words keeps its code, another in its place does not', () => {
  const earlier =
    '一、工作情况\n开展执法案卷专项评查。\n二、存在的问题和不足\n一是执法力量薄弱。二是法治宣传的针对性不强。\n';
  const codesIn = (words: string) => {
    const before = draftOf(earlier);
    const { facts } = merge(factsDocument(before), words, before.facts, earlier);
    return facts.sections.flatMap(({ measures = [], problems = [] }) =>
      [...measures, ...problems].map(({ code }) => code),
    );
  };
  const codes = codesIn(earlier);
  assert.equal(codes.length, 3);
  const reworded = earlier
    .replace('开展执法案卷专项评查', '开展行政执法案卷专项评查')
    .replace('针对性不强', '针对性、实效性不强');
  assert.deepEqual(codesIn(reworded), codes);
  const replaced = codesIn(earlier.replace('法治宣传的针对性不强', '财政保障水平不高'));
  assert.deepEqual(replaced.slice(0, 2), codes.slice(0, 2));
  assert.notEqual(replaced[2], codes[2]);
  const added = codesIn(
    earlier.replace('二是', '二是财政保障水平不高。三是').replace('性不强', '性还不强'),
  );
  assert.deepEqual([added[1], added[3]], [codes[1], codes[2]]);
});

test('facts that cannot be brought together with the new text give way to it, and are told to stand beside', () => {
  const { text: merged, isAnew } = merge(
    factsDocument(first),
    '兴和县年度总结\n全年办理案件12件。\n',
  );
  assert.deepEqual(refusalsOf(merged, '兴和县年度总结\n全年办理案件12件。\n'), []);
  assert.ok(isMap(parseDocument(merged).contents));
  if (isAnew) assert.match(merged, /# conflict: facts\.yaml/);
});
