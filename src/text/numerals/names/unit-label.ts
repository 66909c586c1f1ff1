import { matchEnd } from '../../match-end.ts';
import { valueAt } from '../numeral-character.ts';
import { foundNumeral } from '../span.ts';
import type { FoundNumeral, NumeralPlace } from '../span.ts';
import { readUnit } from '../quantities/unit.ts';

const scale = /(?:[十百千]?[万亿]|万亿|[百千])/y;
const unitBefore = /单位(?:[:：为是]|[（(])?[ \u3000]?(?:\p{Script=Han}{1,5}[、,，/／])?$/u;

/** 单位：万元, 罚没款（亿元）: the scale of the figures of a table, and none of them. */
export function readUnitLabel({ text, at, floor }: NumeralPlace): FoundNumeral | null {
  if (!(valueAt(text, at) >= 10)) return null;
  const isBracketed = /[（(]/.test(text.charAt(at - 1));
  if (!isBracketed && !unitBefore.test(text.slice(Math.max(floor, at - 10), at))) return null;
  const scaled = matchEnd(scale, text, at);
  if (scaled <= at) return null;
  const end = scaled + readUnit(text, scaled).length;
  if (end === scaled) return null;
  const closes = isBracketed ? /^[)）]/ : /^(?:[)）、,，;；。\s]|$)/;
  return closes.test(text.slice(end, end + 1)) ? foundNumeral('IDIOM', at, end) : null;
}
