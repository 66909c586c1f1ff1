import type { Path } from '../read/parse-source.ts';
import { resolveQuote } from '../resolve/quotes.ts';
import type { Span } from '../resolve/quotes.ts';
import type { OutcomeFacts } from '../read/shapes/facts.ts';
import type { ReportContext } from './report-context.ts';
import type { ResolvedSection } from '../resolve/sections.ts';

/** Lists whose facts claim or waive figures, each with a quote of its own. */
const claiming = new Set<PropertyKey | undefined>([
  'outcomes',
  'parts',
  'targets',
  'figures',
  'waivers',
]);

/**
 * Keeps quiet of the figures that a fact may claim or waive whose shape is wrong: those of its quote,
 * or all of its section where even that is not known.
 */
export function excuseDoubts(context: ReportContext, sections: readonly ResolvedSection[]): void {
  for (const at of context.doubts) {
    const stretch = doubtfulIn(context, sections, at);
    if (stretch) context.figures.excuse(stretch);
  }
}

function doubtfulIn(
  { facts, text }: ReportContext,
  sections: readonly ResolvedSection[],
  at: Path,
): Span | undefined {
  const whole = { start: 0, end: Infinity };
  const [list, index] = at;
  if (list === undefined || (list === 'waivers' && index === undefined)) return whole;
  if (list !== 'sections' && list !== 'waivers') return undefined;
  const section = list === 'sections' ? sections[Number(index)] : undefined;
  const fact = at.findLastIndex((_key, depth) => claiming.has(at[depth - 1]));
  if (fact < 0) return section ?? whole;
  const { quote } = valueAt(facts, at.slice(0, fact + 1)) as Pick<OutcomeFacts, 'quote'>;
  // The figure of a problem may stand in the words of that, and a statement is its own quote.
  if (quote === undefined || (typeof quote === 'object' && 'to' in quote)) return section ?? whole;
  return resolveQuote(text, quote, { within: section, at, report: () => {} }) ?? section ?? whole;
}

const valueAt = (whole: unknown, at: Path) =>
  at.reduce<unknown>((value, key) => Reflect.get(Object(value), key), whole);
