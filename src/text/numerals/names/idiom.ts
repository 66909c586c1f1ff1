import { counted } from './article.ts';
import { idiomWords } from '../lists/idiom-words.ts';
import { characterSet } from '../character-set.ts';
import { classAt, isChineseNumeral, isHan, valueAt } from '../numeral-character.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { matchEnd } from '../../match-end.ts';
import { indexWords, wordsAt } from '../word-index.ts';

const index = indexWords(idiomWords);
const reach = 4;
/** As long as this a word is sure of itself, whatever stands around it. */
const idiomLength = 4;

/** Words that another one begins like: 十分钟 is no 十分, 一起案件 no 一起, 一般 no 一. */
const notWord: Readonly<Record<string, RegExp>> = {
  十分: /^[钟之]/,
  一行: /^(?:代码|字)/,
  一点: /^[五六七八九]|^\d/,
  一级: /^(?:联动|网络)/,
  两地: /^块/,
  一道: /^(?:题|菜|防线|程序|关)/,
  一片: /^(?:土地|药)/,
  一站: /^(?:点)/,
  一度: /^电/,
  四方: /^[面案]/,
  八方: /^面/,
  两头: /^[猪牛羊驴骡驼]/,
  万分: /^之/,
  四处: /^(?:房|违|隐|点)/,

  六一: /^百/,
  三维: /^护/,

  三轮: /^(?:培训|排查|检查|巡)/,

  二产: /^量/,
  一产: /^量/,
  三产: /^量/,
  一代: /^理/,
  两院: /^校/,
  一院: /^校/,

  一时: /^段/,
  四季: /^度/,
  二次元: /^$/,

  四周: /^(?:时间|年)/,
  三角: /^钱/,
  一下: /^[子调降滑]/,
  一日: /^[前起内]/,
};

/** 一户一策, 一案一评查: one thing for each. A frequency (一年一次) is none. */
const pair =
  /一[^\d〇零一二三四五六七八九十百千万亿两\s\p{P}]{1,2}一[^\d〇零一二三四五六七八九十百千万亿两\s\p{P}]/uy;
/** Together; one case where what happened follows or the clause ends (查处案件一起). */
const together = /一起(?![案事行涉违纠诉典交安生执重刑民火,，。、；;）)]|$)/y;
/** What is counted and is no part of 一江两岸, 五县两区, 一核多元. */
const notNested =
  /[年月日天周次个件项名人元米里吨斤分点季期成倍岁号折级时户头台余多几比至到与和或及]/;
const levelSet = /[三四五六]级(?=联动|治理|贯通|书记|包保|包联|联包|网格|调度)/y;
const frequency = /^一[年月周天日季][度]?一[次遍场回]/;
const plusSet = /\d{1,2}(?:[+＋](?:\d{1,2}|[NnXx]))+(?![\d.%])/y;
const around = /[7７][×xX*＊✕][2２][4４]小?时?/y;
const strong =
  /(?:[\d〇一二三四五六七八九十百千]{1,5}(?:强(?!制|化|度)|星级)|[〇一二三四五六七八九十百千]{1,5}大(?![类项])(?=[\u4e00-\u9fff])|\d{1,3}大(?![类项件])(?=[\u4e00-\u9fff]))/y;
const action = /[一二三四五六七八九十两\d]{1,3}年(?:行动|攻坚|规划|计划|大变样|倍增)/y;

/** 1对1, 3×3篮球, 4×100米接力. */
const pairOfFigures =
  /\d{1,2}(?:对\d{1,2}(?!\d|[.件人户])|[×xX*＊✕]\d{1,4}米?(?=篮球|足球|接力|混合|自由泳|游泳))/y;
/** 分三步走. */
const inSteps = /[两二三四五]步走/y;
const setPatterns = [around, plusSet, strong, action, together, levelSet, inSteps, pairOfFigures];
/** What each of them has within its first characters. */
const setInside = characterSet('×xX*＊✕+＋强星大年起级步对');

/** Where a row of numbers and nouns of one character each ends: 一江两岸; -1 for fewer than two pairs. */
function nestedEnd(text: string, at: number): number {
  let end = at;
  while (isSmallNumber(text, end) && isPlainNoun(text, end + 1)) end += 2;
  return end - at >= 4 ? end : -1;
}

const isSmallNumber = (text: string, at: number): boolean =>
  valueAt(text, at) > 0 && valueAt(text, at) <= 10 && isChineseNumeral(text, at);

const isPlainNoun = (text: string, at: number): boolean =>
  isHan(text, at) && classAt(text, at) === 0 && !notNested.test(text.charAt(at));

/** The listed word that covers the numeral character at hand: the longest, then the first. */
export function readWord({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  let best: FoundNumeral | null = null;
  for (let start = Math.max(floor, at - reach); start <= at; start += 1) {
    for (const word of wordsAt(index, text, start)) {
      const end = start + word.length;
      if (end <= at || !text.startsWith(word, start)) continue;
      if (best !== null && end - start <= best.end - best.start) break;
      if (!stands(text, start, end, word)) continue;
      best = foundNumeral('IDIOM', start, end);
      break;
    }
  }
  return best;
}

function stands(text: string, start: number, end: number, word: string): boolean {
  if (word === '一番' && /翻[了近约]{0,2}$/.test(text.slice(Math.max(0, start - 3), start)))
    return false;
  if (notWord[word]?.test(text.slice(end, end + 3)) === true) return false;
  // A word that begins and ends like a number must not be the beginning of a longer one.
  const isCut =
    isChineseNumeral(text, start) && isChineseNumeral(text, end - 1) && isChineseNumeral(text, end);
  return !isCut;
}

/** A listed word of four characters or more: what stands in it is no rank and begins no range (接二连三、四周). */
export function readIdiom(place: NumeralPlace): FoundNumeral | null {
  const word = readWord(place);
  return word !== null && word.end - word.start >= idiomLength ? word : null;
}

/** Sets that figures write: 1+6, 7×24小时, 世界500强, 十大行动, 三年行动, 一户一策. */
export function readSet({ text, at }: NumeralPlace): FoundNumeral | null {
  for (const pattern of setInside.within(text, at + 1, 6) ? setPatterns : []) {
    const end = matchEnd(pattern, text, at);
    if (end <= at) continue;
    if (pattern === together && counted.test(text.slice(Math.max(0, at - 6), at))) continue;
    return foundNumeral(pattern === action ? 'TITLE' : 'IDIOM', at, end);
  }
  const nested = nestedEnd(text, at);
  if (nested > at) return foundNumeral('IDIOM', at, nested);
  if (text.charAt(at) !== '一') return null;
  if (frequency.test(text.slice(at, at + 5))) return null;
  const end = matchEnd(pair, text, at);
  return end > at ? foundNumeral('IDIOM', at, end) : null;
}
