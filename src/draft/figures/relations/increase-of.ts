import { isSameUnit } from '../label/label-context.ts';
import type { OwnWords } from '../label/own-words.ts';
import type { FigureReading, Mention } from '../reading/mentions.ts';

const anew = /(?:新增|净增|新增加)[^,;。]*$/;
const net = /净增(?:加|长)?[^,;。]*$/;

/** An amount by which a total grew, and the place of that total among the figures; null where none is told. */
export type Increase = { readonly total: number | null };

/** 新增4个,累计达23个 tells by how much the total grew (O6), and so does 净增4个 without one; else null. */
export function increaseOf(
  { masked, mentions }: FigureReading,
  owns: readonly OwnWords[],
  { index, clause, start, before, quantity }: Mention,
): Increase | null {
  const words = masked.slice(before.start, start);
  if (!anew.test(words)) return null;
  const next = mentions[index + 1];
  const isTotal =
    next !== undefined &&
    owns[next.index]?.isTotal === true &&
    next.clause.stretch === clause.stretch &&
    next.clause.point === clause.point &&
    isSameUnit(next.quantity.unit, quantity.unit) &&
    next.quantity.value >= quantity.value;
  if (isTotal) return { total: next.index };
  return net.test(words) ? { total: null } : null;
}
