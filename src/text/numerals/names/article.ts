import { matchEnd } from '../../match-end.ts';
import { countingVerbs } from '../lists/counting-verbs.ts';
import { isHan } from '../numeral-character.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';

/** Classifiers before which 一 is mostly an article, and those behind which a set can be named. */
const classifier =
  /[个项种条次份张道场座支批类套片块段股番位层步件本面把部家桩篇句点门幅组款代截条期轮笔]/;
const again = /一([\u4e00-\u9fff]{1,2})(?:(?:又|接着?|挨着?|连着?)?一)?\1/y;
export const counted = new RegExp(`(?:${countingVerbs.join('|')})了?$`);
const countedNear = new RegExp(`(?:${countingVerbs.join('|')})`);
/** 由三个合并为一个: the end of a change. */
const become =
  /(?:合并|整合|压缩|压减|精简|减少|缩减|优化|归并|集成|简化|变|改|缩短|降|减|增加|扩大|集中|统一)(?:成|为|至|到)$/;
const often = /(?:每(?:[年月周天日季]|季度|半年|个月|星期|届)|[年月周天日])(?:至少|不少于)?$/;
const article =
  /(?:是|唯一|为|作为|作|成为|成|这|那|哪|每|某|另|同|又|任|任何|最近|最后|最|有|的|像|如|如同|当|当作|看作|视为|不失|首|前|后|上|下|头|同样是|乃|属|当好|下好|下|走出|走好|开辟|开创|绘就|谱写|找到|探索出|闯出|交出|迈出|算|算好|树立|凝聚成|拧成|构成|以|用|将|把|从|在|给|对|向|和|与|哪怕|即便|每逢|只要|要|想|能|会|可|再|更|还|就|都|也|才)$/;
const praised =
  /^(?:重要|重大|紧迫|长期|系统|艰巨|严峻|新|全新|基本|突出|显著|典型|良好|巨大|完整|鲜明|关键|难得|历史|伟大|崭新|不可|十分|非常|较|更|最|好|大事|具有|复杂|现实|综合|根本|核心|有力|主要|基础|经常|专门性|长远|永恒|必须|需要|特殊|独特|共同|突破|清晰|缩影|方面|时期|阶段|过程|原因|特点|问题|重点|任务|课题|环节|不|没有|都|也|接|大?台阶|新台阶)/;
/** 无一人伤亡: none at all. */
const none = /(?:无|没有|不漏|不落|不少|不让|未漏|未落)$/;
/** 一个支部一个堡垒: one for each. */
const each =
  /一[\u4e00-\u9fff][^\s\p{P}\d〇零一二三四五六七八九十百千万亿]{1,4}一[个名面份项件条块座张支套家]/uy;
/** 一天也不耽误. */
const evenOne = /^一[人天户个件刻步次名家村](?:人|户)?(?:也|都)(?:不|没|未|要|无)/;
/** 建立一个统一、开放的市场体系: what is built of words. */
const abstractBehind =
  /^[^，。；！？\d\n]{0,16}?(?:体系|机制|格局|环境|氛围|局面|高地|样板|标杆|屏障|防线|新路|答卷|高素质)/;
const closes = /^(?:[，。；、：！？,;!?\s)）”"]|和|及|以及|与|$)/;

/** The words of the same clause that stand before a place. */
export function clauseBefore(text: string, at: number, floor: number, most: number): string {
  const words = text.slice(Math.max(floor, at - most), at);
  return /[^，。；：、！？,;!?\n]*$/.exec(words)?.[0] ?? '';
}

/** 一 that counts nothing: 是一个过程, 一项紧迫任务, 有一次, 一桩桩, 干一件成一件. */
export function readArticle({ text, at, previous }: NumeralPlace): FoundNumeral | null {
  if (text.charAt(at) !== '一') return null;
  const twice = matchEnd(again, text, at);
  if (twice > at) return foundNumeral('IDIOM', at, twice);
  const unit = text.charAt(at + 1);
  if (unit === '番' && /翻[了近约]{0,2}$/.test(text.slice(Math.max(0, at - 3), at))) return null;
  const pairs = classifier.test(unit) || unit === '名' ? matchEnd(each, text, at) : -1;
  if (pairs > at) return foundNumeral('IDIOM', at, pairs);
  if (evenOne.test(text.slice(at, at + 6))) return foundNumeral('IDIOM', at, at + 2);
  if (/[人户个例件处村家名]/.test(unit) && none.test(clauseBefore(text, at, 0, 3))) {
    return foundNumeral('IDIOM', at, at + 2);
  }
  // 无一引发舆情.
  if (text.charAt(at - 1) === '无' && isHan(text, at + 1)) return foundNumeral('IDIOM', at, at + 1);
  if (
    !classifier.test(unit) ||
    /^一(?:个(?:[半多]?(?:月|小时|星期|季度)|工作日|百分点)|年|次性|段时)/.test(
      text.slice(at, at + 5),
    )
  ) {
    return null;
  }
  const before = clauseBefore(text, at, 0, 8);
  const after = text.slice(at + 2, at + 8);
  const isAbstract = abstractBehind.test(text.slice(at + 2, at + 24));
  // 三个项目竣工、一个项目投产: one of a row of what is counted.
  const isListed = previous?.quantity?.unit === unit && at - previous.end <= 8;
  if (isListed && !isAbstract) return null;
  if (isAbstract && !become.test(before)) return foundNumeral('IDIOM', at, at + 2);
  return countsOne(before, after, unit) ? null : foundNumeral('IDIOM', at, at + 2);
}

function countsOne(before: string, after: string, unit: string): boolean {
  if (become.test(before)) return true;
  if (after.startsWith('一', 1) && after.charAt(2) === unit) return false;
  if (counted.test(before) && !(praised.test(after) && after.includes('的'))) return true;
  if (unit === '次' && often.test(before)) return true;
  // 一次100mg: each time.
  if (unit === '次' && /^\d/.test(after)) return false;
  if (/(?:设|建|配|现|共|拥|仅|只|存|办)有$/.test(before)) return true;
  if (article.test(before) || praised.test(after)) return false;
  const isLast = closes.test(after);
  if (isLast) return before !== '' && !/[有近这那]$/.test(before);
  return /\d|[二两三四五六七八九十][个项种条次份家座支名]/.test(after) || countedNear.test(before);
}
