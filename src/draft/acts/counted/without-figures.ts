import type { Stretch } from '../../structure/reading.ts';
import { actOf, longestClause } from '../act-of.ts';
import type { ActClause } from '../clauses.ts';
import { tellsCount } from './tells-count.ts';

/** What is measured, or came about by itself, is no act: 调解成功, 新增就业, …率. */
const isCounted =
  /(?:成功|率|比例|总数|总量|总额|面积|时间|时限|达|均|数|全长|总长|共有|约|至|到|由|从|超过|突破|近|逾|为|连续)$|率.{0,4}$|.{4,}(?:增长|增加|上升|提高|提升|下降|减少|降低|压缩|压减|精简|缩短|翻)了?$|^(?:共|累计|全县|全市|全区|城镇)*(?:完成|实现|新增|净增|新登记|新注册|新设(?=企业|经营|市场)|带动|拉动|促进|增长)/u;

/** 对|28个|单位开展督察: what is counted is whom it is done to, and does nothing itself. */
const doneTo = /^(?:[先分]后|分别|累计|已)?(?:对|向|为|给|与)\d/u;

/** The stretch of a clause that a figure leaves and that tells an act: 组织|157名|执法人员申请培训; null where none does. */
export function withoutFigures(clause: ActClause): Stretch | null {
  if (clause.words.length > longestClause || tellsCount(clause)) return null;
  const pieces: Stretch[] = [];
  let start = clause.start;
  for (const figure of [...clause.figures, { start: clause.end, end: clause.end }]) {
    if (figure.start - start >= 4) pieces.push({ start, end: figure.start });
    start = figure.end;
  }
  const acts = pieces.flatMap((piece) => {
    const words = clause.words.slice(piece.start - clause.start, piece.end - clause.start);
    const act = actOf(words);
    const isWhole = act?.strength === 'STRONG' && words.length - act.verbAt >= 4;
    if (!isWhole || isCounted.test(words)) return [];
    const isDoneTo = piece.start > clause.start && doneTo.test(clause.words);
    return [isDoneTo ? { start: piece.start + act.verbAt, end: piece.end } : piece];
  });
  return acts.toSorted((a, b) => b.end - b.start - (a.end - a.start))[0] ?? null;
}
