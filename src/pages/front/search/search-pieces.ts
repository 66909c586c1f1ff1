import type { Ask } from '../../../table/fetch-pages.ts';
import type { Language } from '../../language/language.ts';
import { askFound } from './search-hints.ts';
import type { Instead } from './search-hints.ts';

type Asked = Pick<Instead, 'text' | 'narrowed'>;

/** Chinese is typed without gaps: so many of its characters that stand together are looked at, of so many runs. */
const mostCharacters = 12;
const mostRuns = 2;

/** More pieces of a word are not told. */
const mostPieces = 3;

/**
 * The longest pieces of Chinese words that find something, where the whole finds nothing: 营商环境 of
 * 优化营商环境. What holds a piece holds each piece of it, so that each end is only moved on.
 */
export async function askPieces(
  ask: Ask,
  { text, narrowed }: Asked,
  language: Language,
): Promise<Instead[]> {
  const runs = text.match(/\p{Script=Han}{3,}/gu)?.slice(0, mostRuns) ?? [];
  const found = await Promise.all(
    runs.map((run) =>
      piecesOf(Array.from(run).slice(0, mostCharacters), (piece) =>
        askFound(ask, { text: piece, narrowed }, language),
      ),
    ),
  );
  const whole = found.flat().filter((piece) => piece.text !== text);
  return whole.toSorted((a, b) => b.text.length - a.text.length || a.count - b.count);
}

async function piecesOf(
  characters: readonly string[],
  find: (piece: string) => Promise<Instead>,
): Promise<Instead[]> {
  const pieces: Instead[] = [];
  let end = 0;
  for (let start = 0; start + 2 <= characters.length && end < characters.length; start += 1) {
    let longest: Instead | null = null;
    for (let next = Math.max(end + 1, start + 2); next <= characters.length; next += 1) {
      // oxlint-disable-next-line no-await-in-loop -- whether it goes on depends on what was found
      const piece = await find(characters.slice(start, next).join(''));
      if (piece.count === 0) break;
      [longest, end] = [piece, next];
    }
    if (longest) pieces.push(longest);
  }
  const lengthOf = ({ text }: Instead) => text.length;
  return pieces.toSorted((a, b) => lengthOf(b) - lengthOf(a)).slice(0, mostPieces);
}
