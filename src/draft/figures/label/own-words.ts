import type { Stretch } from '../reading/clauses.ts';
import type { FigureReading, Mention } from '../reading/mentions.ts';
import { fillersAtHead, fillersAtTail, respectively } from '../words/fillers.ts';
import { verbAt } from '../words/verbs.ts';
import { behindFigure } from './behind-figure.ts';
import { dropLead } from './drop-lead.ts';

/** The words of a figure's own clause that say what is counted, fillers trimmed. */
export type OwnWords = {
  /** Before the figure; empty where nothing but fillers stands there. */
  readonly head: Stretch;
  /** What a classifier counts, right behind it. */
  readonly noun: Stretch;
  /** What is said of that noun. */
  readonly predicate: Stretch;
  /** 其中, 包括: a part of what was told before. */
  readonly isPart: boolean;
  /** 分别: one of several figures that stand in the order of what was named. */
  readonly isRespective: boolean;
  /** 均为100%: said of each that was named. */
  readonly isShared: boolean;
  /** 累计达到, 总数: the total of what came anew. */
  readonly isTotal: boolean;
  /** 继续有效的4件: the noun was told before. */
  readonly isModifier: boolean;
  /** 组织, 对, 为 before it: what is counted then does something or is done by. */
  readonly isSubject: boolean;
};

const part = /^[\s,、]*(?:其中|包括|包含|含(?![量氧税糖])|内含|主要(?:有|包括|为))/;
const total = /(?:累计|总数|总量|达到?|增至|升至|扩至|增加到|共有|总计|突破)[\s]*$/;
const shared = /(?:均|都|各)(?:已)?(?:为|达|达到|实现|保持|是|在|超过|有|不低于)?[\s]*$/;
const causative =
  /(?:组织|安排|引导|动员|发动|督促|指导|带领|要求|对|为|给|向|使|让|有|已有|全[市县省区州旗]|\ue000)[\s共]*$/;

/** Reads the words around a figure. */
export function ownWordsOf({ masked, clauses }: FigureReading, mention: Mention): OwnWords {
  const { before, quantity } = mention;
  const words = masked.slice(before.start, before.end);
  const trimmed = trimBefore(masked, before);
  const change = quantity.change?.verb ?? '';
  const from = mention.baseline === null ? trimmed : withoutStart(masked, trimmed);
  const verb = withoutVerb(masked, from, change);
  const head = dropLead(masked, /(?:和|及|与|、)$/.test(words) ? upToVerb(masked, verb) : verb);
  const isModifier = masked.charAt(head.end - 1) === '的' && head.end > head.start;
  const { clause } = mention;
  const opens = before.start === clause.start;
  const ahead = masked.slice(clauses[clause.index - 1]?.start, clauses[clause.index - 1]?.end);
  const isSubject = head.start >= head.end || causative.test(words);
  const behind = behindFigure(masked, mention, isSubject);
  return {
    head,
    ...behind,
    isPart:
      (part.test(words) && !isOfAll(masked.slice(mention.end, clause.end))) ||
      (opens && /^\s*(?:其中|包括)\s*$/.test(ahead)),
    isRespective: respectively.test(words),
    isShared: shared.test(words) || /均/.test(words.slice(-6)),
    isTotal: total.test(words),
    isModifier,
    isSubject,
  };
}

/** 包括9个乡镇在内实现全覆盖: what goes on behind 在内 is said of more than was counted before. */
const isOfAll = (behind: string): boolean => /在内(?:都|均|的|全部|已)*[^\s,、)]/.test(behind);

/** Trims fillers from both ends, as long as one fits. */
export function trimBefore(masked: string, { start, end }: Stretch): Stretch {
  let [from, to] = [start, end];
  for (let turn = 0; turn < 12; turn += 1) {
    const [lastFrom, lastTo] = [from, to];
    for (const filler of fillersAtTail) {
      const words = masked.slice(Math.max(from, to - 40), to);
      const found = filler.exec(words);
      if (found !== null) to -= words.length - found.index;
    }
    for (const filler of fillersAtHead) {
      const found = filler.exec(masked.slice(from, Math.min(to, from + 40)));
      if (found !== null) from += found[0].length;
    }
    if (from === lastFrom && to === lastTo) break;
  }
  return { start: Math.min(from, to), end: to };
}

/** 覆盖所有部门和9个乡镇: the other things that the verb counts are left out. */
function upToVerb(masked: string, { start, end }: Stretch): Stretch {
  for (let at = end - 2; at >= start; at -= 1) {
    const length = verbAt(masked, at);
    if (length > 0 && at + length <= end) return { start, end: at + length };
  }
  return { start, end };
}

/** 由法定的20天压缩至5天: where the change began is no part of what changed. */
function withoutStart(masked: string, { start, end }: Stretch): Stretch {
  const found = /[由从][^,、由从]{0,6}$/.exec(masked.slice(start, end));
  return trimBefore(masked, { start, end: found === null ? end : start + found.index });
}

/** Without the verb of a change that stands right before the figure. */
function withoutVerb(masked: string, { start, end }: Stretch, verb: string): Stretch {
  if (verb === '' || !masked.slice(start, end).endsWith(verb)) return { start, end };
  // 审减2亿元: what was cut by a review.
  if (verb === '减' && masked.charAt(end - 2) === '审') return { start, end };
  return trimBefore(masked, { start, end: end - verb.length });
}
