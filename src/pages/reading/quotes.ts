import type { ReportData } from './report-data.ts';
import type { TextSpan, TextSegment } from './segments.ts';

/** Words of the report that prove something, with where they lead. */
export type Quote = TextSpan & {
  kind: 'measure' | 'outcome' | 'link' | 'period' | 'check' | 'name' | 'numeral';
  /** The id of the card that the words prove. */
  card: string;
  /** The level of an outcome, or the kind of a numeral: how the mark looks. */
  tone: string;
  /** The card's number beside the words; null where they carry none. */
  number: string | null;
};

/** `streamline-approvals` of `xinghe-2023/streamline-approvals`. */
const slugOf = (code: string) => code.slice(code.indexOf('/') + 1);

export const cardOf = {
  measure: (code: string) => `measure-${slugOf(code)}`,
  outcome: (code: string) => `outcome-${slugOf(code)}`,
  target: (code: string) => `target-${slugOf(code)}`,
  problem: (code: string) => `problem-${slugOf(code)}`,
  name: (code: string) => `name-${slugOf(code)}`,
};

/** The id of the mark around the words that prove what a card tells. */
export const wordsOf = (card: string) => `words-${card}`;

/** The id of the mark around one of the acts of a measure, the first of them number 0. */
export const wordsOfAct = (card: string, nth: number) =>
  nth === 0 ? wordsOf(card) : `${wordsOf(card)}-${nth + 1}`;

export type Numbers = ReadonlyMap<string, number>;

/** Measures and outcomes each numbered in the text's order, by their codes. */
export const numberThem = (things: readonly { code: string }[]): Numbers =>
  new Map(things.map(({ code }, index) => [code, index + 1]));

/** Every piece of evidence of a report; its numerals too, where they are asked for. */
export function quotesOf(data: ReportData, withNumerals: boolean): Quote[] {
  const { report, measures, outcomes, links, numerals } = data;
  const quotes: Quote[] = [];
  const shownKeys = new Set<string>();
  const add = ({ start, end }: TextSegment, quote: Omit<Quote, 'start' | 'end'>) => {
    quotes.push({ ...quote, start, end });
  };
  measures.forEach(({ code, acts }, index) => {
    const card = cardOf.measure(code);
    const number = String(index + 1);
    acts.forEach(({ evidence }, nth) => {
      add(evidence, { id: wordsOfAct(card, nth), kind: 'measure', card, tone: 'measure', number });
    });
  });
  outcomes.forEach(({ code, evidence, level }, index) => {
    const card = cardOf.outcome(code);
    const number = String(index + 1);
    add(evidence, { id: wordsOf(card), kind: 'outcome', card, tone: level.toLowerCase(), number });
  });
  const once = (kind: Quote['kind'], stretch: TextSegment | null, card: string, tone: string) => {
    const key = stretch && `${kind}-${stretch.start}-${stretch.end}`;
    if (!stretch || !key || shownKeys.has(key)) return;
    shownKeys.add(key);
    add(stretch, { id: key, kind, card, tone, number: null });
  };
  for (const { outcome, evidence } of links) {
    once('link', evidence, cardOf.outcome(outcome.code), 'link');
  }
  for (const { code, period, checks } of outcomes) {
    once('period', period?.evidence ?? null, cardOf.outcome(code), 'period');
    for (const { evidence } of checks.nodes) once('check', evidence, cardOf.outcome(code), 'check');
  }
  const names = [
    ...report.documents,
    ...report.honours,
    ...report.organizations.map(({ node, evidence }) => ({ ...node, evidence })),
  ];
  for (const { code, evidence } of names) {
    const card = cardOf.name(code);
    add(evidence, { id: wordsOf(card), kind: 'name', card, tone: 'name', number: null });
  }
  for (const numeral of withNumerals ? numerals : []) {
    const card = numeral.outcome ? cardOf.outcome(numeral.outcome.code) : 'numerals';
    once('numeral', numeral, card, `numeral numeral-${numeral.kind.toLowerCase()}`);
  }
  return quotes;
}
