import {
  isAmountOfChange,
  isClassifier,
  isRateUnit,
  isSameUnit,
  longestList,
} from '../label/label-context.ts';
import type { OwnWords } from '../label/own-words.ts';
import { skipVerbs, verbAt } from '../words/verbs.ts';
import type { FigureReading, Mention } from '../reading/mentions.ts';
import { isRank } from '../reading/placed-numerals.ts';

/** Which figure a figure is a part of, and by which rule. */
export type Part = { readonly part: number; readonly whole: number; readonly rule: string };

const isCount = (mention: Mention): boolean =>
  !mention.isModifier &&
  !isAmountOfChange(mention) &&
  !isRateUnit(mention.quantity.unit) &&
  !isRank(mention.numeral) &&
  mention.numeral.cell === null;

const isAlike = (one: Mention, other: Mention): boolean =>
  isCount(one) && isCount(other) && isSameUnit(one.quantity.unit, other.quantity.unit);

/** Finds the parts of wholes: 其中, brackets, and what adds up right behind a whole. */
export function findParts(reading: FigureReading, owns: readonly OwnWords[]): Part[] {
  const { mentions } = reading;
  const parts = new Map<number, Part>();
  mentions.forEach((mention) => {
    if (parts.has(mention.index) || !isCount(mention)) return;
    const found =
      partsByWord(mentions, owns, mention) ??
      partsInBracket(reading, mention) ??
      partsBySum(reading, owns, mention);
    for (const part of found ?? []) if (!parts.has(part.part)) parts.set(part.part, part);
  });
  return [...parts.values()];
}

/** 其中 and what goes on in the same unit; across a semicolon only where it then adds up. */
function partsByWord(
  mentions: readonly Mention[],
  owns: readonly OwnWords[],
  first: Mention,
): Part[] | null {
  if (owns[first.index]?.isPart !== true) return null;
  const run = runFrom(mentions, first);
  const near = run.filter(({ clause }) => clause.stretch === first.clause.stretch);
  const candidates = wholesBefore(mentions, first);
  const fitting = candidates.find((whole) => addsUp(whole, near) || addsUp(whole, run));
  const whole = fitting ?? candidates[0];
  if (whole === undefined) return null;
  const members = addsUp(whole, run) ? run : within(whole, near);
  return members.map(({ index }) => ({ part: index, whole: whole.index, rule: 'whole-by-word' }));
}

/** 138名(每村6名): how many for each, and no part of all. */
const perEach = /每[^,、]{0,8}$|均$/;

/** 50件(甲30件、乙20件) */
function partsInBracket({ masked, mentions }: FigureReading, first: Mention): Part[] | null {
  if (!first.clause.isBracketed) return null;
  if (perEach.test(masked.slice(first.before.start, first.before.end))) return null;
  const whole = nearBefore(mentions, first).findLast((before) => !before.clause.isBracketed);
  if (whole === undefined || whole.clause.sentence !== first.clause.sentence) return null;
  if (!isAlike(whole, first) || first.quantity.value > whole.quantity.value) return null;
  const run = runFrom(mentions, first).filter(({ clause }) => clause.isBracketed);
  return within(whole, run).map(({ index }) => ({
    part: index,
    whole: whole.index,
    rule: 'whole-by-bracket',
  }));
}

const longest = 8;

/** Words that tell a sum, before a whole or before what is left of it. */
const ofAll = /共计?|[总合]计|累计|总共|总数/;
const ofRest = /其余|其它|其他|剩余|余下/;
/** What was made is one thing, and what was done with others of its kind another: 制定14件,废止9件,修改5件. */
const made = /制定|出台|印发|起草|发布|新[建增设]|建[成立]|举办|开展|召开|组织|培训/;
/** Two small numbers add up to a third too easily. */
const chance = 20;

