import type { Qualifier as QualifierName } from '../vocabulary.ts';
import { builder } from './builder.ts';
import { Qualifier } from './enums.ts';
import { Unit } from './unit.ts';

type QuantityRow = {
  value: number;
  minimum: number | null;
  maximum: number | null;
  qualifier: QualifierName;
  text: string;
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
    text: t.exposeString('text', { description: 'The words as written, such as 20个工作日.' }),
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
  isImprovement: boolean | null;
  text: string | null;
  qualifier: QualifierName | null;
  unit: typeof Unit.$inferType;
};

export const Change = builder.objectRef<ChangeRow>('Change').implement({
  description:
    'How far a figure moved (变化): worked out at import from the baseline, or told by the words themselves (减少46个).',
  fields: (t) => ({
    absolute: t.exposeFloat('absolute', {
      description:
        'Value less baseline, or the amount that the words tell, in the unit; below zero for a fall.',
    }),
    percent: t.exposeFloat('percent', {
      nullable: true,
      description:
        'The same in per cent of the baseline, to two decimals; null without a baseline.',
    }),
    isImprovement: t.exposeBoolean('isImprovement', {
      nullable: true,
      description:
        'Whether it is for the better, as the indicator’s direction has it; null where neither way is.',
    }),
    text: t.exposeString('text', {
      nullable: true,
      description:
        'The words of the amount as written, such as 46个; null where it is worked out from a baseline.',
    }),
    qualifier: t.field({
      type: Qualifier,
      nullable: true,
      description: 'How the words qualify the amount; null where it is worked out.',
      resolve: ({ qualifier }) => qualifier,
    }),
    unit: t.field({
      type: Unit,
      description: 'What it is counted or measured in.',
      resolve: ({ unit }) => unit,
    }),
  }),
});
