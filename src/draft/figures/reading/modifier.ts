import { timeMask } from './placed-numerals.ts';
import type { PlacedNumeral } from './placed-numerals.ts';

const bounded = /(?:以上|以下|以内|以外)$/;
const noun = /^[\u4e00-\u9fff](?!$)/;
/** What ends the noun that a bound belongs to: then the bound is that of a figure of its own. */
const list = /[、,和及与;]/;
const ofTime = /^(?:年|周年|年度|个月|月|天|日|周|个?星期|个?小时|个?工作日|个?季度)$/;
const leadsToTime =
  /(?:连续|为期|历时|时隔|用时?|利用|经过|在|每隔?|力争|计划|未来|满|长达)(?:近|约)?$/;
const followsTime = /^[内来间中里后前]/;

/**
 * Whether a figure is part of the name of what another one counts, 50岁以上人员, 亿元以上项目, or of a time,
 * 连续五年, 三年内; `next` is where the next figure or the clause's end stands.
 */
export function isModifier(masked: string, numeral: PlacedNumeral, next: number): boolean {
  const { start, end, quantity } = numeral;
  if (masked.charAt(start) === timeMask) return true;
  const before = masked.slice(Math.max(0, start - 4), start);
  const behind = masked.slice(end, next);
  const unit = quantity?.unit ?? '';
  if (before.endsWith('每') && unit !== '元') return behind !== '';
  const words = masked.slice(start, end);
  if (/^[十百千万亿]+(?:人|元|户|亩|平方米)$/.test(words)) return /^[一-龥A-Z]{2}/.test(behind);
  if (/^[两三四五]级$/.test(words)) return behind === '' || noun.test(behind);
  const isNext = /[\d一二三四五六七八九十百千万亿两几近约超不至]/.test(masked.charAt(next));
  if (bounded.test(words) && !/%|％/.test(words)) {
    // 65岁以上老年人: of what age they are, whatever follows.
    return (isNext || /岁/.test(words)) && noun.test(behind) && !list.test(behind);
  }
  return (
    isOfTime(masked, numeral) ||
    (isNext && (sumsUpNames(masked, numeral) || isOfRate(masked, end, next)))
  );
}

const sumUnit = /^(?:[二两三四五六七八九十])(?:大?项|大?类|个|种|大)$/;
const longestNames = 60;
const ofRate = /^[^,、\d]{2,20}(?:率|占比)[^,、\d]{0,4}$/;

/** 八类案件破案率达100%: how many kinds of things the rate is of. */
const isOfRate = (masked: string, end: number, next: number): boolean =>
  sumUnit.test(masked.slice(Math.max(0, end - 2), end)) && ofRate.test(masked.slice(end, next));

/** 养老、失业、工伤三项保险参保人数达到96万人: how many were just named, where another figure says how much of them. */
function sumsUpNames(masked: string, { start, end, quantity }: PlacedNumeral): boolean {
  if (!sumUnit.test(masked.slice(start, end))) return false;
  const names = masked
    .slice(Math.max(0, start - longestNames), start)
    .split(/[,;:。\n]/)
    .at(-1);
  const marks = names?.match(/、|以及|和(?![解谐平])|及(?!时)|与/g)?.length ?? 0;
  return marks > 0 && marks + 1 === quantity?.value;
}

/** Whether a figure is how long something took or goes on: 连续五年, 三年内. */
export function isOfTime(masked: string, { start, end, quantity }: PlacedNumeral): boolean {
  if (!ofTime.test(quantity?.unit ?? '')) return false;
  const behind = masked.slice(end, end + 4);
  const before = masked.slice(Math.max(0, start - 4), start);
  if (/^(?:增长|翻|年均|累计|有期徒刑)/.test(behind) || followsTime.test(behind)) return true;
  const isWithin = masked.charAt(end - 1) === '内' && /^[一-龥]/.test(behind);
  return leadsToTime.test(before) || (isWithin && !/[至到为于]$/.test(before));
}
