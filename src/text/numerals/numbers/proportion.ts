import { matchEnd } from '../../match-end.ts';
import { characterSet } from '../character-set.ts';
import { isChineseNumeral } from '../numeral-character.ts';
import { passDigits } from './arabic-number.ts';
import { readUnit } from '../quantities/unit.ts';
import { readNumber } from './number-reader.ts';

/**
 * A ratio of two terms or more: 2.19:1, 8.5∶39.6∶51.9, 1比1.3, 三比一. Its value is the first term over
 * the second: what 2.19:1 says of an income, and how much of the first there is to one of the second.
 */
export type Proportion = { value: number; end: number };

const figure = '[0-9０-９]{1,6}(?:[.．][0-9０-９]{1,4})?';
const withColons = new RegExp(`${figure}(?: ?[:：∶] ?${figure}){1,5}`, 'y');
const withWord = new RegExp(
  `(?:${figure}|[一二三四五六七八九十百]{1,3})比(?:${figure}|[一二三四五六七八九十百]{1,3})`,
  'y',
);
const clauseReach = 24;

/** What a ratio is called, in the clause before it. */
const named =
  /(?:比(?:例尺?|重|值|率|为|是|达|约|由|从|上年的?|$)|[率构配坡兑稀](?:由|从|为|是|达|约|$)|结构|坡度|坡率|配比|配置|配备|稀释|兑水|混合|杠杆|权重|分成)/;
/** 按6:4, 不低于3:1. */
const weighed = /(?:按照?|以|约|达|至少|不低于|不高于|不超过|低于|高于|达不到|达到)约?$/;
const namedBehind =
  /^(?:的?(?:比例|比率|比值|比重|配比|坡|折算|折合|折抵|折成|配备|配置|配套|配建|混合|稀释|权重|置换|匹配|分担|分成|计入|合成|的杠杆)|左右|以[上下内])/;
const score =
  /(?:比分|比赛|决赛|半场|局分|战胜|战平|击败|险胜|大胜|完胜|小胜|获胜|取胜|不敌|负于|告负|落败|逆转|扳平|绝杀|领先|落后|淘汰|晋级|夺冠|主场|客场|点球|[客主]队)/;
/** 附件1：2, 马太福音5:3. */
const cited =
  /(?:附件|附表|图|表|专栏|注|公式|问题|任务|步骤|案例|第|福音|诗篇|箴言|端口|地址|版本?|[A-Za-z0-9０-９.．/\-:：])[ \u3000]?$/;
const timeOfDay =
  /(?:时间|时段|时刻|上午|下午|凌晨|中午|傍晚|晚上?|清晨|早上?|夜间|提前|推迟|延长|延迟|开门|关门|营业|发车|首班|末班|每[天日]|[日号月]|星期.|周.)/;
const notBehind = /^(?:[0-9０-９A-Za-z%％‰℃年月日时分秒号]|[.．][0-9０-９])/;
const comparing = /^[多少大小高低强好快慢]/;
const yearly = /^(?:19|20)\d\d$/;

/**
 * Reads a ratio that begins at a UTF-16 index; null where the words around do not say that it is one: 8:30 may be
 * a time, 3:2 a score, 附件1：2 an entry.
 */
export function readProportion(text: string, at: number): Proportion | null {
  if (!hasMark(text, at)) return null;
  const colonEnd = matchEnd(withColons, text, at);
  const end = colonEnd > at ? colonEnd : matchEnd(withWord, text, at);
  if (end <= at) return null;
  const words = text.slice(at, end).normalize('NFKC');
  const terms = words.split(/ ?[:∶比] ?/);
  const values = terms.map(termOf);
  const [first = Number.NaN, second = Number.NaN] = values;
  if (!values.every((value) => value > 0) || terms.every((term) => yearly.test(term))) return null;
  const rest = text.slice(end, end + 10);
  if (notBehind.test(rest) || isChineseNumeral(text, end)) return null;
  if (readUnit(text, end) !== '') return null;
  const before = text.slice(Math.max(0, at - clauseReach), at);
  const clause = /[^，。；;！？!?\n]*$/.exec(before)?.[0] ?? '';
  if (cited.test(before) || score.test(clause) || score.test(rest)) return null;
  const isSaid = named.test(clause) || namedBehind.test(rest);
  const isTold =
    colonEnd <= at
      ? !comparing.test(rest)
      : isClock(terms)
        ? isSaid && !timeOfDay.test(clause) && !timeOfDay.test(rest)
        : isSaid || weighed.test(clause) || isPlainly(words, terms, values);
  return isTold ? { value: first / second, end } : null;
}

const mark = characterSet(':：∶比');

/** Whether the mark of a ratio can stand behind the first term: nearly every figure has none. */
function hasMark(text: string, at: number): boolean {
  let end = passDigits(text, at);
  if (end === at) return mark.within(text, at + 1, 3);
  const isPoint = text.charCodeAt(end) === 0x2e || text.charCodeAt(end) === 0xff0e;
  if (isPoint) end = passDigits(text, end + 1);
  return mark.within(text, end, text.charCodeAt(end) === 0x20 ? 2 : 1);
}

const termOf = (term: string): number => {
  if (/^\d/.test(term)) return Number(term);
  const { malformed, sequence, value, top } = readNumber(term, 0);
  return malformed || sequence || top !== null ? Number.NaN : value;
};

/** 8:30, 10:45:45: what a clock shows as well. */
function isClock([hour = '', ...others]: readonly string[]): boolean {
  return (
    /^(?:[01]?\d|2[0-4])$/.test(hour) &&
    others.length <= 2 &&
    others.every((term) => /^[0-5]\d$/.test(term))
  );
}

/** The sign of a ratio, decimals, a term of 1 or parts of a hundred: nothing else is written so. */
const isPlainly = (words: string, terms: readonly string[], values: readonly number[]): boolean =>
  words.includes('∶') ||
  terms.includes('1') ||
  terms.some((term) => term.includes('.')) ||
  (terms.length > 2 && Math.abs(values.reduce((sum, value) => sum + value, -100)) <= 0.5);
