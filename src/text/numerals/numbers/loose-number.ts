import { characterClass, classAt, isArabicDigit, valueAt } from '../numeral-character.ts';

/**
 * What a run of digits of both scripts and of 十 百 千 万 亿 can mean where the strict rules do not
 * read it: 1万零20, 一千一十, 一百十一, 一万六七. `values` has every reading; none where it is no number.
 */
export type LooseNumber = {
  end: number;
  values: readonly number[];
  /** The upper end of the one reading of 一万六七; null for one value. */
  top: number | null;
  step: number;
  /** Whether the one reading is sure; 1万20 is written against every rule. */
  isSure: boolean;
};

type Token = {
  value: number;
  kind: 'DIGIT' | 'ARABIC' | 'POWER' | 'ZERO';
  /** How many digits an Arabic part has. */
  length: number;
};

const longestRun = 32;
/** After 百 and 千, what makes them part of another word or unit. */
const notPower = /^(?:百[分姓]|千[克米瓦伏卡帕])/;

/** Reads the run that begins at a UTF-16 index which holds a numeral character. */
export function readLoose(text: string, start: number): LooseNumber {
  const { tokens, end } = tokensFrom(text, start);
  const none: LooseNumber = { end, values: [], top: null, step: 1, isSure: false };
  const last = tokens.at(-1);
  const before = tokens.at(-2);
  if (last === undefined || before === undefined || tokens[0]?.kind === 'ZERO') return none;
  if (last.kind === 'ZERO') {
    const value = before.kind === 'POWER' ? worthOf(tokens.slice(0, -1)) : null;
    return value === null ? none : { ...none, values: [value.total] };
  }
  const colloquial = readColloquial(tokens, last, before);
  if (colloquial !== null) return { ...none, ...colloquial };
  const worth = worthOf(tokens);
  if (worth === null) return none;
  return { end, values: [worth.total], top: null, step: worth.step, isSure: worth.isSure };
}

/** 一万六七: 16,000 to 17,000. 一百五: 150 or 105. Null where no digit stands alone behind a power. */
function readColloquial(
  tokens: readonly Token[],
  last: Token,
  before: Token,
): Omit<LooseNumber, 'end'> | null {
  if (last.kind !== 'DIGIT') return null;
  const isPair = before.kind === 'DIGIT' && before.value + 1 === last.value;
  const power = tokens.at(isPair ? -3 : -2);
  if (power?.kind !== 'POWER' || power.value < 100) return null;
  const head = worthOf(tokens.slice(0, isPair ? -2 : -1));
  if (head === null) return null;
  const step =
    (power.value === 1e8 && tokens.at(isPair ? -4 : -3)?.value === 1e4 ? 1e12 : power.value) / 10;
  if (isPair) {
    const values = [head.total + before.value * step];
    return { values, top: head.total + last.value * step, step, isSure: true };
  }
  const values = [head.total + last.value * step, head.total + last.value];
  return { values, top: null, step: 1, isSure: false };
}

function tokensFrom(text: string, start: number): { tokens: Token[]; end: number } {
  const tokens: Token[] = [];
  let at = start;
  while (at < start + longestRun * 4 && tokens.length < longestRun) {
    const kind = classAt(text, at);
    if (kind === characterClass.ARABIC) {
      let end = at;
      let value = 0;
      for (; isArabicDigit(text, end) && end < at + 16; end += 1)
        value = value * 10 + valueAt(text, end);
      tokens.push({ value, kind: 'ARABIC', length: end - at });
      at = end;
      continue;
    }
    if (kind !== characterClass.DIGIT && kind !== characterClass.MULTIPLIER) break;
    if (at > start && notPower.test(text.slice(at, at + 2))) break;
    const value = valueAt(text, at);
    const name = kind === characterClass.MULTIPLIER ? 'POWER' : value === 0 ? 'ZERO' : 'DIGIT';
    tokens.push({ value, kind: name, length: 0 });
    at += 1;
  }
  return { tokens, end: Math.max(at, start + 1) };
}

type Worth = { total: number; step: number; isSure: boolean };

/** A number whose places fall, with 零 or without; null for anything else. */
function worthOf(tokens: readonly Token[]): Worth | null {
  for (const power of [1e8, 1e4]) {
    const mark = tokens.findLastIndex(({ kind, value }) => kind === 'POWER' && value === power);
    if (mark < 0) continue;
    const head = mark === 0 ? null : worthOf(tokens.slice(0, mark));
    if (head === null || head.total < 1) return null;
    const tail = tokens.slice(mark + 1);
    if (tail.length === 0) return { ...head, total: head.total * power, step: power };
    const rest = worthOf(tail);
    if (rest === null || rest.total >= power || rest.total === 0) return null;
    return {
      total: head.total * power + rest.total,
      step: rest.step,
      isSure: head.isSure && rest.isSure && fills(tail, power),
    };
  }
  return sectionOf(tokens);
}

/** Whether Arabic digits behind a power fill its places or stand behind 零: 1万2345, 1万零20. */
function fills(tail: readonly Token[], power: number): boolean {
  const [first, second] = tail;
  if (first?.kind !== 'ARABIC' || second !== undefined) return true;
  return first.length === Math.round(Math.log10(power));
}

/** Below ten thousand. */
function sectionOf(tokens: readonly Token[]): Worth | null {
  let total = 0;
  let last = 1e4;
  let step = 1;
  let pending: Token | null = null;
  let isSure = true;
  let isFilled = false;
  for (const token of tokens) {
    if (token.kind === 'ZERO') {
      if (pending !== null) return null;
      isFilled = true;
    } else if (token.kind === 'POWER') {
      if (token.value >= last) return null;
      const digit: number | null = pending?.value ?? (token.value === 10 ? 1 : null);
      if (digit === null || digit < 1 || digit > 9) return null;
      total += digit * token.value;
      last = token.value;
      step = token.value;
      pending = null;
      isFilled = false;
    } else {
      if (pending !== null) return null;
      pending = token;
    }
  }
  if (pending !== null) {
    if (pending.value >= last || pending.value === 0) return null;
    const isWhole =
      pending.kind === 'DIGIT' || isFilled || last === 1e4 || 10 ** pending.length === last;
    isSure = isWhole;
    total += pending.value;
    step = 1;
  }
  return total === 0 ? null : { total, step, isSure };
}
