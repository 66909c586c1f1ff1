import { indexCodePoints } from '../../../text/code-points.ts';
import { countWhile } from '../../../text/count-while.ts';

/** A text whose broken lines are joined, and where its places stand in the raw text. */
export type JoinedText = {
  readonly text: string;
  /** Code point offset in the raw text of the character at a UTF-16 index of the joined one. */
  readonly startInRaw: (index: number) => number;
  /** The same of an end: behind the character before it. */
  readonly endInRaw: (index: number) => number;
};

const endsSentence = /[。！？!?;；:：”》)）] *$/;
/** What begins a line of its own: a number, a mark of a list, an indented paragraph. */
const opensLine =
  /^(?: {2,}|\u3000|[一二三四五六七八九十]{1,3}(?:[、.．]|是)|[(（]?[\d一二三四五六七八九十]{1,3}(?:[)）、]|[.．](?!\d))|第[一二三四五六七八九十]{1,3}|[—●■◆·•*-])/;
const endsOpen = /[,，、] *$/;
/** Lines as wide as the widest are broken by their width, and not by their sense. */
const widest = 100;
const fewest = 4;
const slack = 4;

/**
 * Joins lines that are broken in mid-sentence, so that no word and no number is cut: behind a comma, or
 * where the line is as wide as the widest and ends no sentence.
 */
export function joinLines(raw: string): JoinedText {
  const points = indexCodePoints(raw);
  const feeds = raw.includes('\n') ? feedsReadAcross(raw) : [];
  const pieces: string[] = [];
  /** Of each feed left out, its place in the joined text. */
  const left: number[] = [];
  let last = 0;
  feeds.forEach((feed, nth) => {
    pieces.push(raw.slice(last, feed));
    last = feed + 1;
    left.push(feed - nth);
  });
  pieces.push(raw.slice(last));
  const toRaw = (index: number) => index + countWhile(left, (place) => place <= index);
  return {
    text: feeds.length === 0 ? raw : pieces.join(''),
    startInRaw: (index) => points.toOffset(toRaw(index)),
    endInRaw: (index) => (index <= 0 ? 0 : points.toOffset(toRaw(index - 1) + 1)),
  };
}

/** How wide a line is set: a character of Chinese is twice as wide as a digit. */
function widthOf(line: string): number {
  let width = 0;
  for (let at = 0; at < line.length; at += 1) width += line.charCodeAt(at) > 0xff ? 2 : 1;
  return width;
}

function feedsReadAcross(raw: string): number[] {
  const lines = raw.split('\n');
  const longest = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const width = lines.reduce((most, line) => Math.max(most, widthOf(line)), 0);
  const isWrapped = longest <= widest && lines.length >= fewest;
  const feeds: number[] = [];
  let end = -1;
  lines.forEach((line, at) => {
    end += line.length + 1;
    const next = lines[at + 1]?.trimEnd() ?? '';
    if (line.trim() === '' || next === '' || opensLine.test(next) || endsSentence.test(line))
      return;
    const isFull = line.length >= longest - slack || widthOf(line) >= width - slack;
    if (endsOpen.test(line) || (isWrapped && isFull)) feeds.push(end);
  });
  return feeds;
}
