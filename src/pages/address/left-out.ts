import { limits } from '../../limits.ts';
import type { Language } from '../language/language.ts';

type InBoth = Readonly<Record<Language, string>>;

/** A part of an address that was left out: what stood there, why, and the values that it can take, if these are few. */
export type LeftOut = {
  name: string;
  /** As it was given, its beginning where it is long. */
  value: string;
  why: InBoth;
  values: readonly string[];
};

/** So many characters of a value are told, of a name, and so many parts. */
const longestValue = 60;
const longestName = 30;
export const mostTold = 8;

const cut = (text: string, most: number) => {
  const characters = Array.from(text.toWellFormed());
  return characters.length <= most ? text.toWellFormed() : `${characters.slice(0, most).join('')}…`;
};

/** That a part was left out. */
export const leftOut = (
  name: string,
  value: string,
  why: InBoth,
  values: readonly string[] = [],
): LeftOut => ({ name: cut(name, longestName), value: cut(value, longestValue), why, values });

/** Why parts are left out, beside what each of them can be. */
export const reasons = {
  noSuchPart: {
    zh: '这一页不认识这个条件，可以用的有',
    en: 'There is no such condition here; there are',
  },
  takesNothing: { zh: '这一页没有条件可选', en: 'This page takes no conditions' },
  twice: {
    zh: '写了不止一次，只用第一个看得懂的',
    en: 'It is given more than once; the first that can be read is taken',
  },
  oneOf: { zh: '可以是', en: 'It can be' },
  year: { zh: '年份要写成四位数，例如 2023', en: 'A year has four digits, such as 2023' },
  years: {
    zh: '要填整数，几个整数用逗号隔开，例如 2022,2023',
    en: 'It takes whole numbers parted by commas, such as 2022,2023',
  },
  page: { zh: '页码是从 1 开始的整数', en: 'A page is a whole number from 1 on' },
  tooLong: {
    zh: `至多 ${limits.searchCharacters.value} 个字符`,
    en: `It has at most ${limits.searchCharacters.value} characters`,
  },
  pageAlone: {
    zh: '这里按列表下面的“上一页”“下一页”翻页，不能只写页码',
    en: 'Pages are turned by the links below the list; a number alone leads to none',
  },
  beyond: { zh: '没有这么多页，共有', en: 'There are not so many pages; there are' },
  bothEnds: { zh: '和 after 不能同时用', en: 'It cannot stand beside after' },
  cursor: {
    zh: '翻页的标记不完整，或属于别的列表；这里从第一页开始',
    en: 'This mark of a page is broken or of another list; here is the first page',
  },
  noSuchCode: { zh: '没有这个编码', en: 'There is nothing of that code' },
  noSuchCodeNear: {
    zh: '没有这个编码，相近的有',
    en: 'There is nothing of that code; near it are',
  },
  severalPlaces: {
    zh: '叫这个名字的不止一处，请选一个编码',
    en: 'More than one place is called so; choose one of these codes',
  },
  noSuchList: { zh: '回答里没有这个列表，可以选', en: 'The answer has no such list; there are' },
  oneList: {
    zh: '回答只有一个列表，不用选',
    en: 'The answer has one list only; there is none to choose',
  },
} as const satisfies Readonly<Record<string, InBoth>>;

/** The same in one sentence, for programs. */
export function sentenceOf({ name, value, why, values }: LeftOut, language: Language): string {
  const listed = values.join(language === 'zh' ? '、' : ', ');
  const [what, stop] =
    language === 'zh'
      ? [`看不懂 ${name}=${value}：`, '。']
      : [`${name}=${value} cannot be understood. `, '.'];
  return `${what}${why[language]}${listed && ` ${listed}`}${stop}`;
}
