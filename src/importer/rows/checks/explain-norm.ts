import type { NormBound } from '../../../vocabulary.ts';
import type { KnownNorm } from '../frameworks/known-norms.ts';
import type { Rows } from '../rows.ts';
import { boundsOf, explainUnchecked, figureOf } from './explain-check.ts';
import type { CheckWords } from './explain-check.ts';
import type { Judged } from './judge.ts';

const bounds: Readonly<Record<NormBound, CheckWords>> = {
  AT_LEAST: { zh: '不少于', en: 'at least' },
  AT_MOST: { zh: '不超过', en: 'at most' },
  EXACTLY: { zh: '应为', en: 'exactly' },
};

/** The working of a figure against a norm in both languages; it shows both and accuses nobody. */
export function explainNorm(
  norm: KnownNorm,
  outcome: Rows['outcomes'][number],
  judged: Judged,
): CheckWords {
  const asked = askedInWords(norm);
  const told = figureOf(outcome, outcome.value ?? null);
  if (judged.reason === 'AGREES') {
    return {
      zh: `原文为 ${told}，符合标准（${asked.zh}）。`,
      en: `${told} is stated, which keeps the norm (${asked.en}).`,
    };
  }
  const range = boundsOf(judged.statedBounds);
  if (judged.reason === 'WITHIN_BOUNDS') {
    return {
      zh: `原文为 ${told}（${range.zh}），其范围内各值均符合标准（${asked.zh}）。`,
      en: `${told} is stated (${range.en}), and all that it can stand for keeps the norm (${asked.en}).`,
    };
  }
  if (judged.reason === 'NO_READING_AGREES') {
    return {
      zh: `原文为 ${told}，标准为${asked.zh}；由此不能推出符合标准，口径可能不同。`,
      en: `${told} is stated, and the norm is ${asked.en}; that it is kept does not follow, though the base may be another.`,
    };
  }
  const why = whyOpen(judged, told);
  return { zh: `标准为${asked.zh}；${why.zh}`, en: `The norm is ${asked.en}. ${why.en}` };
}

/** What a norm asks: 每年每人不少于 40 学时. */
function askedInWords({ bound, value, unit, per, period }: KnownNorm): CheckWords {
  const { zh, en } = bounds[bound];
  return {
    zh: `${period ? '每年' : ''}${per ? `每${per.zh}` : ''}${zh} ${value} ${unit.zh}`,
    en: `${en} ${value} (${unit.en})${per ? ` per ${per.en}` : ''}${period ? ' a year' : ''}`,
  };
}

/** Why a figure could not be held against the norm. */
function whyOpen(judged: Judged, told: string): CheckWords {
  const range = boundsOf(judged.statedBounds);
  switch (judged.reason) {
    case 'BOUNDS_LEAVE_OPEN':
      return {
        zh: `原文为 ${told}（${range.zh}），其范围内有的值符合、有的不符合，不能确定。`,
        en: `${told} is stated (${range.en}); some of what it can stand for keeps it and some does not.`,
      };
    case 'PERIOD_DIFFERS':
      return {
        zh: `原文的 ${told} 不是一个自然年度的数，或未说明时段，不能对照。`,
        en: `${told} is not of one calendar year, or of a time that is not told, so it cannot be held against it.`,
      };
    case 'PER_DIFFERS':
      return {
        zh: `原文的 ${told} 与标准的口径（人均、每个等）不同，或未说明，不能对照。`,
        en: `${told} is told per something else, or not said to be per the same, so it cannot be held against it.`,
      };
    case 'PART_ONLY':
      return {
        zh: `原文的 ${told} 只是其中一部分，或是几个数之一，不能对照。`,
        en: `${told} is a part, or one of several figures, so it cannot be held against it.`,
      };
    default:
      return explainUnchecked(judged);
  }
}
