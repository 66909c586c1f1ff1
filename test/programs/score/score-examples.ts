import { draftReport } from '../../../src/draft/draft-report.ts';
import { bars } from './bars.ts';
import type { Source } from './bars.ts';
import { compareDraft } from './compare/compare.ts';
import type { Example } from './expected/sources.ts';
import { linesOf } from './table.ts';
import type { Line } from './table.ts';
import { addTallies } from './compare/tally.ts';
import type { Tally } from './compare/tally.ts';

/** How drafts of texts of one source fared, together and one by one. */
export type Score = {
  source: Source;
  lines: Line[];
  reports: { name: string; lines: Line[] }[];
  tally: Tally;
};

/** Drafts each text and holds the draft against what is right of it. */
export function scoreExamples(examples: readonly Example[]): Score[] {
  const tallies = examples.map(({ name, source, text, frame, expected }) => ({
    name,
    source,
    tally: compareDraft(name, text, { expected, draft: draftReport(text, frame) }),
  }));
  return (Object.keys(bars) as Source[]).flatMap((source) => {
    const own = tallies.filter((each) => each.source === source);
    if (own.length === 0) return [];
    const tally = addTallies(own.map((each) => each.tally));
    const reports = own.map((each) => ({ name: each.name, lines: linesOf(each.tally, {}) }));
    return [{ source, reports, lines: linesOf(tally, bars[source]), tally }];
  });
}

/** What a source is called where a score is told. */
export const nameOf = (source: Source): string => source.toLowerCase().replace('_', ' ');

/** What is below its bar, by its source. */
export const belowBars = (scores: readonly Score[]): string[] =>
  scores.flatMap(({ source, lines }) =>
    lines.filter(({ isBelow }) => isBelow).map(({ name }) => `${nameOf(source)} ${name}`),
  );
