import type { CheckKind, OperandRole } from '../../../vocabulary.ts';
import type { Interval } from '../../../text/interval.ts';
import type { Judged } from './judge.ts';
import type { Quoted } from '../../resolve/quotes.ts';
import type { Rows } from '../rows.ts';

export type CheckOperand = { role: OperandRole; outcome: Rows['outcomes'][number] };

/** A check of a report's own figures that has been worked out. */
export type WorkedCheck = Judged & {
  kind: Exclude<CheckKind, 'RESTATED' | 'TARGET'>;
  code: string;
  stated: number | null;
  computed: number | null;
  operands: CheckOperand[];
  evidence?: Quoted | null;
  /** The verb that says which way a change goes. */
  verb?: string | undefined;
  /** What is left of a whole. */
  what?: CheckWords;
  /** The point whose norm a figure is held against, and the working in words. */
  itemId?: number;
  words?: CheckWords;
  /** What a curator says of it. */
  note?: CheckWords | undefined;
};

export type CheckWords = { zh: string; en: string };

/** The code that the curator gave to an outcome, without that of the report. */
export const slugOf = ({ code }: Pick<CheckOperand['outcome'], 'code'>) =>
  code.slice(code.indexOf('/') + 1);

/** A count in per cent of its base, to two decimals. */
export const ratioOf = (count: number, base: number) => Number(((count / base) * 100).toFixed(2));

/** The working of a check in both languages; it shows the figures and accuses nobody. */
export function explain(worked: WorkedCheck): CheckWords {
  const { zh, en } = worked.words ?? work(worked);
  const { note } = worked;
  return note ? { zh: `${zh}${note.zh}`, en: `${en} ${note.en}` } : { zh, en };
}

function work(worked: WorkedCheck): CheckWords {
  switch (worked.kind) {
    case 'SUM':
      return explainSum(worked);
    case 'RATIO':
      return explainRatio(worked);
    case 'SUBSET':
      return explainSubset(worked);
    case 'REMAINDER':
      return explainRemainder(worked);
    case 'DIRECTION':
      return explainDirection(worked);
    case 'SAME_FACT':
      return explainSameFact(worked);
    case 'SET_SIZE':
      return explainSetSize(worked);
    case 'NORM':
      return explainUnchecked(worked);
  }
}

function explainSum(worked: WorkedCheck): CheckWords {
  const { verdict, stated, computed } = worked;
  if (verdict === 'CANNOT_BE_CHECKED') return explainUnchecked(worked);
  const [whole] = figuresOf(worked, 'WHOLE');
  const parts = figuresOf(worked, 'PART').flatMap(({ value }) => value ?? []);
  const sum = `${parts.join(' + ')} = ${computed}`;
  if (verdict === 'DOES_NOT_FOLLOW') {
    return {
      zh: `${sum}，原文总数为 ${figureOf(whole, stated)}；分项可能不全，或口径不同。`,
      en: `${sum}, while ${figureOf(whole, stated)} is stated; there may be parts that are not told, or the base may differ.`,
    };
  }
  return worked.reason === 'AGREES'
    ? { zh: `${sum}，与所述总数一致。`, en: `${sum}, as stated.` }
    : agreesWithin(worked, sum, figureOf(whole, stated));
}

/** A figure in the report's words where these say more than its number. */
export const figureOf = (outcome: OperandFigure, value: number | null): string =>
  outcome?.quantityText && (outcome.qualifier !== 'EXACT' || outcome.decimals != null)
    ? outcome.quantityText
    : String(value);

/** That a working agrees with what is stated only within bounds, and within which. */
function agreesWithin(worked: WorkedCheck, working: string, stated: string): CheckWords {
  const bounds = boundsOf(worked.statedBounds);
  return worked.reason === 'WITHIN_ROUNDING'
    ? {
        zh: `${working}，在原文“${stated}”的取整范围内（${bounds.zh}）。`,
        en: `${working}, within the rounding of the stated ${stated} (${bounds.en}).`,
      }
    : {
        zh: `${working}，与原文“${stated}”所容许的范围（${bounds.zh}）不矛盾。`,
        en: `${working}, within what the stated ${stated} allows (${bounds.en}).`,
      };
}

/** An interval in words; an open end says that it is not reached. */
export function boundsOf(interval: Interval | null): CheckWords {
  if (!interval) return { zh: '无界', en: 'no bounds' };
  const { low, high, isLowOpen, isHighOpen } = interval;
  const zh = [
    ...(low === -Infinity ? [] : [`${isLowOpen ? '大于' : '不小于'} ${low}`]),
    ...(high === Infinity ? [] : [`${isHighOpen ? '小于' : '不大于'} ${high}`]),
  ];
  const en = [
    ...(low === -Infinity ? [] : [`${isLowOpen ? 'above' : 'from'} ${low}`]),
    ...(high === Infinity ? [] : [`${isHighOpen ? 'below' : 'to'} ${high}`]),
  ];
  return { zh: zh.join('、'), en: en.join(', ') };
}

