import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { Language } from './language.ts';

const han = /\p{Script=Han}/gu;
const latin = /\p{Script=Latin}/gu;

/** What is quoted, or stands in brackets. */
const quoted = /“[^“”]*”|（[^（）]*）|\([^()]*\)/gu;

/**
 * Whether words are Chinese: more of their letters are, and a foreign name in them changes nothing. What they
 * quote tells it only where they do nothing else.
 */
function isChinese(words: string): boolean {
  const own = words.replaceAll(quoted, '');
  const read = /\p{Letter}/u.test(own) ? own : words;
  return (read.match(han)?.length ?? 0) * 2 > (read.match(latin)?.length ?? 0);
}

/** Chinese words within others, with the signs between them. */
const runs = /(\p{Script=Han}+(?:[，。；：、！？“”《》（）…—]+\p{Script=Han}+)*)/u;

/**
 * Words of a curator or a vocabulary on a page in a language. What is there in Chinese alone says so to
 * whoever reads the page aloud or translates it; and so do Chinese words among others.
 */
export function inWords(words: string, language: Language): Content {
  if (language === 'zh') return words;
  if (isChinese(words)) return html`<span lang="zh">${words}</span>`;
  // Every second piece is what the brackets of the pattern hold.
  return words
    .split(runs)
    .map((piece, nth) => (nth % 2 === 1 ? html`<span lang="zh">${piece}</span>` : piece));
}

/** Words that stand beside others, in the brackets of the language. */
export const inBrackets = (words: string, language: Language): string =>
  language === 'zh' ? `（${words}）` : ` (${words})`;
