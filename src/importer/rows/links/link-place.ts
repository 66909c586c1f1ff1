import { stretchOf } from '../../../text/point.ts';
import { quoted } from '../../resolve/quotes.ts';
import type { Quoted, Span } from '../../resolve/quotes.ts';
import type { Path } from '../../read/parse-source.ts';
import type { ReportContext } from '../report-context.ts';

type LinkPlace = { measure: readonly Span[]; outcome: readonly Span[]; at: Path };

/**
 * Holds the place of a link against its basis (seed/CODEBOOK.md, section 4): words that join stand in
 * one sentence of one point, and what a curator joins stands in different points.
 */
export function checkPlace(
  { report, stops }: ReportContext,
  basis: string,
  words: Quoted | null,
  { measure, outcome, at }: LinkPlace,
): void {
  if (basis === 'STATED' && words) {
    const first = stretchOf(stops.sentences, words.start);
    if (first === stretchOf(stops.sentences, words.end - 1)) return;
    report(
      at,
      'link-over-sentences',
      `${quoted(words.exact)} goes over the end of a sentence or a point.`,
      'What joins them stands in one sentence (seed/CODEBOOK.md, B1): choose SAME_POINT.',
    );
  }
  if (basis === 'CURATED') {
    const pointOf = ({ start }: Span) => stretchOf(stops.points, start);
    const points = new Set(measure.map(pointOf));
    if (!outcome.some((span) => points.has(pointOf(span)))) return;
    report(
      at,
      'link-inside-point',
      'Both ends stand in one point, which is no CURATED link.',
      'Choose STATED or SAME_POINT (seed/CODEBOOK.md, B3).',
    );
  }
}
