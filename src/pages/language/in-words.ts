import { html } from '../html.ts';
import type { Content } from '../html.ts';
import type { Language } from './language.ts';

const han = /\p{Script=Han}/gu;
const latin = /\p{Script=Latin}/gu;

/** Whether words are Chinese: more of their letters are, and a foreign name in them changes nothing. */
const isChinese = (words: string) =>
  (words.match(han)?.length ?? 0) * 2 > (words.match(latin)?.length ?? 0);

/**
 * Words of a curator or a vocabulary on a page in a language. What is there in Chinese alone says so to
 * whoever reads the page aloud or translates it.
 */
export const inWords = (words: string, language: Language): Content =>
  language === 'en' && isChinese(words) ? html`<span lang="zh">${words}</span>` : words;

/** Words that stand beside others, in the brackets of the language. */
export const inBrackets = (words: string, language: Language): string =>
  language === 'zh' ? `（${words}）` : ` (${words})`;
