import type { Facts } from './facts.ts';

/** In one of so many reports some facts are as a rule left them. */
const every = 3;

/**
 * Leaves some facts of some reports to review, as a draft does: a result in words, a document and a
 * problem, so that no figure that is checked is among them, and one figure that is not part of anything.
 */
export function leaveToReview(facts: Facts, index: number): void {
  if (index % every !== 1) return;
  const measures = facts.sections.flatMap((section) => section.measures);
  const outcomes = measures.flatMap((measure) => measure.outcomes);
  const inWords = outcomes.find(({ statement }) => statement !== undefined);
  const alone = outcomes.findLast(
    ({ value, baseline, parts, indicator }) =>
      value !== undefined && baseline === undefined && !parts && indicator === undefined,
  );
  const [problem] = facts.sections.flatMap((section) => section.problems ?? []);
  const left = [
    [inWords, '结果还是做法，规则不能确定'],
    [alone, '标签由前一分句推定'],
    [facts.documents.at(-1), '文件名没有书名号'],
    [problem, '不足还是背景，规则不能确定'],
  ] as const;
  for (const [fact, review] of left) if (fact) Object.assign(fact, { origin: 'draft', review });
  facts.origins = [{ code: 'draft', kind: 'RULE', name: 'draft', version: '1' }];
}
