import { markOfWords } from '../../http/addresses.ts';
import { countCodePoints, sliceCodePoints } from '../../text/code-points.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { thingWord } from '../language/thing-words.ts';
import { cardPath } from '../reading/view.ts';
import type { Site } from '../site.ts';

/** Words of a report with the section that they stand in; offsets in code points of the report's text. */
export type Words = {
  exact: string;
  start: number;
  end: number;
  section: { code: string; start: number; text: string; title: string };
};

/** A sentence without an end in sight is cut after so many characters on either side. */
const mostAround = 160;

/** A stretch of a text, marked where it is what proves something. */
type Piece = { text: string; isMarked: boolean };

/** The sentence that words stand in, and whatever else of a report is marked in the same one. */
export function sentencesOf(
  quotes: readonly Words[],
): { first: Words; pieces: readonly Piece[] }[] {
  const sentences = quotes.map((words) => ({ words, ...boundsOf(words) }));
  const byStart = Map.groupBy(sentences, ({ words, from }) => `${words.section.code} ${from}`);
  return [...byStart.values()].flatMap((same) => {
    const [first] = same;
    if (!first) return [];
    const to = Math.max(...same.map((other) => other.to));
    const cut = (start: number, end: number) =>
      sliceCodePoints(
        first.words.section.text,
        start - first.words.section.start,
        end - first.words.section.start,
      );
    const pieces: Piece[] = [];
    let at = first.from;
    for (const { words } of same.toSorted((a, b) => a.words.start - b.words.start)) {
      if (words.start < at) continue;
      pieces.push(
        { text: cut(at, words.start), isMarked: false },
        { text: words.exact, isMarked: true },
      );
      at = words.end;
    }
    pieces.push({ text: cut(at, to), isMarked: false });
    return { first: first.words, pieces: shortened(pieces) };
  });
}

/** Where the sentence begins and ends that words stand in, in code points of the report's text. */
function boundsOf({ start, end, section }: Words): { from: number; to: number } {
  const before = sliceCodePoints(section.text, 0, start - section.start);
  const after = sliceCodePoints(section.text, end - section.start, Number.MAX_SAFE_INTEGER);
  const begun = /[^。！？\n]*$/.exec(before)?.[0].trimStart() ?? '';
  const ended = /^[^。！？\n]*[。！？]?/.exec(after)?.[0] ?? '';
  // Words that end a sentence themselves have none of it behind them.
  const isEnded = /[。！？]$/.test(
    sliceCodePoints(section.text, start - section.start, end - section.start),
  );
  return {
    from: start - countCodePoints(begun),
    to: isEnded ? end : end + countCodePoints(ended.trimEnd()),
  };
}

/** The first and the last piece are cut where the sentence has no end in sight. */
function shortened(pieces: readonly Piece[]): readonly Piece[] {
  return pieces.map((piece, index) => {
    const length = countCodePoints(piece.text);
    if (piece.isMarked || length <= mostAround) return piece;
    const cut = (start: number, end: number) => sliceCodePoints(piece.text, start, end);
    if (index === 0) return { ...piece, text: `……${cut(length - mostAround, length)}` };
    if (index === pieces.length - 1) return { ...piece, text: `${cut(0, mostAround)}……` };
    return piece;
  });
}

/** Words in their sentence, with the way to their mark in the report. */
export const sentences = (
  site: Site,
  report: { code: string },
  quotes: readonly Words[],
): readonly Html[] =>
  sentencesOf(quotes).map(({ first, pieces }) => {
    const href = cardPath(report, markOfWords(first), site.language);
    return html`<blockquote class="sentence" lang="zh">${pieces.map(({ text, isMarked }) => (isMarked ? html`<mark>${text}</mark>` : text))}</blockquote>
    <p class="where">
      <a href="${href}">${thingWord('seeInPlace', site.language)}</a>
      <span>${inWords(first.section.title, site.language)}</span>
    </p>`;
  });