/** Why figures could not be held against each other. */
export function explainUnchecked({ reason }: Pick<WorkedCheck, 'reason'>): CheckWords {
  if (reason === 'UNITS_DIFFER') {
    return {
      zh: '各数的单位不同，无法核对。',
      en: 'The figures stand in different units, so they cannot be checked.',
    };
  }
  return reason === 'NOT_TOLD'
    ? {
        zh: '其中有一项没有给出数值，无法核对。',
        en: 'For one of them no value is told, so it cannot be checked.',
      }
    : {
        zh: '有概数未给出上下限（约、左右），无法核对。',
        en: 'A figure is about a value and nothing says within what, so it cannot be checked.',
      };
}

function explainDirection(worked: WorkedCheck): CheckWords {
  const { verdict, reason, verb, operands } = worked;
  if (reason === 'NOT_BOUNDED') return explainUnchecked(worked);
  const [changed] = operands;
  const from = changed?.outcome.baselineValue;
  const to = changed?.outcome.value;
  if (verdict === 'CANNOT_BE_CHECKED') {
    return {
      zh: `由 ${from} 到 ${to}，原文没有说明升降的动词。`,
      en: `From ${from} to ${to}; the text has no verb that says which way.`,
    };
  }
  if (verdict === 'HOLDS' && reason !== 'AGREES') {
    return {
      zh: `由 ${from} 到 ${to}：按概数或取整所容许的范围，与原文动词“${verb}”的方向不矛盾。`,
      en: `From ${from} to ${to}: within what their words or their rounding allow, it can go in the direction of the verb (${verb}).`,
    };
  }
  return verdict === 'HOLDS'
    ? {
        zh: `由 ${from} 到 ${to}，与原文动词“${verb}”的方向一致。`,
        en: `From ${from} to ${to}, in the direction of the verb (${verb}).`,
      }
    : {
        zh: `由 ${from} 到 ${to}，与原文动词“${verb}”的方向相反。`,
        en: `From ${from} to ${to}, against the direction of the verb (${verb}).`,
      };
}

function explainSameFact(worked: WorkedCheck): CheckWords {
  const { verdict, reason, stated, computed, operands } = worked;
  const told = operands.map(({ outcome }) => figureOf(outcome, outcome.value ?? null));
  const [one = stated, other = computed] = new Set(told);
  if (reason === 'SCOPES_MAY_DIFFER') {
    return {
      zh: `一处为 ${one}，另一处为 ${other}；原文用语表明所指时段、主体或范围可能不同。`,
      en: `Stated as ${one} and as ${other}; the words beside them speak of different times, bodies or portions.`,
    };
  }
  if (verdict === 'CANNOT_BE_CHECKED') return explainUnchecked(worked);
  if (verdict === 'DOES_NOT_FOLLOW') {
    return {
      zh: `一处为 ${one}，另一处为 ${other}；所指时点或口径可能不同。`,
      en: `Stated as ${one} and as ${other}; the times or the base may differ.`,
    };
  }
  return worked.reason === 'AGREES'
    ? {
        zh: `${operands.length} 处表述均为 ${stated}。`,
        en: `Stated ${operands.length} times, each time as ${stated}.`,
      }
    : {
        zh: `${told.join('、')}，各处表述可以同时成立。`,
        en: `Stated as ${told.join(' and as ')}, which can all be true.`,
      };
}

function explainSetSize({ verdict, stated, computed }: WorkedCheck): CheckWords {
  if (verdict === 'CANNOT_BE_CHECKED') {
    return computed === null
      ? {
          zh: `名称称 ${stated} 项，原文没有列出。`,
          en: `Its name says ${stated}; the text names none of them.`,
        }
      : {
          zh: `名称称 ${stated} 项，原文列出 ${computed} 项，可能未全部列出。`,
          en: `Its name says ${stated}; the text names ${computed}, which may not be all.`,
        };
  }
  return verdict === 'HOLDS'
    ? {
        zh: `名称称 ${stated} 项，原文列出 ${computed} 项。`,
        en: `Its name says ${stated}, and ${computed} are named.`,
      }
    : {
        zh: `名称称 ${stated} 项，原文列出 ${computed} 项。`,
        en: `Its name says ${stated}, while ${computed} are named.`,
      };
}

const figuresOf = ({ operands }: WorkedCheck, role: CheckOperand['role']) =>
  operands.filter((each) => each.role === role).map(({ outcome }) => outcome);

