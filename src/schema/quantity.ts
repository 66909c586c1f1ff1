import type { Qualifier as QualifierName } from '../vocabulary.ts';
import { builder } from './builder.ts';
import { Qualifier } from './enums.ts';
import { Unit } from './unit.ts';

type QuantityRow = {
  value: number;
  minimum: number | null;
  maximum: number | null;
  qualifier: QualifierName;
  text: string | null;
  decimals: number | null;
  low: number | null;
  high: number | null;
  isLowOpen: boolean;
  isHighOpen: boolean;
  isDerived: boolean;
  unit: typeof Unit.$inferType;
};

export const Quantity = builder.objectRef<QuantityRow>('Quantity').implement({
  description: 'A figure as the report gives it (数值): schema.org’s QuantitativeValue.',
  fields: (t) => ({
    value: t.exposeFloat('value', {
      description: 'The number in the words: 20多万份 is 200000, 80余场次 is 80.',
    }),
    minimum: t.exposeFloat('minimum', {
      nullable: true,
      description: 'The least that the words allow, where they allow a range: 80 for 80余.',
    }),
    maximum: t.exposeFloat('maximum', {
      nullable: true,
      description:
        'The most that the words allow; for 余 and 多 the number that it stays below: 90.',
    }),
    qualifier: t.field({
      type: Qualifier,
      description: 'How the words qualify it.',
      resolve: ({ qualifier }) => qualifier,
    }),
    text: t.exposeString('text', {
      nullable: true,
      description:
        'The words as written, such as 20个工作日; null for a figure before that is derived.',
    }),
    isDerived: t.exposeBoolean('isDerived', {
      description:
        'Whether it is worked out and not told (推算): the figure before, where the words tell a level and its change: 7.3%，同比下降4.2个百分点 gives 11.5.',
    }),
    decimals: t.exposeInt('decimals', {
      nullable: true,
      description:
        'To how many decimal places it is written: 1 for 95.0%, −3 for 1.6万; null for a count of its own, such as 8542份.',
    }),
    low: t.exposeFloat('low', {
      nullable: true,
      description:
        'The least value that it stands for, rounding counted in: 15500 for 1.6万; null where nothing bounds it.',
    }),
    high: t.exposeFloat('high', {
      nullable: true,
      description:
        'The most that it stands for: 16500 for 1.6万, 90 for 80余; null where nothing bounds it.',
    }),
    isLowOpen: t.exposeBoolean('isLowOpen', {
      description: 'Whether the least value itself is left out, as 80 is of 80余.',
    }),
    isHighOpen: t.exposeBoolean('isHighOpen', {
      description: 'Whether the most itself is left out, as 90 is of 80余.',
    }),
    unit: t.field({
      type: Unit,
      description: 'What it counts or measures in.',
      resolve: ({ unit }) => unit,
    }),
  }),
});

type ChangeRow = {
  absolute: number;
  percent: number | null;
  percentLow: number | null;
  percentHigh: number | null;
  low: number | null;
  high: number | null;
  isImprovement: boolean | null;
  text: string | null;
  qualifier: QualifierName | null;
  isRelative: boolean;
  unit: typeof Unit.$inferType;
};

export const Change = builder.objectRef<ChangeRow>('Change').implement({
  description:
    'How far a figure moved (变化): worked out at import from the baseline, or told by the words themselves (减少46个), beside a level too (23个，新增4个).',
  fields: (t) => ({
    absolute: t.exposeFloat('absolute', {
      description:
        'Value less baseline, or the amount that the words tell, in the unit; of a rate in per cent in percentage points; below zero for a fall, and of a rank for one that got better.',
    }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description:
        'The same in per cent of the baseline, to two decimals; null without a baseline, for a rate and a rank, which move by points and places, and where a figure is not exact (1个工作日以内).',
    }),
    percentLow: t.exposeFloat('percentLow', {
      nullable: true,
      description:
        'The least that the percentage can be, rounding and words such as 以内 counted in; null where nothing bounds it, and for a rate and a rank.',
    }),
    percentHigh: t.exposeFloat('percentHigh', {
      nullable: true,
      description:
        'The most that the percentage can be: from 3 to 1个工作日以内 is −66.67 at most; null where nothing bounds it, and for a rate and a rank.',
    }),
    low: t.exposeFloat('low', {
      nullable: true,
      description:
        'The least that the absolute amount can be, rounding and words such as 余 counted in; null where nothing bounds it.',
    }),
    high: t.exposeFloat('high', {
      nullable: true,
      description: 'The most that the absolute amount can be; null where nothing bounds it.',
    }),
    isImprovement: t.exposeBoolean('isImprovement', {
      nullable: true,
      description:
        'Whether it is for the better, as the indicator’s direction has it, of a rank where the number got lower; null where neither way is.',
    }),
    text: t.exposeString('text', {
      nullable: true,
      description:
        'The words of the amount as written, such as 46个, or 20% where it is told in per cent; null where it is worked out from a baseline.',
    }),
    qualifier: t.field({
      type: Qualifier,
      nullable: true,
      description: 'How the words qualify the amount; null where it is worked out.',
      resolve: ({ qualifier }) => qualifier,
    }),
    isRelative: t.exposeBoolean('isRelative', {
      description:
        'Whether the words tell it in per cent of what was before (受理300件，同比增长20%): then the amount and the figure before are worked out, and lie between their bounds.',
    }),
    unit: t.field({
      type: Unit,
      description: 'What it is counted or measured in.',
      resolve: ({ unit }) => unit,
    }),
  }),
});
