import { sliceCodePoints } from '../../text/code-points.ts';
import type { Numeral, Quantity } from '../../text/numerals/numeral.ts';

/** The verb that makes a figure an amount of change, and which way. */
export type ChangeVerb = { verb: string; direction: 'UP' | 'DOWN' | null };

/** What adds to a level that is told beside it, with or without what it adds: 新增调解组织4个，累计达23个. */
const addition =
  /(新增加?|净增加?|新建|新设立?|新成立|新发展|新培育|新添|新认定|新创建)[^，,、。；;：:\d]{0,20}$/u;

/** The verb that governs an amount: 下降4.2个百分点, 新增4个; null where none does. */
export function changeVerbOf(
  text: string,
  { change, numeral }: Pick<Quantity, 'change'> & { numeral: Numeral },
): ChangeVerb | null {
  if (change?.role === 'BY') return change;
  const { start } = numeral;
  const verb = addition.exec(sliceCodePoints(text, Math.max(0, start - 24), start))?.[1];
  return verb === undefined ? null : { verb, direction: 'UP' };
}

/** What only of a rank is a change: 前进3位, 后退1位. */
const ofRank = /(?:(前进|前移|晋升|跃进|提前)|(后退|后移|退后|退步|倒退|滑落))了?$/u;

/** The verb by which a rank moves; null where none does. */
export function rankVerbOf(
  text: string,
  { change, numeral }: Pick<Quantity, 'change'> & { numeral: Numeral },
): ChangeVerb | null {
  if (change?.role === 'BY') return change;
  const { start } = numeral;
  const [, ahead, back] = ofRank.exec(sliceCodePoints(text, Math.max(0, start - 3), start)) ?? [];
  if (ahead !== undefined) return { verb: ahead, direction: 'UP' };
  return back === undefined ? null : { verb: back, direction: 'DOWN' };
}
