import type { Path } from '../../read/parse-source.ts';
import type { FigureFacts } from '../../read/shapes/figure.ts';
import { changeVerbOf, rankVerbOf } from '../../resolve/change-verb.ts';
import type { ClaimedFigure } from '../../resolve/claim-request.ts';
import { quoted } from '../../resolve/quotes.ts';
import { denominatorBeside, wordsBeside } from '../../resolve/unit-words.ts';
import type { DerivedUnit } from '../../resolve/unit-words.ts';
import { countCodePoints } from '../../../text/code-points.ts';
import type { ReportContext } from '../report-context.ts';
import type { Observed } from '../vocabulary-index.ts';
import type { ClaimQuote } from './claim-quote.ts';
import { isPerHead } from './unit.ts';

/** An amount of change is no level: 46 in 减少环节46个 is not how many steps there are. */
export function checkKind(
  { report }: ReportContext,
  { indicator, value = 0 }: FigureFacts,
  claimed: ClaimedFigure,
  { at, observed }: { at: Path; observed: Observed | undefined },
): void {
  const verb = claimed.change?.role === 'BY' ? claimed.change : null;
  if (verb) {
    const what =
      observed?.kind === 'LEVEL'
        ? `the indicator ${JSON.stringify(indicator)} observes a level`
        : 'a value is a level';
    report(
      [...at, 'value'],
      'value-is-a-change',
      `${quoted(claimed.text)} is by how much something changed (${verb.verb}); ${what}.`,
      `Write change: ${verb.direction === 'DOWN' ? '-' : ''}${value} instead of value.`,
    );
  } else if (observed?.kind === 'CHANGE') {
    report(
      [...at, 'indicator'],
      'indicator-kind',
      `The indicator ${JSON.stringify(indicator)} observes changes, and ${value} is a level.`,
      'Take an indicator of levels.',
    );
  }
}

/** A change is what a verb says was added or taken away, the way that the verb has it; a rank that rises has a lower number. */
export function checkVerb(
  { report, figures, text }: ReportContext,
  claimed: ClaimedFigure,
  told: {
    change: number;
    /** The field of the facts that says so. */
    field?: 'change' | 'changePercent';
    isRank: boolean;
    isBesideLevel: boolean;
    quote: ClaimQuote;
    at: Path;
  },
): void {
  const { change, field = 'change', isRank, isBesideLevel, quote, at } = told;
  // 新增4个 is a change only beside the level that it leads to; alone it is what there is that is new.
  const adds = isBesideLevel && !isRank ? changeVerbOf(text, claimed) : null;
  const other = isRank ? rankVerbOf(text, claimed) : adds;
  const verb = claimed.change?.role === 'BY' ? claimed.change : other;
  if (!verb) {
    report(
      [...at, field],
      'change-without-verb',
      `No verb of change, such as 减少 or 增加, governs ${quoted(claimed.text)}.`,
      'Write value: … instead; a change is what the text says was added or taken away.',
    );
    figures.excuse(quote.told);
  } else if (
    ((verb.direction === 'UP') === claimed.value > 0) !== isRank ? change < 0 : change > 0
  ) {
    report(
      [...at, field],
      'change-against-verb',
      `${change} goes against ${quoted(verb.verb)} in the text.`,
      isRank
        ? 'A rank that rises has a lower number, so that its change is below zero.'
        : 'A fall is below zero, a rise above.',
    );
    figures.excuse(quote.told);
  }
}

/** Holds the words against what the curator typed: the qualifier, and what the figure is told per. */
export function checkWords(
  context: ReportContext,
  facts: FigureFacts,
  claimed: ClaimedFigure,
  told: { at: Path; unit: DerivedUnit; quote: ClaimQuote },
): void {
  const { report } = context;
  const { qualifier, value, change } = facts;
  const {
    at,
    unit: { id, code },
  } = told;
  if (qualifier !== undefined && qualifier !== claimed.qualifier) {
    report(
      [...at, 'qualifier'],
      'qualifier-not-as-written',
      `${quoted(claimed.text)} reads as ${claimed.qualifier}, not ${qualifier}.`,
      'Leave the qualifier out: it is read from the words.',
    );
  }
  // A unit of the report's own is as its words have it.
  if (id <= 0) return;
  if (claimed.perHead !== isPerHead(code)) {
    const figure = value ?? change;
    report(
      [...at, 'unit'],
      'per-head',
      claimed.perHead
        ? `${figure} is per head (人均), its unit ${JSON.stringify(code)} is not.`
        : `The unit ${JSON.stringify(code)} is per head, but the text has no 人均 before ${figure}.`,
      'A figure per head has a unit per person, such as {class_hour}/{person}.',
    );
  }
  // Whether an indicator is observed per something is held against its norms.
  if (facts.indicator === undefined && !code.includes('/')) checkPer(context, claimed, told);
}

/** A figure that is told per (每个村不少于3名) is none of the unit alone. */
function checkPer(
  { report }: ReportContext,
  { numeral, text: words, unit: classifier }: ClaimedFigure,
  { at, unit: { code }, quote: { quote } }: { at: Path; unit: DerivedUnit; quote: ClaimQuote },
): void {
  const beside = wordsBeside(quote.exact, {
    start: Math.max(0, numeral.start - quote.start),
    end: numeral.start + countCodePoints(words) - quote.start,
  });
  const per = denominatorBeside(beside);
  if (per === null) return;
  report(
    [...at, 'unit'],
    'per-unit',
    `${quoted(words)} is told per ${quoted(per)}, and the unit ${JSON.stringify(code)} is not.`,
    `Write the classifier, unit: ${classifier}, which makes it ${classifier}/${per}; or a unit of the vocabulary that is per the same.`,
  );
}
