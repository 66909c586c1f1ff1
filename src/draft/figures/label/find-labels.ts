import type { FigureReading, Mention } from '../reading/mentions.ts';
import { labelOfChange, labelOfTotal } from './carried.ts';
import type { FigureLabel } from './figure-label.ts';
import type { LabelRule } from './label-context.ts';
import {
  labelBefore,
  labelBehind,
  labelByPredicate,
  labelByVerb,
  labelOfMatter,
} from './label-rules.ts';
import { ownWordsOf } from './own-words.ts';
import { labelRespectively } from './respectively.ts';

/** From the most particular to the most general; the first that applies is right. */
const rules: readonly LabelRule[] = [
  labelRespectively,
  labelOfMatter,
  labelOfChange,
  labelOfTotal,
  labelByPredicate,
  labelBehind,
  labelByVerb,
  labelBefore,
];

/** What each figure of a text counts, in the text's own words. */
export function findLabels(reading: FigureReading) {
  const owns = reading.mentions.map((mention) => ownWordsOf(reading, mention));
  const labels: FigureLabel[] = [];
  for (const mention of reading.mentions) {
    const own = owns[mention.index];
    if (own === undefined) continue;
    const context = { reading, owns, labels, mention, own };
    let label: FigureLabel | null = mention.isModifier ? ofModifier(mention) : null;
    for (const rule of rules) {
      label ??= rule(context);
    }
    labels.push(label ?? nothingFound(mention));
  }
  return { owns, labels };
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
