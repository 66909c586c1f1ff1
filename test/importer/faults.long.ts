import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { getColumns } from 'drizzle-orm';
import { readTexts } from '../../src/db/columns/read-texts.ts';
import { openCurrent } from '../../src/db/snapshot/pointer.ts';
import { evidences } from '../../src/db/tables/report.ts';
import { copySeed, factsFile, juzheng, textFile } from '../support/copied.ts';
import type { Copied } from '../support/copied.ts';

/** A fault that is planted in a copy of the seed, and what the command line must say of it. */
type Fault = {
  name: string;
  plant: (copy: Copied) => void;
  /** Where it stands, as words of the spoiled file. */
  at: { file?: string; words: string; nth?: number };
  says: string;
};

const faults: Fault[] = [
  {
    name: 'a quote that is absent',
    plant: ({ change }) => {
      change(factsFile, 'quote: 人均学习高达91.2学时', 'quote: 人均学习高达91.2个学时');
    },
    at: { words: '人均学习高达91.2个学时' },
    says: 'absent-quote: “人均学习高达91.2个学时” does not stand in the text. The text has “人均学习高达91.2”, but goes on with “学时,全县领导干部依法行政的意识”.',
  },
  {
    name: 'a quote with a full-width comma where the text has an ASCII one',
    plant: ({ change }) => {
      change(factsFile, '437起,调解成功435件\n', '437起\uff0c调解成功435件\n');
    },
    at: { words: '矛盾纠纷437起\uff0c调解成功435件' },
    says: 'absent-quote: “矛盾纠纷437起\uff0c调解成功435件” does not stand in the text. The text has “矛盾纠纷437起,调解成功435件”, which differs in width, spaces or punctuation: copy it.',
  },
  {
    name: 'a quote that stands twice',
    plant: ({ change }) => {
      change(factsFile, 'heading: 全面简化服务流程', 'heading: 全面简化');
    },
    at: { words: '全面简化\n' },
    says: 'ambiguous-quote: “全面简化” stands 2 times: …办理”。二是[全面简化]服务流程。全… …化服务流程。[全面简化]投资项目备案…. Quote more words, or say what stands beside them: {exact: …, prefix: …, suffix: …}.',
  },
  {
    name: 'a figure that its quote does not show',
    plant: ({ change }) => {
      change(factsFile, 'baseline: 20', 'baseline: 30');
    },
    at: { words: '30\n            value: 10', nth: 0 },
    says: 'figure-not-in-quote: 30 cannot be read in “政府投资类审批时限由20个工作日压缩至10个工作日”. The quote shows 20.',
  },
  {
    name: 'a wrong value',
    plant: ({ change }) => {
      change(factsFile, 'value: 1288', 'value: 1298');
    },
    at: { words: '1298' },
    says: 'figure-not-in-quote: 1298 cannot be read in “县1288项、乡镇44项、村(社区)40项政务服务事项实现“一窗办理””. The quote shows 1288, 44, 40.',
  },
  {
    name: 'an unknown unit',
    plant: ({ change }) => {
      change(factsFile, 'value: 184\n', "value: 184\n            unit: '{opinoin}'\n");
    },
    at: { words: "'{opinoin}'" },
    says: 'unknown-unit: There is no unit "{opinoin}". Did you mean "{opinion}"?',
  },
  {
    name: 'a unit that the text does not use',
    plant: ({ change }) => {
      change(
        factsFile,
        'value: 184\n            indicator',
        "value: 184\n            unit: '{person}'\n            indicator",
      );
    },
    at: { words: "'{person}'\n            indicator: legal-opinions" },
    says: 'unit-not-as-written: After 184 the text has “条。\n',
  },
  {
    name: 'a code that is given twice',
    plant: ({ change }) => {
      change(factsFile, 'code: energy-review-time', 'code: government-investment-approval-time');
    },
    at: { words: 'government-investment-approval-time', nth: 2 },
    says: 'duplicate-code: The outcome "government-investment-approval-time" is there already. A code is given once; choose another for this one.',
  },
  {
    name: 'a link to nothing',
    plant: ({ change }) => {
      change(
        factsFile,
        /$/,
        'links:\n  - { measure: streamline-approvals, outcome: energy-review-tim, basis: SAME_POINT }\n',
      );
    },
    at: { words: 'energy-review-tim,' },
    says: 'unknown-outcome: There is no outcome "energy-review-tim". Did you mean "energy-review-time"?',
  },
  {
    name: 'a line that is no YAML',
    plant: ({ change }) => {
      change(factsFile, 'report:\n', 'report: [\n');
    },
    at: { words: 'MODEL_AREA' },
    says: 'broken-yaml: Implicit keys need to be on a single line.',
  },
  {
    name: 'a field that no fact has',
    plant: ({ change }) => {
      change(factsFile, 'value: 91.2', 'value: 91.2\n            vaule: 1');
    },
    at: { words: 'code: law-study-hours' },
    says: 'shape: ',
  },
  {
    name: 'a statement in other words than the report’s',
    plant: ({ change }) => {
      change(
        factsFile,
        'statement: 社会投资类审批为即办件',
        'quote: 社会投资类审批为即办件\n            statement: 当场办结',
      );
    },
    at: { words: '当场办结' },
    says: 'statement-not-in-quote: “当场办结” does not stand in “社会投资类审批为即办件”. A statement is in the report’s own words: copy them from the quote.',
  },
  {
    name: 'a figure that two outcomes claim',
    plant: ({ change }) => {
      change(
        factsFile,
        'quote: { to: 1件终止 }',
        'quote: 办结5件,其中3件决定维持、1件决定撤销、1件终止\n                figure: 1件决定撤销',
      );
    },
    at: { words: '1\n                indicator: reconsideration-terminated' },
    says: 'figure-claimed-twice: “1件” at ',
  },
  {
    name: 'a figure per head without a unit per head',
    plant: ({ change }) => {
      change('vocabulary/units.yaml', 'classifiers: [次]', 'classifiers: [次, 学时]');
      change(
        factsFile,
        '            indicator: law-study-hours-per-head\n',
        "            level: OUTPUT\n            unit: '{session}'\n",
      );
    },
    at: { words: "'{session}'" },
    says: 'per-head: 91.2 is per head (人均), its unit "{session}" is not.',
  },
  {
    name: 'a part that does not say which part it is',
    plant: ({ change }) => {
      change(factsFile, '                dimension: { zh: 应当废止, en: to be repealed }\n', '');
    },
    at: { words: 'code: documents-to-repeal' },
    says: 'part-without-dimension: A part says which part it is. Give it a dimension.',
  },
  {
    name: 'a period that is no EDTF',
    plant: ({ change }) => {
      change(factsFile, 'edtf: 2023-01?/2023-06?', 'edtf: 2023年上半年');
    },
    at: { words: '2023年上半年' },
    says: 'period-not-edtf: "2023年上半年" is no EDTF.',
  },
  {
    name: 'a link that nobody decided on',
    plant: ({ change }) => {
      change(
        factsFile,
        '            statement: 确保行政决策的科学化、民主化、法治化\n            link: { basis: STATED, from: 印发出台《关于进一步贯彻落实 }\n',
        '            statement: 确保行政决策的科学化、民主化、法治化\n',
      );
    },
    at: { words: 'code: decisions-sound' },
    says: 'link-without-basis: Nobody decided what joins "decisions-sound" to "major-decisions". Add link: { basis: … } by section 4 of seed/CODEBOOK.md.',
  },
  {
    name: 'a stated link whose words hold none of the measure’s',
    plant: ({ change }) => {
      change(
        factsFile,
        'link: { basis: STATED, from: 全面推行执法全过程记录制度 }',
        'link: { basis: STATED, quote: 实现行政执法全程留痕 }',
      );
    },
    at: { words: '{ basis: STATED, quote: 实现行政执法全程留痕 }' },
    says: 'link-without-ends: The words that join them hold none of the measure "three-systems". Begin with words of an act and end with words of the result, or choose another basis.',
  },
  {
    name: 'an amount of change as the value of an indicator of levels',
    plant: ({ change }) => {
      change(factsFile, 'change: -46', 'value: 46');
    },
    at: { words: '46\n            indicator' },
    says: 'value-is-a-change: “46个” is by how much something changed (减少); the indicator "handling-steps" observes a level. Write change: -46 instead of value.',
  },
  {
    name: 'a change against its verb',
    plant: ({ change }) => {
      change(factsFile, 'change: -46', 'change: 46');
    },
    at: { words: '46\n            indicator' },
    says: 'change-against-verb: 46 goes against “减少” in the text. A fall is below zero, a rise above.',
  },
  {
    name: 'a level under an indicator of changes',
    plant: ({ change }) => {
      change(
        'vocabulary/indicators.yaml',
        '{ code: legal-opinions, unit',
        '{ code: legal-opinions, kind: CHANGE, unit',
      );
    },
    at: { words: 'legal-opinions\n            period' },
    says: 'indicator-kind: The indicator "legal-opinions" observes changes, and 184 is a level. Take an indicator of levels.',
  },
  {
    name: 'an act as its own outcome',
    plant: ({ change }) => {
      change(
        factsFile,
        '            statement: 实现行政执法全程留痕\n',
        '            statement: 全面推行执法全过程记录制度\n',
      );
    },
    at: { words: '{ basis: STATED, from: 全面推行执法全过程记录制度 }' },
    says: 'outcome-in-act: The words of "enforcement-traceable" are those of an act of "three-systems". An act is no outcome and holds no figure of one (seed/CODEBOOK.md, M2, O2): drop the outcome, or quote the act without it.',
  },
  {
    name: 'acts in another order than the text’s',
    plant: ({ change }) => {
      change(factsFile, 'acts: [经梳理优化]', 'acts: [深入开展“两优”专项行动]');
    },
    at: { words: '深入开展“两优”专项行动]' },
    says: 'act-order: The act stands before the one above it, or overlaps it. Give the acts in the order of the text, none of whose words twice.',
  },
  {
    name: 'a waiver of more than one clause',
    plant: ({ change }) => {
      change(
        factsFile,
        'quote: 努力营造良好的普法工作氛围',
        "quote: '广泛开展法治宣传,努力营造良好的普法工作氛围'",
      );
    },
    at: { words: "'广泛开展法治宣传,努力营造" },
    says: 'waiver-of-several: “广泛开展法治宣传,努力营造良好的普法工作氛围” lies in 2 clauses. Waive one clause at a time, each with its reason.',
  },
  {
    name: 'a waiver of a clause that a fact rests on',
    plant: ({ change }) => {
      change(factsFile, 'quote: 努力营造良好的普法工作氛围', 'quote: 广泛开展法治宣传');
    },
    at: { words: '广泛开展法治宣传\n    reason' },
    says: 'idle-waiver: A fact rests on “广泛开展法治宣传”. Remove the waiver.',
  },
  {
    name: 'a retired code that is given again',
    plant: ({ change }) => {
      change(factsFile, '    code: plans-issued', '    code: tasks-assigned');
    },
    at: { words: 'tasks-assigned\n    by' },
    says: 'retired-code: "tasks-assigned" is retired, and given again. A code is never given twice: choose another for what bears it now.',
  },
  {
    name: 'a control character in the text',
    plant: ({ change }) => {
      change(textFile, '近日', '近\u0007日');
    },
    at: { file: textFile, words: '\u0007' },
    says: 'control-character: The file holds the control character U+0007. Remove it.',
  },
  {
    name: 'an unknown place',
    plant: ({ change }) => {
      change(factsFile, "place: '150924'\n  # The", "place: '150925'\n  # The");
    },
    at: { words: "'150925'" },
    says: 'unknown-place: There is no place "150925". Did you mean "150924"?',
  },
];