/** What follows a figure in its unit and adds up to it, two parts or more. */
function partsBySum(
  { masked, mentions }: FigureReading,
  owns: readonly OwnWords[],
  whole: Mention,
): Part[] | null {
  const next = mentions[whole.index + 1];
  if (next === undefined || whole.quantity.value < 3) return null;
  if (!isClassifier(whole.quantity.unit) && whole.quantity.unit !== '元') return null;
  const { sentence, point } = whole.clause;
  if (next.clause.point !== point || next.clause.sentence > sentence + 1) return null;
  const all = runFrom(mentions, next).slice(0, longest);
  const stop = all.findIndex(({ index }) => owns[index]?.isPart || owns[index]?.isRespective);
  const run = stop < 0 ? all : all.slice(0, stop);
  const before = ({ before: { start, end } }: Mention) => masked.slice(start, end);
  const words = before(whole);
  const isMade = made.test(words);
  const isTold = ofAll.test(words) || run.some((each) => ofRest.test(before(each)));
  const objectOf = ({ index }: Mention) => {
    const { start = 0, end = 0 } = owns[index]?.head ?? {};
    return masked.slice(skipVerbs(masked, start, end), end);
  };
  // 培训企业20家 behind 检查企业30家 is another matter.
  const isOther = (part: Mention) =>
    verbAt(masked, owns[part.index]?.head.start ?? 0) > 0 &&
    (isMade || (objectOf(part) !== '' && objectOf(part) === objectOf(whole)));
  let sum = 0;
  for (const [at, { quantity }] of run.entries()) {
    if (!isAlike(run[at] ?? whole, whole)) return null;
    sum = round(sum + quantity.value);
    if (sum > whole.quantity.value) return null;
    if (sum === round(whole.quantity.value) && at > 0) {
      const members = run.slice(0, at + 1);
      const isLikely = isTold || whole.quantity.value >= chance || members.length > 2;
      if (!isLikely || members.some(isOther)) return null;
      return members.map(({ index }) => ({
        part: index,
        whole: whole.index,
        rule: 'whole-by-sum',
      }));
    }
  }
  return null;
}

/** A figure and those behind it in its sentence that count in the same unit, changes between them passed over. */
function runFrom(mentions: readonly Mention[], first: Mention): Mention[] {
  const run: Mention[] = [];
  for (const mention of mentions.slice(first.index, first.index + longestList)) {
    if (mention.clause.sentence !== first.clause.sentence) break;
    if (mention.clause.point !== first.clause.point) break;
    if (!isCount(mention)) continue;
    if (!isAlike(first, mention)) break;
    run.push(mention);
  }
  return run;
}

const nearBefore = (mentions: readonly Mention[], { index }: Mention): Mention[] =>
  mentions.slice(Math.max(0, index - longestList), index);

/** Figures before in the same unit, the nearest first: of this sentence, or of the one before where it begins with the part. */
function wholesBefore(mentions: readonly Mention[], part: Mention): Mention[] {
  const { sentence, point } = part.clause;
  const alike = nearBefore(mentions, part)
    .filter((before) => before.clause.point === point && isAlike(before, part))
    .filter((before) => before.quantity.value >= part.quantity.value)
    .toReversed();
  const own = alike.filter((before) => before.clause.sentence === sentence);
  return own.length > 0 ? own : alike.filter((before) => before.clause.sentence === sentence - 1);
}

const addsUp = (whole: Mention, parts: readonly Mention[]): boolean =>
  round(parts.reduce((sum, { quantity }) => sum + quantity.value, 0)) ===
  round(whole.quantity.value);

/** A report whose parts do not quite add up means them nonetheless. */
const most = (whole: number): number => round(whole * 1.05 + 3);

/** The first of them that together are no more than the whole, or hardly. */
function within(whole: Mention, parts: readonly Mention[]): Mention[] {
  let sum = 0;
  return parts.filter(({ quantity }) => {
    sum = round(sum + quantity.value);
    return sum <= most(whole.quantity.value);
  });
}

const round = (value: number): number => Number(value.toPrecision(12));