function explainRatio(worked: WorkedCheck): CheckWords {
  const { verdict, stated, computed } = worked;
  const [count] = figuresOf(worked, 'COUNT');
  const [base] = figuresOf(worked, 'BASE');
  if (stated === null) return explainUnchecked(worked);
  if (computed === null) return explainUnknownRatio(stated, count, base);
  const working = `${count?.value} ÷ ${base?.value} = ${computed}`;
  if (worked.reason === 'BASE_NOT_SAID') {
    return {
      zh: `${working}%，原文称 ${stated}%；原文没有说明该比率以何为基数。`,
      en: `${working} %, and ${stated} % is stated; the text does not say what the rate is of.`,
    };
  }
  if (verdict === 'CANNOT_BE_CHECKED') return explainUnchecked(worked);
  if (worked.reason === 'WITHIN_BOUNDS') {
    const [rate] = figuresOf(worked, 'RATE');
    return agreesWithin(worked, `${working} %`, figureOf(rate, stated));
  }
  if (verdict === 'HOLDS') {
    return {
      zh: `${working}%，与所述 ${stated}% 一致。`,
      en: `${working} %, which agrees with the stated ${stated} %.`,
    };
  }
  const [confirms] = figuresOf(worked, 'CONFIRMS');
  if (confirms && base?.value != null && stated !== null) {
    const would = Math.round((base.value * stated) / 100);
    return {
      zh: `${working}%，原文称 ${stated}%。原文又称${confirms.labelZh}为 ${confirms.quantityText}，基数即 ${base.value}；其 ${stated}% 约为 ${would}。`,
      en: `${working} %, while ${stated} % is stated. The text also states ${confirms.value} % under “${confirms.labelEn ?? confirms.labelZh}”, so that the base is ${base.value}; ${stated} % of it would be about ${would}.`,
    };
  }
  return {
    zh: `${working}%，原文称 ${stated}%；原文可能采用了另一基数。`,
    en: `${working} %, while ${stated} % is stated; the rate may have been taken of another base.`,
  };
}

type OperandFigure = CheckOperand['outcome'] | undefined;

/** Which of the two is not told, and only that. */
function explainUnknownRatio(
  stated: number,
  count: OperandFigure,
  base: OperandFigure,
): CheckWords {
  if (base?.value === 0 && count?.value != null) {
    return {
      zh: `原文称 ${stated}%，计 ${count.value}，而基数为 0：以零为基数的比率无从计算。`,
      en: `${stated} % is stated for ${count.value} of a base of 0; of nothing no rate can be worked out.`,
    };
  }
  if (base) {
    return {
      zh: `原文称 ${stated}%，基数为 ${base.value}，但没有给出计入的数量。`,
      en: `${stated} % is stated of a base of ${base.value}, but not how many that is.`,
    };
  }
  return count
    ? {
        zh: `原文称 ${stated}%，计 ${count.value}，但没有给出基数。`,
        en: `${stated} % is stated for ${count.value}, but not the base that it is of.`,
      }
    : {
        zh: `原文称 ${stated}%，但没有给出数量和基数。`,
        en: `${stated} % is stated, but neither the count nor the base.`,
      };
}

/** The whole less what is taken away: `34 − 9 = 25`, or the whole alone. */
function differenceOf(worked: WorkedCheck): string {
  const [whole] = figuresOf(worked, 'WHOLE');
  const less = figuresOf(worked, 'EXCLUDED').map(({ value }) => ` − ${value}`);
  return less.length === 0
    ? String(worked.computed)
    : `${whole?.value}${less.join('')} = ${worked.computed}`;
}

function explainSubset(worked: WorkedCheck): CheckWords {
  const { verdict, stated } = worked;
  const whole = differenceOf(worked);
  if (worked.reason === 'SCOPES_MAY_DIFFER') {
    return {
      zh: `各分项合计 ${stated}，多于总数 ${whole}；可能有重复计算。`,
      en: `The parts come to ${stated}, of ${whole}; some may be counted in several of them.`,
    };
  }
  if (verdict === 'CANNOT_BE_CHECKED') return explainUnchecked(worked);
  if (verdict === 'HOLDS' && worked.reason !== 'AGREES') {
    return {
      zh: `${stated} 对 ${whole}：按概数或取整所容许的范围，前者可以不大于后者。`,
      en: `${stated} against ${whole}: within what their words or their rounding allow, it need not be larger.`,
    };
  }
  return verdict === 'HOLDS'
    ? { zh: `${stated} 不大于 ${whole}。`, en: `${stated} is not larger than ${whole}.` }
    : {
        zh: `${stated} 大于 ${whole}，而前者应包含在后者之内；口径可能不同。`,
        en: `${stated} is larger than ${whole}, of which it would be a part; they may be counted differently.`,
      };
}

function explainRemainder(worked: WorkedCheck): CheckWords {
  const { computed, reason, what = { zh: '', en: '' } } = worked;
  if (reason === 'NOT_TOLD') return explainUnchecked(worked);
  if (computed === null) {
    return {
      zh: `含概数，无法计算${what.zh}的数量。`,
      en: `A figure is not exact, so that one cannot tell how many are left: ${what.en}.`,
    };
  }
  const working = differenceOf(worked);
  return {
    zh: `${working}：${what.zh}；原文未说明其后续情况。`,
    en: `${working}: ${what.en}; the text does not say what became of them.`,
  };
}
