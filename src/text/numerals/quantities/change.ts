import type { QuantityChange } from '../numeral.ts';
import { characterSet } from '../character-set.ts';
import { isChineseNumeral, isHan } from '../numeral-character.ts';

/** Verbs of change and the way they point; 调整 and the like say none. */
const directions = new Map<string, 'UP' | 'DOWN' | null>();
for (const verb of (
  '压缩 缩短 减少 降低 下降 压减 精简 缩减 削减 回落 下调 收窄 缩小 压降 递减 下滑 ' +
  '减 降 缩 跌 下浮 锐减 骤减'
).split(' '))
  directions.set(verb, 'DOWN');
for (const verb of (
  '提高 提升 增加 增长 上升 扩大 上调 拓展 扩展 延长 上涨 扩充 跃升 攀升 增 升 涨 递增 ' +
  '上浮 增强 激增 回升 翻 壮大 扩容'
).split(' '))
  directions.set(verb, 'UP');
for (const verb of '调整 变更 变 改 优化 转变'.split(' ')) directions.set(verb, null);

/** Verbs that count things to be a change even where their object follows: 减少46个环节. */
const counted =
  /^(?:压缩|缩短|减少|降低|下降|压减|精简|缩减|削减|增加|增长|上升|上涨|减|增|涨|降|压降)$/;

/** Verbs that make better and not only more: with their object between, a length or a number is a level. */
const improving = /^(?:提升|提高|拓展|扩展|扩充|优化|增强|壮大|扩容|延长|扩大)$/;
/** What can be measured, so that a number behind it is by how much it grew. */
const measured =
  /(?:率|度|量|额|值|力|积|模|能|入|平|准|遇|速|程|数|比|重|间|限|命|次|名|费|资|款|金|价|分|幅|本)$/;
/** A verb before the verb: 改造提升, 新建扩建; the pair is one deed and no change. */
const deedBefore =
  /(?:改造|新建|整治|巩固|建设|完善|升级|绿化|美化|维修|修复|治理|培育|规范|创建|做强|提质)$/;

/** What such verbs end with: nearly no other character needs to be looked at. */
const lastCharacters = new Uint8Array(0x10000);
for (const verb of directions.keys()) lastCharacters[verb.charCodeAt(verb.length - 1)] = 1;
const endsVerb = (text: string, end: number): boolean =>
  lastCharacters[text.charCodeAt(end - 1)] === 1;

type FoundChange = { verb: string; direction: 'UP' | 'DOWN' | null; start: number };

/** Before a one-character verb: what makes it part of another word (新增, 倍增). */
const notAlone = /[新倍不加递激猛剧锐骤缓核]/;

function verbEndingAt(text: string, end: number, floor: number): FoundChange | null {
  if (!endsVerb(text, end)) return null;
  for (let length = 2; length > 0; length -= 1) {
    const start = end - length;
    if (start < floor) continue;
    const verb = text.slice(start, end);
    const direction = directions.get(verb);
    if (direction === undefined) continue;
    if (length === 1 && (direction === null ? false : notAlone.test(text.charAt(start - 1))))
      continue;
    return { verb, direction, start };
  }
  return null;
}

/** What stands between a verb and the level it leads to: 压缩至, 提高到了, 缩短为. */
const levels = ['至', '到', '到了', '为', '成', '至约', '达', '到约'];

const levelEnds = characterSet('至到了为成约达');

/** `verb` 至 before a level: 压缩至10个. `start` is the UTF-16 index of the verb. */
export function verbOfLevel(text: string, at: number, floor: number): FoundChange | null {
  if (!levelEnds.at(text, at - 1)) return null;
  for (const level of levels) {
    const end = at - level.length;
    if (end < floor || !text.startsWith(level, end)) continue;
    const found = verbEndingAt(text, end, floor);
    if (found !== null) return found;
  }
  return null;
}

/** What no object of a verb holds: a level, a source, a share. */
const notObject = characterSet('至到为达共有的由从占率是成超');
/** 增加值, 增长极, 增长点 */
const notChange = /^(?:加值|长[极点])/;
const nounEnds = characterSet('值极点');

/** The verb of an amount: right before it (增长5%), or with its object between (减少环节46个). */
export function verbOfAmount(
  text: string,
  at: number,
  floor: number,
  /** Whether the amount is a rate or measure, a part of a whole, percentage points; whether it closes its clause. */
  amount: { isRate: boolean; isShare: boolean; isPoints: boolean; closes: boolean },
): QuantityChange | null {
  const { isRate, isShare, isPoints, closes } = amount;
  const end = text.charAt(at - 1) === '了' ? at - 1 : at;
  const beside = verbEndingAt(text, end, floor);
  if (beside !== null && beside.direction !== null) {
    if (deedBefore.test(text.slice(Math.max(floor, beside.start - 2), beside.start))) return null;
    if (!isRate && !counted.test(beside.verb) && !closes) return null;
    return { verb: beside.verb, direction: beside.direction, role: 'BY' };
  }
  if (!closes) return null;
  for (let last = end - 1; last >= Math.max(floor + 2, end - 8); last -= 1) {
    if (!isHan(text, last) || isChineseNumeral(text, last)) return null;
    if (notObject.at(text, last) && !(isPoints && text.startsWith('率', last))) return null;
    if (nounEnds.at(text, last) && notChange.test(text.slice(last - 1, last + 1))) return null;
    if (!endsVerb(text, last)) continue;
    const verb = text.slice(last - 2, last);
    const direction = directions.get(verb);
    if (direction === undefined || direction === null) continue;
    if (deedBefore.test(text.slice(Math.max(floor, last - 4), last - 2))) return null;
    if (improving.test(verb) && !isShare && !measured.test(text.slice(last, end))) return null;
    return { verb, direction, role: 'BY' };
  }
  return null;
}

/** Whether 由 or 从 governs a figure that starts at `at`: 由20个, 从原来的20个, 由2022年的45%. */
export function isStartOfChange(text: string, at: number, lineStart: number): boolean {
  for (let i = at - 1; i >= Math.max(lineStart, at - 12); i -= 1) {
    const character = text.charAt(i);
    if (character === '由' || character === '从') return true;
    if (/[,，。;；:：、!！?？\n“”()（）]/.test(character)) return false;
  }
  return false;
}
