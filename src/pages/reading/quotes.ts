import { markOfWords, markPrefixes } from '../../http/addresses.ts';
import type { ReportData } from './report-data.ts';
import type { TextSpan, TextSegment } from './segments.ts';

/** Words of the report that prove something, with where they lead. */
export type Quote = TextSpan & {
  kind:
    | 'measure'
    | 'outcome'
    | 'target'
    | 'problem'
    | 'link'
    | 'period'
    | 'check'
    | 'name'
    | 'numeral';
  /** The id of the card that the words prove. */
  card: string;
  /** The level of an outcome, or the kind of a numeral: how the mark looks. */
  tone: string;
  /** The card's number beside the words; null where they carry none. */
  number: string | null;
  /** The mark by which the words are cited, at the first quote of the same words; null at others. */
  mark: string | null;
};

/** `streamline-approvals` of `xinghe-2023/streamline-approvals`. */
const slugOf = (code: string) => code.slice(code.indexOf('/') + 1);

/** `xinghe-2023` of `xinghe-2023/streamline-approvals`. */
export const reportOf = (code: string) => code.slice(0, code.indexOf('/'));

const markOf = (kind: keyof typeof markPrefixes) => (code: string) =>
  markPrefixes[kind] + slugOf(code);

export const cardOf = {
  measure: markOf('measure'),
  outcome: markOf('outcome'),
  target: markOf('target'),
  problem: markOf('problem'),
  name: markOf('name'),
  check: markOf('check'),
  section: markOf('section'),
};

/** The id of what stands above the text: what is said of the report as a whole. */
export const aboutReport = 'about';

/** The card of a fact that claims a figure. */
function cardOfFact({
  __typename: type,
  id,
}: {
  __typename: 'Outcome' | 'Target' | 'Problem';
  id: string;
}) {
  const kind = { Outcome: 'outcome', Target: 'target', Problem: 'problem' } as const;
  return cardOf[kind[type]](id);
}

/** The id of the mark around the words that prove what a card tells. */
export const wordsOf = (card: string) => `words-${card}`;

/** The id of the mark around one of the acts of a measure, the first of them number 0. */
export const wordsOfAct = (card: string, nth: number) =>
  nth === 0 ? wordsOf(card) : `${wordsOf(card)}-${nth + 1}`;

export type Numbers = ReadonlyMap<string, number>;

/** Measures and outcomes each numbered in the text's order, by their codes. */
export const numberThem = (things: readonly { code: string }[]): Numbers =>
  new Map(things.map(({ code }, index) => [code, index + 1]));

/** Takes quotes in their order. */
function collectQuotes() {
  const quotes: Quote[] = [];
  const shownKeys = new Set<string>();
  const marks = new Set<string>();
  const add = ({ start, end }: TextSegment, quote: Omit<Quote, 'start' | 'end' | 'mark'>) => {
    const mark = markOfWords({ start, end });
    quotes.push({ ...quote, start, end, mark: marks.has(mark) ? null : mark });
    marks.add(mark);
  };
  /** Words that several cards may rest on, which are marked once. */
  function once(
    kind: Quote['kind'],
    stretch: TextSegment | null,
    { card, tone }: Pick<Quote, 'card' | 'tone'>,
  ): void {
    const key = stretch && `${kind}-${stretch.start}-${stretch.end}`;
    if (!stretch || !key || shownKeys.has(key)) return;
    shownKeys.add(key);
    add(stretch, { id: key, kind, card, tone, number: null });
  }
  /** Words that tell something of the report as a whole; where they tell a fact too, they lead to its card. */
  function ofReport(kind: 'name' | 'period', stretch: TextSegment | null): void {
    if (!stretch || marks.has(markOfWords(stretch))) return;
    once(kind, stretch, { card: aboutReport, tone: kind });
  }
  return { quotes, add, once, ofReport };
}

type Collected = ReturnType<typeof collectQuotes>;

/** Every piece of evidence of a report; its numerals too, where they are asked for. */
export function quotesOf(data: ReportData, withNumerals: boolean): Quote[] {
  const { report, measures, outcomes, links, checks, numerals } = data;
  const collected = collectQuotes();
  const { add, once, ofReport } = collected;
  measures.forEach(({ code, acts, stage }, index) => {
    const card = cardOf.measure(code);
    const tone = stage === 'PLANNED' ? 'measure planned' : 'measure';
    const number = String(index + 1);
    acts.forEach(({ evidence }, nth) => {
      add(evidence, { id: wordsOfAct(card, nth), kind: 'measure', card, tone, number });
    });
  });
  outcomes.forEach(({ code, evidence, level }, index) => {
    const card = cardOf.outcome(code);
    const number = String(index + 1);
    add(evidence, { id: wordsOf(card), kind: 'outcome', card, tone: level.toLowerCase(), number });
  });
  for (const { code, continues } of measures) {
    once('link', continues?.evidence ?? null, { card: cardOf.measure(code), tone: 'link' });
  }
  addPlan(collected, data);
  for (const { outcome, evidence } of links) {
    once('link', evidence, { card: cardOf.outcome(outcome.code), tone: 'link' });
  }
  for (const { code, period, checks: own } of outcomes) {
    const card = cardOf.outcome(code);
    once('period', period?.evidence ?? null, { card, tone: 'period' });
    for (const { evidence } of own.nodes) once('check', evidence, { card, tone: 'check' });
  }
  for (const { code, evidence } of checks) {
    once('check', evidence, { card: cardOf.check(code), tone: 'check' });
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
  ofReport('name', report.publisherEvidence);
  ofReport('period', report.publishedOnEvidence);
  ofReport('period', report.period?.evidence ?? null);
  for (const { evidence } of report.coverage.requiredParts) ofReport('name', evidence);
  for (const numeral of withNumerals ? numerals : []) {
    const card = numeral.claimedBy ? cardOfFact(numeral.claimedBy) : 'numerals';
    once('numeral', numeral, { card, tone: `numeral numeral-${numeral.kind.toLowerCase()}` });
  }
  return collected.quotes;
}

/** The words of what is to be reached and of what falls short. */
function addPlan({ add, once }: Collected, { targets, problems }: ReportData): void {
  targets.forEach(({ code, evidence, due }, index) => {
    const card = cardOf.target(code);
    const number = String(index + 1);
    add(evidence, { id: wordsOf(card), kind: 'target', card, tone: 'target', number });
    once('period', due?.evidence ?? null, { card, tone: 'period' });
  });
  problems.forEach(({ code, evidence, cause, figures, answeredBy }, index) => {
    const card = cardOf.problem(code);
    const number = String(index + 1);
    add(evidence, { id: wordsOf(card), kind: 'problem', card, tone: 'problem', number });
    once('problem', cause, { card, tone: 'cause' });
    for (const figure of figures) once('problem', figure.evidence, { card, tone: 'cause' });
    for (const answer of answeredBy.edges) once('link', answer.evidence, { card, tone: 'link' });
  });
}
