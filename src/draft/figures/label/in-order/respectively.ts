import { respectively } from '../../words/fillers.ts';
import { generalMeasure } from '../../words/things.ts';
import { verbAt } from '../../words/verbs.ts';
import { isEmpty, wordsOf } from '../figure-label.ts';
import type { FigureLabel } from '../figure-label.ts';
import type { LabelContext } from '../label-context.ts';
import { trimBefore } from '../own-words.ts';
import { groupOf } from './figure-group.ts';
import { toldBefore } from './told-before.ts';

/** 甲和乙分别为1和2: the figures stand in the order of what is named before them. */
export function labelRespectively(context: LabelContext): FigureLabel | null {
  const group = groupOf(context);
  if (group === null) return null;
  const { first, place, size, isTold } = group;
  if (!isTold) return measuresOf(context, first, size)?.[place] ?? null;
  const named =
    namedBefore(context, first, size) ??
    namedAndCounted(context, first, size) ??
    toldFor(context, first, size);
  const label = named?.[place];
  return label === undefined || label.text === '' ? null : label;
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

/** 案件主要集中在甲、乙、丙三个领域,分别为61件、28件、22件: named and counted in the clause right before. */
function namedAndCounted(
  { reading: { masked, mentions }, owns, mention }: LabelContext,
  first: number,
  size: number,
): FigureLabel[] | null {
  const [before, figure, own] = [mentions[first - 1], mentions[first], owns[first]];
  if (!before || !figure || !own || !isEmpty(own.head)) return null;
  if (before.clause.index !== figure.clause.index - 1 || before.quantity.value !== size)
    return null;
  if (before.clause.point !== figure.clause.point) return null;
  const words = masked.slice(before.before.start, before.before.end);
  const lead =
    /^.*(?:集中[在于]|分布[在于]|来自|涉及|包括|分为|为|是|有|对|在)/.exec(words)?.[0] ?? '';
  const start = before.before.start + lead.length;
  const items = itemsOf(wordsOf(masked, { start, end: before.before.end }), size);
  const things = /^.*?(?:案件|纠纷|问题|投诉|事项|诉求|申请)/.exec(lead)?.[0] ?? '';
  const { end } = mention;
  return (
    items?.map((item) => {
      const text = `${item}${item.endsWith(things) ? '' : things}`;
      // What goes on behind them counts the things, and not those of the last kind.
      const noun = things === '' ? text : things;
      return { text, noun, start, end, rule: 'label-respectively', review: null };
    }) ?? null
  );
}

/** 参考率和及格率达到99.6%和98.9%: as many measures are named as figures follow, without 分别. */
function measuresOf(
  { reading: { masked, mentions }, owns, mention }: LabelContext,
  first: number,
  size: number,
): FigureLabel[] | null {
  const head = owns[first]?.head;
  const unit = mentions[first]?.quantity.unit;
  const isAlike = mentions
    .slice(first, first + size)
    .every(({ quantity, behind }) => quantity.unit === unit && isEmpty(trimBefore(masked, behind)));
  if (head === undefined || size < 2 || !isAlike) return null;
  const items = itemsOf(wordsOf(masked, head), size);
  if (items === null || !items.every((item) => isMeasure.test(item))) return null;
  return items.map((item) => ({
    text: item,
    noun: item,
    start: head.start,
    end: mention.end,
    rule: 'label-in-order',
    review: null,
  }));
}

const isMeasure = /.(?:率|度|量|额|值|比例|比重|占比|收入|投资|面积)$/;

/** The figures before, where nothing is named between; else all share what is named as a whole. */
function toldFor(context: LabelContext, first: number, size: number): FigureLabel[] | null {
  const { reading, owns } = context;
  const head = owns[first]?.head;
  if (head === undefined || isEmpty(head)) return toldBefore(context, first, size);
  const words = wordsOf(reading.masked, head);
  if (generalMeasure.test(words)) {
    const levels = toldBefore(context, first, size);
    if (levels !== null)
      return levels.map((level) => ({ ...level, text: `${level.text}${words}` }));
  }
  const isHere = reading.mentions[first - 1]?.clause.point === context.mention.clause.point;
  const before = isHere && generalMeasure.test(words) ? context.labels[first - 1] : undefined;
  const text = `${before?.text ?? ''}${words}`;
  const review = 'What each of these figures counts is not told apart.';
  const label = { text, noun: text, start: head.start, end: context.mention.end, review };
  return Array.from({ length: size }, () => ({ ...label, rule: 'label-together' }));
}

const separators = /[、,]|以及|和(?![解谐平])|及(?![时其格])|与/;

/** Parts an enumeration into as many items as there are figures; what only the last one names belongs to all. */
function itemsOf(told: string, size: number): string[] | null {
  // 养老、失业、工伤三项保险: how many they are is no part of the last one's name.
  const words = told.replace(
    /(?<=.[、和及与].{1,12})[二两三四五六七八九十](?:大?项|大?类|个|种)(?=.{2,}$)/,
    '',
  );
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
