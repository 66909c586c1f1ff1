import type { FigureReading, Mention } from '../reading/mentions.ts';
import { labelOfChange, labelOfTotal } from './carried.ts';
import { labelInTable } from './in-table.ts';
import { labelOfRank } from './of-rank.ts';
import { wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import type { LabelContext, LabelRule } from './label-context.ts';
import { labelBefore } from './before.ts';
import { labelBehind } from './behind.ts';
import { labelByPredicate, labelOfTimes } from './by-predicate.ts';
import { labelByVerb } from './by-verb.ts';
import { labelOfMatter } from './matter.ts';
import { findParts } from '../relations/whole-of.ts';
import { ownWordsOf } from './own-words.ts';
import { labelRespectively } from './in-order/respectively.ts';

/** From the most particular to the most general; the first that applies is right. */
const rules: readonly LabelRule[] = [
  labelInTable,
  labelOfRank,
  labelRespectively,
  labelOfMatter,
  labelOfChange,
  labelOfTotal,
  labelOfTimes,
  labelByPredicate,
  labelBehind,
  labelByVerb,
  labelBefore,
];

/** What each figure of a text counts, in the text's own words. */
export function findLabels(reading: FigureReading) {
  const owns = reading.mentions.map((mention) => ownWordsOf(reading, mention));
  const parts = findParts(reading, owns);
  const wholes = new Map(parts.map(({ part, whole }) => [part, whole]));
  const labels: FigureLabel[] = [];
  for (const mention of reading.mentions) {
    const own = owns[mention.index];
    if (own === undefined) continue;
    const context = {
      reading,
      owns,
      labels,
      mention,
      own,
      wholes,
      whole: wholes.get(mention.index) ?? null,
    };
    let label: FigureLabel | null = mention.isModifier ? ofModifier(mention) : null;
    for (const rule of rules) {
      label ??= rule(context);
    }
    labels.push(label ?? labelBeside(context) ?? nothingFound(mention));
  }
  return { owns, labels, parts };
}

/** 5.6万户18.2万贫困人口脱贫: both figures count what stands behind the second. */
function labelBeside({ reading, owns, mention }: LabelContext): FigureLabel | null {
  const next = reading.mentions[mention.index + 1];
  const own = owns[mention.index + 1];
  if (next?.link !== 'BESIDE' || own === undefined || next.start > mention.end) return null;
  const noun = wordsOf(reading.masked, own.noun);
  if (noun === '') return null;
  const { start } = mention;
  return { text: noun, noun, start, end: own.noun.end, rule: 'label-beside', review: null };
}

const nothingFound = ({ start, end }: Mention): FigureLabel => ({
  text: '',
  noun: null,
  start,
  end,
  rule: 'label-none',
  review: 'No words near the figure say what it counts.',
});

const ofModifier = ({ start, end }: Mention): FigureLabel => ({
  text: '',
  noun: null,
  start,
  end,
  rule: 'label-modifier',
  review: 'It belongs to the name of something or to a time, and counts nothing by itself.',
});
