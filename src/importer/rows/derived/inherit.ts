import { sentenceEnd } from '../../../text/clause.ts';
import { sliceCodePoints } from '../../../text/code-points.ts';
import type { OutcomeLevel } from '../../../vocabulary.ts';
import type { Path } from '../../read/parse-source.ts';
import type { OutcomeFacts } from '../../read/shapes/facts.ts';
import { resolvePeriod } from '../../resolve/periods.ts';
import type { ResolvedPeriod } from '../../resolve/periods.ts';
import { quoted } from '../../resolve/quotes.ts';
import type { Quoted } from '../../resolve/quotes.ts';
import type { ResolvedSection } from '../../resolve/sections.ts';
import type { ReportContext } from '../report-context.ts';
import type { DerivedUnit } from '../../resolve/unit-words.ts';

/** An outcome as its parts take over from it. */
export type Whole = {
  id: number;
  code: string;
  level: OutcomeLevel;
  population: OutcomeFacts['population'];
  unit: DerivedUnit | null;
  isFigure: boolean;
  period: ResolvedPeriod | null;
  quote: Quoted | null;
};

/** Where an outcome is told. */
type Told = { outcome: OutcomeFacts; section: ResolvedSection; at: Path; whole: Whole | null };

/**
 * The level of an outcome: the one that it states, that of its indicator, or that of its whole. Nobody's
 * default: where none of them has one, it is told.
 */
export function levelOf({ terms, report }: ReportContext, { outcome, at, whole }: Told) {
  const { level, indicator } = outcome;
  const observed = indicator === undefined ? undefined : terms.observed.get(indicator);
  const settled = level ?? observed?.level ?? whole?.level;
  if (settled !== undefined) return settled;
  // Of an indicator that nobody knows it is told already.
  if (indicator === undefined || observed) {
    report(
      [...at, 'level'],
      'outcome-without-level',
      `Nobody decided the level of ${JSON.stringify(outcome.code)}.`,
      'Add level: … by section 3 of seed/CODEBOOK.md; a part has that of its whole.',
    );
  }
  return 'OUTPUT';
}

/**
 * The period of an outcome: the one that it states, or that of its whole. The whole's must stand before
 * the part; across a full stop or a semicolon it is inferred (P2), however the whole has it.
 */
export function periodOf(
  { text, report }: ReportContext,
  { outcome, section, at, whole }: Told,
  quote: Quoted | null,
): ResolvedPeriod | null {
  const { period: facts } = outcome;
  const within = { start: section.start, end: quote?.end ?? section.end };
  if (facts) return resolvePeriod(text, facts, { within, at: [...at, 'period'], report });
  const inherited = whole?.period;
  if (!inherited || !quote) return null;
  if (inherited.quote.end > quote.end) {
    report(
      at,
      'inherited-period',
      `${quoted(inherited.text)}, the period of ${JSON.stringify(whole.code)}, stands behind its part ${JSON.stringify(outcome.code)}.`,
      'Give the part its own: period: { text: …, quote: … }.',
    );
    return null;
  }
  const between = sliceCodePoints(text, inherited.quote.end, quote.end);
  // The words over which a period is stated with a figure end there (seed/CODEBOOK.md, P1).
  const basis = sentenceEnd.test(between) ? 'INFERRED' : inherited.basis;
  return { ...inherited, basis };
}