for (const { name, plant, at, says } of faults) {
  test(`refused, at its place and in clear words: ${name}`, (t) => {
    const copy = copySeed();
    t.after(copy.remove);
    plant(copy);
    const { file = factsFile, words, nth } = at;
    const { code, out, err } = juzheng('import', '--seed', copy.seed, '--data', copy.data);
    assert.equal(code, 1);
    assert.equal(out, '');
    const place = `${join(copy.seed, file)}:${copy.placeOf(file, words, nth)} ${says.split('\n')[0]}`;
    assert.ok(err.includes(place), `wanted ${place}\ngot ${err}`);
    assert.match(err, /\d+ problems?; nothing was changed\n$/);
    assert.doesNotMatch(err, /\n\s+at /, 'no stack trace');
    assert.ok(!existsSync(join(copy.data, 'CURRENT')));
  });
}

test('all problems of all files are told at once, in order', (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  copy.change(factsFile, 'value: 96', 'value: 69');
  copy.change(factsFile, 'statement: 社会投资类审批为即办件', 'statement: 审批当场办结');
  copy.change(factsFile, 'indicator: legal-opinions', 'indicator: legal-opinion');
  copy.change('vocabulary/indicators.yaml', "unit: '%'", "unit: '‰'");
  const { code, err } = juzheng('check', copy.seed);
  assert.equal(code, 1);
  const rules = err.split('\n').map((line) => line.split(' ')[1]);
  assert.deepEqual(rules.slice(0, 4), [
    'absent-quote:',
    'figure-not-in-quote:',
    'unknown-indicator:',
    'unknown-unit:',
  ]);
  assert.match(err, /4 problems; nothing was changed/);
});

test('characters beyond the BMP before the quotes shift no offset', (t) => {
  const copy = copySeed();
  t.after(copy.remove);
  copy.change(textFile, '近日,', '近日𠮷🀄👩‍⚖️,');
  copy.change(factsFile, 'starts: 近日,', 'starts: 近日𠮷🀄👩‍⚖️,');
  const { code, err } = juzheng('import', '--seed', copy.seed, '--data', copy.data);
  assert.equal(code, 0, err);
  const current = openCurrent(copy.data);
  assert.ok(current.ok);
  const text = Array.from(readFileSync(join(copy.seed, textFile), 'utf8'));
  const { prefix: before, suffix: behind } = readTexts.evidences;
  const quotes = current.snapshot.db
    .select({ ...getColumns(evidences), prefix: before(evidences), suffix: behind(evidences) })
    .from(evidences)
    .all();
  assert.equal(quotes.length, 164);
  for (const { exact, prefix, suffix, start, end } of quotes) {
    assert.equal(text.slice(start, end).join(''), exact);
    assert.equal(text.slice(Math.max(0, start - 16), start).join(''), prefix);
    assert.equal(text.slice(end, end + 16).join(''), suffix);
  }
  current.snapshot.close();
});
