import { fc } from '../../support/random/properties.ts';
import type { Draft, DraftFigure, DraftSpan } from '../../../src/draft/draft.ts';
import { findNumerals } from '../../../src/text/numerals/numeral-scanner.ts';

/** Pieces of the genre's sentences, so that texts repeat themselves and hold all kinds of figures. */
const pieces = [
  '一、加强组织领导\n',
  '（一）健全机制。',
  '一是',
  '印发《工作规程》',
  '召开会议2次',
  '清理文件12件',
  '其中废止5件、修改4件',
  '由20个工作日压缩至10个工作日',
  '同比下降4.2个百分点',
  '减少环节46个',
  '受理申请300件，同比增长20%',
  '下降三成五',
  '增长1倍',
  '减少一半',
  '满意率、办结率均为100%',
  '受理、办结分别为12件、8件',
  '每个村不少于3名',
  '人均学法40学时',
  '达到95%以上',
  '今年以来',
  '2023年',
  '上半年',
  '2024年底前',
  '力争办理不少于10件',
  '执法力量薄弱',
  '居全市第2位',
  '6:4',
  '80余场次',
  '群众法治意识明显增强',
  '通过培训',
  '使',
  '𠮷',
  '。',
  '，',
  '；',
  '\n',
  '  ',
] as const;

const text = fc
  .array(fc.constantFrom(...pieces), { minLength: 1, maxLength: 40 })
  .map((all) => all.join(''));

type Case = { text: string; draft: Draft };

const words = fc.constantFrom('', '清理的文件', '办件', '召开的会议', '满意率', '办结率', '村');
const review = fc.constantFrom(null, '规则不能确定');
const rule = fc.constantFrom('figure-of-clause', 'Rule 2', '');

/** Any draft over a text: spans anywhere in it, figures at its numerals and elsewhere, links between anything. */
export const anyDraft: fc.Arbitrary<Case> = text.chain((own) => {
  const length = Array.from(own).length;
  const span = fc
    .tuple(fc.nat(length), fc.nat(length))
    .map(([a, b]): DraftSpan => ({ start: Math.min(a, b), end: Math.max(a, b) }));
  const said = { rule, review };
  const spanned = <Item extends object>(
    item: Record<string, fc.Arbitrary<unknown>>,
    kind: string,
  ) =>
    fc
      .array(fc.tuple(span, fc.record({ ...said, ...item })), { maxLength: 6 })
      .map((all) =>
        all.map(
          ([where, each], nth) => ({ ...where, ...each, id: `${kind}${nth}` }) as unknown as Item,
        ),
      );
  const idOf = (kind: string) => fc.nat(7).map((nth) => `${kind}${nth}`);
  const draft = fc.record({
    sections: spanned<Draft['sections'][number]>(
      {
        heading: fc.option(span),
        part: fc.constantFrom(null, 'PLAN', 'SHORTCOMINGS'),
        within: fc.option(idOf('s')),
      },
      's',
    ),
    measures: spanned<Draft['measures'][number]>(
      {
        section: idOf('s'),
        title: words,
        stage: fc.constantFrom('CARRIED_OUT', 'PLANNED'),
        acts: fc.array(span, { maxLength: 3 }),
      },
      'm',
    ),
    countedActs: fc.constant([]),
    figures: figuresOver(own, span),
    statements: spanned<Draft['statements'][number]>(
      { label: words, measure: fc.option(idOf('m')) },
      'w',
    ),
    problems: spanned<Draft['problems'][number]>(
      { section: idOf('s'), title: words, cause: fc.option(span) },
      'p',
    ),
    links: fc.array(
      fc.record({
        ...said,
        measure: idOf('m'),
        outcome: fc.oneof(idOf('f'), idOf('w')),
        basis: fc.constantFrom('STATED' as const, 'SAME_POINT' as const),
        from: fc.option(span),
      }),
      { maxLength: 9 },
    ),
    documents: spanned<Draft['documents'][number]>(
      { title: words, issuer: fc.constant(null) },
      'd',
    ),
    organizations: spanned<Draft['organizations'][number]>(
      { name: fc.constantFrom('县委理论学习中心组', '没有的机构') },
      'g',
    ),
    honours: spanned<Draft['honours'][number]>({ name: words, awarder: fc.constant(null) }, 'h'),
    ratios: fc.array(fc.record({ ...said, rate: idOf('f'), count: idOf('f'), base: idOf('f') }), {
      maxLength: 3,
    }),
  });
  return draft.map((each) => ({ text: own, draft: each }));
});

function figuresOver(own: string, span: fc.Arbitrary<DraftSpan>): fc.Arbitrary<DraftFigure[]> {
  const numerals = findNumerals(own).filter(({ quantity }) => quantity);
  const told = fc.array(
    fc.tuple(
      fc.record({
        at:
          numerals.length > 0
            ? fc.option(fc.constantFrom(...numerals), { freq: 9 })
            : fc.constant(null),
        elsewhere: span,
        widen: fc.tuple(fc.nat(12), fc.nat(4)),
        value: fc.option(fc.constantFrom(0, 5, 12, 95.5, -3), { freq: 1 }),
      }),
      fc.record({
        rule,
        review,
        kind: fc.constantFrom('RESULT', 'RESULT', 'TARGET', 'PROBLEM', 'BACKGROUND'),
        unitHead: fc.option(span, { freq: 1 }),
        noun: fc.option(fc.constantFrom('文件', '会议', '无此名词')),
        baseline: fc.option(fc.constantFrom(20, 30), { freq: 2 }),
        change: fc.constantFrom('LEVEL', 'LEVEL', 'BY', 'RATE_OF_CHANGE'),
        direction: fc.constantFrom(null, 'UP', 'DOWN'),
        changeOf: fc.option(fc.nat(7).map((nth) => `f${nth}`)),
        period: fc.option(
          fc.record({
            text: fc.constantFrom('今年以来', '上半年', '2024年底前', ''),
            edtf: fc.constantFrom('2023', '../2024-12-31', 'nonsense', ''),
            stated: fc.boolean(),
          }),
        ),
        label: words,
        whole: fc.option(fc.nat(7).map((nth) => `f${nth}`)),
        measure: fc.option(fc.nat(7).map((nth) => `m${nth}`)),
        indicator: fc.option(
          fc.constantFrom('governance-meetings', 'energy-review-time', 'no-such'),
        ),
        level: fc.constantFrom(null, 'OUTPUT', 'OUTCOME'),
        qualifier: fc.constant('EXACT'),
        isRank: fc.boolean(),
        comparison: fc.option(fc.constantFrom('高于全省平均水平', '比上年多'), { freq: 1 }),
      }),
    ),
    { maxLength: 9 },
  );
  const length = Array.from(own).length;
  return told.map((all) =>
    all.map(([{ at, elsewhere, widen, value }, rest], nth) => {
      const own_ = at ?? elsewhere;
      const quote = {
        start: Math.max(0, own_.start - widen[0]),
        end: Math.min(length, own_.end + widen[1]),
      };
      return {
        ...rest,
        id: `f${nth}`,
        start: own_.start,
        end: own_.end,
        quote,
        value: value ?? at?.quantity?.value ?? 1,
        unit: at?.quantity?.unit ?? '',
      };
    }),
  );
}
