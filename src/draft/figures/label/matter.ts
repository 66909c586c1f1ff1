import { isEmpty, wordsOf } from './figure-label.ts';
import type { FigureLabel } from './figure-label.ts';
import { longestList } from './label-context.ts';
import type { LabelContext } from './label-context.ts';
import { made } from './made.ts';

/** 内部事项涉及8个部门53项: what the subject of 涉及 is counted in. */
export function labelOfMatter(context: LabelContext): FigureLabel | null {
  const { own, mention, reading } = context;
  if (mention.link !== 'BESIDE' || !isEmpty(own.head)) return null;
  const matter = matterBefore(context);
  const noun = wordsOf(reading.masked, own.noun);
  if (matter === null || !matter.text.endsWith(noun)) return null;
  const { text, start } = matter;
  return made(context, { text, noun: text, start, rule: 'label-matter' });
}

/** The subject of 涉及 before a figure of this stretch. */
export function matterBefore({ owns, reading, mention }: LabelContext) {
  for (let at = mention.index - 1; at >= Math.max(0, mention.index - longestList); at -= 1) {
    const head = owns[at]?.head;
    const clause = reading.mentions[at]?.clause;
    if (clause?.stretch !== mention.clause.stretch || clause.point !== mention.clause.point)
      return null;
    if (!head) return null;
    const text = /^(.{2,12})涉及$/.exec(wordsOf(reading.masked, head))?.[1];
    if (text !== undefined) return { text, start: head.start };
  }
  return null;
}
