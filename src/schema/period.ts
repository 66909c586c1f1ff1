import type { PeriodBasis as PeriodBasisName } from '../vocabulary.ts';
import { builder } from './builder.ts';
import { PeriodBasis } from './enums.ts';
import { Evidence } from './evidence.ts';

type PeriodRow = {
  text: string;
  edtf: string | null;
  start: string | null;
  end: string | null;
  basis: PeriodBasisName;
  evidence: typeof Evidence.$inferType;
};

export const Period = builder.objectRef<PeriodRow>('Period').implement({
  description: 'The time that a fact is about (时段).',
  fields: (t) => ({
    text: t.exposeString('text', {
      description: 'The report’s words, such as 上半年 or 截至目前.',
    }),
    edtf: t.expose('edtf', {
      type: 'EDTF',
      nullable: true,
      description:
        'The same in EDTF (ISO 8601-2), such as "2023-01/2023-06"; null where the text does not tell it.',
    }),
    start: t.expose('start', {
      type: 'Date',
      nullable: true,
      description: 'Its first day; null where it is not told, as of 202X or of a spring.',
    }),
    end: t.expose('end', {
      type: 'Date',
      nullable: true,
      description: 'Its last day; null where it is not told.',
    }),
    basis: t.field({
      type: PeriodBasis,
      description: 'Whether its words stand with the fact.',
      resolve: ({ basis }) => basis,
    }),
    evidence: t.field({
      type: Evidence,
      description: 'Where its words stand.',
      resolve: ({ evidence }) => evidence,
    }),
  }),
});

/** The columns and the relation of a period, in whichever table holds one. */
export const periodColumns = {
  columns: {
    text: 'periodText',
    edtf: 'periodEdtf',
    start: 'periodStart',
    end: 'periodEnd',
    basis: 'periodBasis',
  },
  relations: { evidence: 'periodEvidence' },
} as const;
