import { indexCodePoints } from '../../../text/code-points.ts';
import { countWhile } from '../../../text/count-while.ts';
import { linesReadAcross } from '../../structure/broken-lines.ts';
import { findMarkup } from '../../structure/markup.ts';

/** A text whose broken lines are joined and whose signs of Markdown are left out, the bars of its tables read as tabs, and where its places stand in the raw text. */
export type JoinedText = {
  readonly text: string;
  /** Code point offset in the raw text of the character at a UTF-16 index of the joined one. */
  readonly startInRaw: (index: number) => number;
  /** The same of an end: behind the character before it. */
  readonly endInRaw: (index: number) => number;
};

/** Joins lines that are broken in mid-sentence, so that no word and no number is cut. */
export function joinLines(raw: string): JoinedText {
  const points = indexCodePoints(raw);
  const characters = Array.from(raw);
  const across = raw.includes('\n') ? linesReadAcross(characters) : new Set<number>();
  const { unread: signs, bars } = findMarkup(characters);
  const unread = [...across, ...signs];
  const feeds = unread.toSorted((one, other) => one - other).map(points.toIndex);
  const cells =
    bars.size === 0 ? raw : characters.map((each, at) => (bars.has(at) ? '\t' : each)).join('');
  const pieces: string[] = [];
  /** Of each feed or sign left out, its place in the joined text. */
  const left: number[] = [];
  let last = 0;
  feeds.forEach((feed, nth) => {
    pieces.push(cells.slice(last, feed));
    last = feed + 1;
    left.push(feed - nth);
  });
  pieces.push(cells.slice(last));
  const toRaw = (index: number) => index + countWhile(left, (place) => place <= index);
  return {
    text: feeds.length === 0 ? cells : pieces.join(''),
    startInRaw: (index) => points.toOffset(toRaw(index)),
    endInRaw: (index) => (index <= 0 ? 0 : points.toOffset(toRaw(index - 1) + 1)),
  };
}
