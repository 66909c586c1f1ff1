import type { Random } from '../corpus-rows.ts';

/** A figure as a report has it, and the value that a curator gives. */
export type Written = { words: string; value: number };
export type Way = (value: number) => Written | null;

const tens = (value: number, power: number) => Math.floor(value / power) * power;

export const exactly: Way = (value) => ({ words: String(value), value });
export const rounded: Way = (value) => inTenThousands(Math.round(value / 1000) / 10);
export const cutOff: Way = (value) => inTenThousands(Math.floor(value / 1000) / 10);
const moreThan: Way = (value) => {
  const floor = tens(value, value > 1000 ? 100 : 10);
  return floor > 0 && floor < value ? { words: `${floor}余`, value: floor } : null;
};
const over: Way = (value) => {
  const floor = tens(value - 1, 10);
  return floor > 0 ? { words: `超过${floor}`, value: floor } : null;
};
const nearly: Way = (value) => {
  const ceiling = tens(value, 10) + 10;
  return { words: `近${ceiling}`, value: ceiling };
};
const orMore: Way = (value) => {
  const floor = tens(value, 10);
  return floor > 0 ? { words: `不少于${floor}`, value: floor } : null;
};
const about: Way = (value) => ({ words: `约${tens(value, 10) + 10}`, value: tens(value, 10) + 10 });

function inTenThousands(number: number): Written | null {
  return number >= 1 ? { words: `${number.toFixed(1)}万`, value: number * 10_000 } : null;
}

export const ways = [exactly, rounded, cutOff, moreThan, over, nearly, orMore, about];

export const writeIn = ({ pick }: Random, some: readonly Way[], value: number): Written =>
  pick(some)(value) ?? { words: String(value), value };
