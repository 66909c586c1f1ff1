import type { CheckKind, OperandRole, Verdict } from '../vocabulary.ts';
import type { Quoted } from './quotes.ts';
import type { Rows } from './rows.ts';

export type Operand = { role: OperandRole; outcome: Rows['outcomes'][number] };

/** A check that has been worked out. */
export type Worked = {
  kind: CheckKind;
  code: string;
  verdict: Verdict;
  stated: number | null;
  computed: number | null;
  operands: Operand[];
  evidence?: Quoted | null;
};

type Words = { zh: string; en: string };

/** A count in per cent of its base, to two decimals. */
export const ratioOf = (count: number, base: number) => Number(((count / base) * 100).toFixed(2));

/** The working of a check in both languages; it shows the figures and accuses nobody. */
export function explain(worked: Worked): Words {
  const { verdict, stated, computed, operands } = worked;
  const holds = verdict === 'HOLDS';
  const values = (role: Operand['role']) =>
    operands.flatMap((each) => (each.role === role ? (each.outcome.value ?? []) : []));
  switch (worked.kind) {
    case 'SUM': {
      if (verdict === 'CANNOT_BE_CHECKED') {
        return {
          zh: '总数或分项含概数,无法核对相加之和。',
          en: 'The whole or a part is no exact figure, so the sum cannot be checked.',
        };
      }
      const sum = `${values('PART').join(' + ')} = ${computed}`;
      return holds
        ? { zh: `${sum},与所述总数一致。`, en: `${sum}, as stated.` }
        : {
            zh: `${sum},原文总数为 ${stated};分项可能不全,或口径不同。`,
            en: `${sum}, while ${stated} is stated; there may be parts that are not told, or the base may differ.`,
          };
    }
    case 'RATIO': {
      const [count] = values('COUNT');
      const [base] = values('BASE');
      if (computed === null) {
        return {
          zh: `原文称 ${stated}%,但没有给出核对所需的分子或分母。`,
          en: `${stated} % is stated, but not the count or the base that it would have to be checked against.`,
        };
      }
      const working = `${count} ÷ ${base} = ${computed}`;
      return holds
        ? {
            zh: `${working}%,与所述 ${stated}% 一致。`,
            en: `${working} %, which agrees with the stated ${stated} %.`,
          }
        : {
            zh: `${working}%,原文称 ${stated}%;原文可能采用了另一基数。`,
            en: `${working} %, while ${stated} % is stated; the rate may have been taken of another base.`,
          };
    }
    case 'SUBSET':
      if (verdict === 'CANNOT_BE_CHECKED') {
        return {
          zh: '总数或分项含概数,无法核对。',
          en: 'The whole or a part is no exact figure, so it cannot be checked.',
        };
      }
      return holds
        ? { zh: `${stated} 不大于 ${computed}。`, en: `${stated} is not larger than ${computed}.` }
        : {
            zh: `${stated} 大于其所属的 ${computed};口径可能不同。`,
            en: `${stated} is larger than the ${computed} that it is part of; they may be counted differently.`,
          };
    case 'DIRECTION': {
      const [changed] = operands;
      const from = changed?.outcome.baselineValue;
      const to = changed?.outcome.value;
      if (verdict === 'CANNOT_BE_CHECKED') {
        return {
          zh: `由 ${from} 到 ${to},原文没有说明升降的动词。`,
          en: `From ${from} to ${to}; the text has no verb that says which way.`,
        };
      }
      return holds
        ? {
            zh: `由 ${from} 到 ${to},与原文动词的方向一致。`,
            en: `From ${from} to ${to}, the way that the verb says.`,
          }
        : {
            zh: `由 ${from} 到 ${to},与原文动词的方向相反。`,
            en: `From ${from} to ${to}, against the way that the verb says.`,
          };
    }
    case 'SAME_FACT':
      return holds
        ? {
            zh: `${operands.length} 处表述均为 ${stated}。`,
            en: `Told ${operands.length} times, each time as ${stated}.`,
          }
        : {
            zh: `一处为 ${stated},另一处为 ${computed};所指时点或口径可能不同。`,
            en: `Told as ${stated} and as ${computed}; the times or the base may differ.`,
          };
    case 'SET_SIZE':
      return holds
        ? {
            zh: `名称称 ${stated} 项,原文列出 ${computed} 项。`,
            en: `Its name says ${stated}, and ${computed} are named.`,
          }
        : {
            zh: `名称称 ${stated} 项,原文列出 ${computed} 项;可能未全部列出。`,
            en: `Its name says ${stated}, while ${computed} are named; the text may not name them all.`,
          };
  }
}
