import { linkBases, namesOf } from '../../../vocabulary.ts';
import { originOfReport, sayingOf } from '../derived/origin.ts';
import { checkBasis, sharesWords } from './basis.ts';
import { checkPlace } from './link-place.ts';
import { quotedSpan } from '../../resolve/quotes.ts';
import type { Quoted, Span } from '../../resolve/quotes.ts';
import type { Path } from '../../read/parse-source.ts';
import type { ReportContext } from '../report-context.ts';
import type { OutcomeFacts } from '../../read/shapes/facts.ts';

/** A measure or an outcome that has a row, as links refer to it. */
export type LinkEnd = {
  id: number;
  code: string;
  textPlace: string;
  offset: number;
  /** The words of it in the text; of a measure all of its acts. */
  words: readonly Span[];
  /** The topic sentence of a measure, which proves nothing. */
  heading?: Span | null;
  /** Whether a measure is still to be carried out; null where the facts do not let one know. */
  isPlanned?: boolean | null;
  /** Of an outcome: whether it is a figure. */
  isFigure?: boolean;
  /** Of an outcome: where its figure begins, or the words that tell it; none where it was not read. */
  told?: readonly Span[];
};

/** The ends that links can join, and the pairs that are joined already. */
export type LinkedOutcome = {
  measures: Map<number, LinkEnd>;
  outcomes: Map<number, LinkEnd>;
  pairs: Set<string>;
  /** The topic sentences of measures. */
  headings: Span[];
};

type LinkFacts = NonNullable<OutcomeFacts['link']>;

/** Adds the links that a curator draws beyond those of each outcome to its own measure. */
export function addLinks(context: ReportContext, linked: LinkedOutcome): void {
  const { facts, report, measures, outcomes } = context;
  facts.links.forEach((link, index) => {
    const at = ['links', index];
    const measureId = measures.rowOf(link.measure, [...at, 'measure'], report);
    const outcomeId = outcomes.rowOf(link.outcome, [...at, 'outcome'], report);
    const measure = linked.measures.get(measureId ?? 0);
    const outcome = linked.outcomes.get(outcomeId ?? 0);
    if (measure && outcome) addLink(context, linked, { measure, outcome, link, at });
  });
}

/**
 * Adds one link. Its basis is never a default: where nobody decided, that is a problem; and the words
 * of a STATED one must be words of both ends.
 */
export function addLink(
  context: ReportContext,
  linked: LinkedOutcome,
  joined: {
    measure: LinkEnd;
    outcome: LinkEnd;
    link: LinkFacts | undefined;
    at: Path;
    within?: Span | undefined;
  },
): void {
  const { rows, report, reportId } = context;
  const { measure, outcome, link, at } = joined;
  const pair = `${measure.code}--${outcome.code}`;
  if (linked.pairs.has(keyOfPair(measure, outcome))) {
    const message = `${pair} is linked already.`;
    report(at, 'duplicate-link', message, 'Link a measure and an outcome once.');
    return;
  }
  linked.pairs.add(keyOfPair(measure, outcome));
  if (!link) {
    report(
      at,
      'link-without-basis',
      `Nobody decided what joins ${JSON.stringify(outcome.code)} to ${JSON.stringify(measure.code)}.`,
      'Add link: { basis: … } by section 4 of seed/CODEBOOK.md.',
    );
    return;
  }
  checkBasis(context, link, at);
  checkStage(context, joined);
  checkResult(context, joined);
  const words = wordsOf(context, joined, link);
  if (words && link.basis === 'STATED') checkJoins(context, linked, words, joined);
  checkPlace(context, link.basis, words, { measure: measure.words, outcome: outcome.words, at });
  rows.links.push({
    id: rows.links.length + 1,
    code: context.codeOf(pair),
    reportId,
    measureId: measure.id,
    outcomeId: outcome.id,
    basis: link.basis,
    noteZh: link.note?.zh ?? null,
    noteEn: link.note?.en ?? null,
    evidenceId: context.evidence(words),
    ...sayingOf(context, link, { at, inherited: originOfReport(context) }),
    textPlace: `${measure.textPlace}/${context.placeAt(outcome.offset)}`,
  });
}

