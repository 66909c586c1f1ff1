import { namesOf, requiredParts } from '../../vocabulary.ts';
import type { RequiredPart } from '../../vocabulary.ts';
import { countCodePoints } from '../../text/code-points.ts';
import type { Quoted } from '../resolve/quotes.ts';
import type { ResolvedSection } from '../resolve/sections.ts';
import type { ReportContext } from './report-context.ts';

/**
 * Adds whether the report has each part of the statutory annual report: where the curator says so or,
 * without that, where a section is of nothing else. A part whose facts are told is never told to be missing.
 */
export function addParts(context: ReportContext, sections: readonly ResolvedSection[]): void {
  const { rows, report, reportId, facts, quote, evidence } = context;
  namesOf(requiredParts).forEach((part, index) => {
    const [place, ...others] = facts.parts.flatMap((each, nth) => (each.part === part ? nth : []));
    for (const other of others) {
      const at = ['parts', other, 'part'];
      report(at, 'duplicate-code', `${part} is there already.`, 'Name a part once.');
    }
    const words = place === undefined ? undefined : facts.parts[place]?.quote;
    const told =
      words === undefined
        ? headingOf(context, sections, part)
        : quote(words, undefined, ['parts', place ?? 0, 'quote']);
    const evidenceId = evidence(told);
    rows.reportParts.push({
      reportId,
      ordinal: index + 1,
      part,
      present: evidenceId !== null,
      evidenceId,
    });
  });
}

/** The heading of the first section at the top that by its facts is the part; null where none is, or none has a heading. */
function headingOf(
  { quote }: ReportContext,
  sections: readonly ResolvedSection[],
  part: RequiredPart,
): Quoted | null {
  const isPart = byFacts[part];
  if (!isPart) return null;
  for (const { top, held } of treesOf(sections)) {
    const { heading } = top.facts;
    if (heading === undefined || !isPart(held, heading)) continue;
    const before = top.text.indexOf(heading);
    if (before < 0) continue;
    const start = top.start + countCodePoints(top.text.slice(0, before));
    const within = { start, end: start + countCodePoints(heading) };
    return quote(heading, within, ['sections', sections.indexOf(top), 'heading']);
  }
  return null;
}

type Held = readonly ResolvedSection['facts'][];

const isReviewed = ({ review }: { review?: string | undefined }) => review === undefined;
const measuresOf = (held: Held) => held.flatMap(({ measures }) => measures).filter(isReviewed);
const tellsDone = (held: Held) => measuresOf(held).some(({ stage }) => stage !== 'PLANNED');
const tellsPlans = (held: Held) =>
  measuresOf(held).some(({ stage }) => stage === 'PLANNED') ||
  held.some(({ targets }) => targets.some(isReviewed));
const tellsProblems = (held: Held) => held.some(({ problems }) => problems.some(isReviewed));

/** How a section shows by its facts that it is a part; of the others no kind of fact does. */
const byFacts: Readonly<Partial<Record<RequiredPart, (held: Held, heading: string) => boolean>>> = {
  RESULTS: (held, heading) => tellsDone(held) && !/责任/u.test(heading),
  SHORTCOMINGS: (held) => tellsProblems(held) && !tellsDone(held),
  PLAN: (held) => tellsPlans(held) && !tellsDone(held),
};

/** The sections at the top, each with what it and those below it hold. */
function treesOf(sections: readonly ResolvedSection[]) {
  const trees: { top: ResolvedSection; held: ResolvedSection['facts'][] }[] = [];
  for (const section of sections) {
    if (section.parent === null) trees.push({ top: section, held: [section.facts] });
    else trees.at(-1)?.held.push(section.facts);
  }
  return trees;
}
