import { isEmpty } from '../figure-label.ts';
import { isAmountOfChange, longestList } from '../label-context.ts';
import type { LabelContext } from '../label-context.ts';

/** The first figure behind 分别, the place of this one among those that follow, and how many they are. */
export function groupOf({ reading, owns, mention }: LabelContext) {
  const { mentions } = reading;
  let first = mention.index;
  const least = Math.max(0, mention.index - longestList);
  while (first > least && follows(first) && !begins(first)) first -= 1;
  const isTold = begins(first);
  if (!isTold && (follows(first) || !follows(first + 1))) return null;
  let last = first + 1;
  while (last - first < longestList && follows(last)) last += 1;
  return { first, place: mention.index - first, size: last - first, isTold };

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