/** Rows and not codes: a code that is given twice is told once, and not as a second link as well. */
const keyOfPair = (measure: LinkEnd, outcome: LinkEnd) => `${measure.id}--${outcome.id}`;

/** Nothing has come yet of what is planned. */
function checkStage({ report }: ReportContext, { measure, outcome, at }: Joined): void {
  if (measure.isPlanned !== true) return;
  report(
    at,
    'outcome-of-plan',
    `${JSON.stringify(measure.code)} is planned, and ${JSON.stringify(outcome.code)} is told as its outcome.`,
    'Write what is to be reached under targets, or leave out stage: PLANNED.',
  );
}

/** An act does not prove itself: what came of it stands in other words. */
function checkResult({ report }: ReportContext, { measure, outcome, at }: Joined): void {
  const { told = [] } = outcome;
  const acts = [...measure.words, ...(measure.heading ? [measure.heading] : [])];
  const isInside = told.some((words) =>
    acts.some((act) => words.start >= act.start && words.end <= act.end),
  );
  if (!isInside) return;
  report(
    at,
    'outcome-in-act',
    `The words of ${JSON.stringify(outcome.code)} are those of an act of ${JSON.stringify(measure.code)}.`,
    'An act is no outcome and holds no figure of one (seed/CODEBOOK.md, M2, O2): drop the outcome, or quote the act without it.',
  );
}

type Joined = { measure: LinkEnd; outcome: LinkEnd; at: Path; within?: Span | undefined };

/** The words that join the two: as quoted, or from given words to the end of the outcome's. */
function wordsOf(
  context: ReportContext,
  { outcome, at, within }: Joined,
  { quote, from }: LinkFacts,
): Quoted | null {
  if (quote !== undefined) return context.quote(quote, within, [...at, 'quote']);
  const end = outcome.words.at(-1)?.end;
  if (from === undefined || end === undefined) return null;
  const first = context.quote(from, within, [...at, 'from']);
  if (!first) return null;
  if (first.start < end) return quotedSpan(context.text, first.start, end);
  context.report(
    [...at, 'from'],
    'link-after-outcome',
    'These words stand after the outcome’s.',
    'Begin with words of the measure, or quote the whole.',
  );
  return null;
}

function checkJoins(
  { report }: ReportContext,
  { pairs, outcomes }: LinkedOutcome,
  words: Quoted,
  { measure, outcome, at }: Joined,
): void {
  const shares = (end: LinkEnd) => sharesWords(words, end.words);
  // An act that is told with its figure stands in the words of that outcome (B1, M2).
  const isToldWithFigure = () =>
    outcomes
      .values()
      .some(
        (other) =>
          other.isFigure === true &&
          other.id !== outcome.id &&
          pairs.has(keyOfPair(measure, other)) &&
          shares(other),
      );
  const missing = [
    shares(measure) || isToldWithFigure() ? [] : `the measure ${JSON.stringify(measure.code)}`,
    shares(outcome) ? [] : `the outcome ${JSON.stringify(outcome.code)}`,
  ].flat();
  if (missing.length === 0) return;
  report(
    at,
    'link-without-ends',
    `The words that join them hold none of ${missing.join(' and ')}.`,
    'Begin with words of an act and end with words of the result, or choose another basis.',
  );
}

/** Adds how many links of the report rest on each basis, none included. */
export function addLinkBases({ rows, reportId }: ReportContext): void {
  const own = rows.links.filter((link) => link.reportId === reportId);
  namesOf(linkBases).forEach((basis, index) => {
    const linkCount = own.filter((link) => link.basis === basis).length;
    const share = own.length === 0 ? null : Number(((linkCount / own.length) * 100).toFixed(2));
    rows.reportLinkBases.push({ reportId, ordinal: index + 1, basis, linkCount, share });
  });
}
