import { respectively } from '../words/fillers.ts';
import { generalMeasure } from '../words/things.ts';
import { verbAt } from '../words/verbs.ts';
import { isEmpty, wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import { isAmountOfChange, longestList } from './label-context.ts';
import type { LabelContext } from './label-context.ts';
import { trimBefore } from './own-words.ts';

/** 甲和乙分别为1和2: the figures stand in the order of what is named before them. */
export function labelRespectively(context: LabelContext): FigureLabel | null {
  const group = groupOf(context);
  if (group === null) return null;
  const { first, place, size } = group;
  const named = namedBefore(context, first, size) ?? toldFor(context, first, size);
  const label = named?.[place];
  return label === undefined || label.text === '' ? null : label;
}

/** The first figure behind 分别, the place of this one among those that follow, and how many they are. */
function groupOf({ reading, owns, mention }: LabelContext) {
  const { mentions } = reading;
  let first = mention.index;
  const least = Math.max(0, mention.index - longestList);
  while (first > least && follows(first) && !begins(first)) first -= 1;
  if (!begins(first)) return null;
  let last = first + 1;
  while (last - first < longestList && follows(last)) last += 1;
  return { first, place: mention.index - first, size: last - first };

  /** 分别 stands before it, or it is the first of several bare changes: 增长5.1%和7.8%. */
  function begins(at: number): boolean {
    const [own, figure] = [owns[at], mentions[at]];
    if (own === undefined || figure === undefined) return false;
    const isBare = isAmountOfChange(figure) && isEmpty(own.head) && !follows(at);
    return own.isRespective || (isBare && follows(at + 1));
  }

  function follows(at: number): boolean {
    const link = mentions[at]?.link;
    const own = owns[at];
    const isJoined = link === 'LIST' || link === 'AND';
    return isJoined && own !== undefined && isEmpty(own.head);
  }
}

/** The items of the enumeration before 分别, or between its verb and the first figure. */
function namedBefore(
  { reading, mention }: LabelContext,
  first: number,
  size: number,
): FigureLabel[] | null {
  const { masked, mentions } = reading;
  const { before } = mentions[first] ?? mention;
  const words = masked.slice(before.start, before.end);
  const found = respectively.exec(words);
  if (found === null || size < 2) return null;
  const behind = { start: before.start + found.index + found[0].length, end: before.end };
  const ahead = trimBefore(masked, { start: before.start, end: before.start + found.index });
  const verb = trimBefore(masked, behind);
  const lead = verbAt(masked, verb.start);
  for (const [stretch, prefix] of [
    [ahead, wordsOf(masked, verb)],
    [{ start: verb.start + lead, end: verb.end }, masked.slice(verb.start, verb.start + lead)],
  ] as const) {
    const items = itemsOf(wordsOf(masked, stretch), size);
    if (items === null) continue;
    const isAhead = stretch === ahead;
    return items.map((item) => ({
      text: `${isAhead && prefix.length > 4 ? '' : prefix}${item}`,
      noun: item,
      start: Math.min(stretch.start, verb.start),
      end: mention.end,
      rule: 'label-respectively',
      review: null,
    }));
  }
  return null;
}

/** The figures before, where nothing is named between; else all share what is named as a whole. */
function toldFor(context: LabelContext, first: number, size: number): FigureLabel[] | null {
  const { reading, owns } = context;
  const head = owns[first]?.head;
  if (head === undefined || isEmpty(head)) return toldBefore(context, first, size);
  const words = wordsOf(reading.masked, head);
  const isHere = reading.mentions[first - 1]?.clause.point === context.mention.clause.point;
  const before = isHere && generalMeasure.test(words) ? context.labels[first - 1] : undefined;
  const text = `${before?.text ?? ''}${words}`;
  const review = 'What each of these figures counts is not told apart.';
  const label = { text, noun: text, start: head.start, end: context.mention.end, review };
  return Array.from({ length: size }, () => ({ ...label, rule: 'label-together' }));
}

/** 同比分别下降: the last figures before that are no changes. */
function toldBefore(
  { reading, labels, mention }: LabelContext,
  first: number,
  size: number,
): FigureLabel[] | null {
  const levels: FigureLabel[] = [];
  const { sentence, point } = mention.clause;
  const least = Math.max(0, first - longestList);
  for (let at = first - 1; at >= least && levels.length < size; at -= 1) {
    const before = reading.mentions[at];
    const label = labels[at];
    if (before?.clause.sentence !== sentence || before.clause.point !== point) break;
    if (label === undefined) break;
    if (!isAmountOfChange(before)) levels.unshift(label);
  }
  if (levels.length < size) return null;
  return levels.map((label) => ({
    ...label,
    end: mention.end,
    rule: 'label-respectively-carried',
    review: null,
  }));
}

const separators = /[、,]|以及|和(?![解谐平])|及(?![时其格])|与/;

/** Parts an enumeration into as many items as there are figures; what only the last one names belongs to all. */
function itemsOf(words: string, size: number): string[] | null {
  const byComma = words.split('、');
  const items = byComma.length === size ? byComma : words.split(separators);
  if (items.length !== size || items.some((item) => item === '')) return null;
  const last = items.at(-1) ?? '';
  const shortest = Math.min(...items.map((item) => item.length));
  const isShort = shortest <= 4 && last.length >= shortest + 3 && !hasHead.test(items[0] ?? '');
  if (!isShort) return items;
  const tail = last.slice(shortest);
  return items.map((item, at) => (at === items.length - 1 ? item : `${item}${tail}`));
}

/** An item that says by itself what it is. */
const hasHead =
  /(?:率|量|额|值|数|件|人|户|项|案|收入|面积|比重|产业|税收|投资|出口|进口|指数|水平|贷款|存款)$/;
