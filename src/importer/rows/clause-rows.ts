import { evidenceColumns } from '../../db/relations/evidence-columns.ts';
import { countCodePoints } from '../../text/code-points.ts';
import { findClauses, saysWhatWasDone } from '../../text/clause.ts';
import type { Clause } from '../../text/clause.ts';
import { quoted } from '../resolve/quotes.ts';
import type { Span } from '../resolve/quotes.ts';
import type { ReportContext } from './report-context.ts';
import type { Rows } from './rows.ts';
import type { Bilingual } from '../read/shapes/terms.ts';
import type { ResolvedSection } from '../resolve/sections.ts';

/** How much of a report's words its facts rest on. */
type ClauseCounts = {
  clauseCount: number;
  coveredClauseCount: number;
  headingClauseCount: number;
  waivedClauseCount: number;
  clauseCharacters: number;
  coveredCharacters: number;
};

/**
 * Adds every clause of the text that no fact rests on: less than half of it lies in words that
 * tell a fact (`db/relations/evidence-columns.ts`). A heading covers itself and nothing more.
 * Whether such a clause is a fault is for people to say, so it is told and refused by nobody.
 */
export function addClauses(
  context: ReportContext,
  sections: readonly ResolvedSection[],
  headings: readonly Span[],
): ClauseCounts {
  const { rows, text, reportId } = context;
  const facts = factSpans(context);
  const inFact = coverageOf(text, facts);
  const isCovered = coverageOf(text, [...facts, ...headings, ...headingsOf(sections)]);
  const clauses = findClauses(text);
  const isMostly = (covered: Uint8Array) => (clause: Clause) =>
    coveredIn(covered, clause) * 2 >= length(clause);
  const proved = clauses.filter(isMostly(inFact));
  const uncovered = clauses.filter((clause) => !isMostly(isCovered)(clause));
  const waivers = waiversOf(context, clauses, new Set(uncovered));
  for (const clause of uncovered) {
    const { start, end } = clause;
    const section = sections.findIndex((each) => start >= each.start && start < each.end);
    const reason = waivers.get(clause);
    rows.uncoveredClauses.push({
      id: rows.uncoveredClauses.length + 1,
      code: context.codeOf(`c${String(start).padStart(7, '0')}`),
      reportId,
      sectionId: context.sectionIds + section,
      text: clause.text,
      start,
      end,
      hasVerb: saysWhatWasDone(clause.text),
      waiverZh: reason?.zh ?? null,
      waiverEn: reason?.en ?? null,
    });
  }
  return {
    clauseCount: clauses.length,
    coveredClauseCount: proved.length,
    headingClauseCount: clauses.length - uncovered.length - proved.length,
    waivedClauseCount: waivers.size,
    clauseCharacters: clauses.reduce((sum, clause) => sum + length(clause), 0),
    coveredCharacters: clauses.reduce((sum, clause) => sum + coveredIn(isCovered, clause), 0),
  };
}

const length = ({ start, end }: Span) => end - start;

/** The words that the facts of the report rest on. */
function factSpans({ rows, reportId }: ReportContext): Span[] {
  const ids = new Set<unknown>();
  for (const [table, columns] of Object.entries(evidenceColumns)) {
    const list: readonly Readonly<Record<string, unknown>>[] = rows[table as keyof Rows];
    for (const [column, tells] of Object.entries(columns)) {
      if (tells === 'FACT') for (const row of list) ids.add(row[column]);
    }
  }
  return rows.evidences.filter((each) => each.reportId === reportId && ids.has(each.id));
}

/** Where the headings of the sections stand. */
function headingsOf(sections: readonly ResolvedSection[]): Span[] {
  return sections.flatMap(({ facts: { heading }, text, start }) => {
    const at = heading === undefined ? -1 : text.indexOf(heading);
    if (heading === undefined || at < 0) return [];
    const first = start + countCodePoints(text.slice(0, at));
    return [{ start: first, end: first + countCodePoints(heading) }];
  });
}

/** By code point: whether any of the spans holds it. */
function coverageOf(text: string, spans: readonly Span[]): Uint8Array {
  const covered = new Uint8Array(countCodePoints(text));
  for (const { start, end } of spans) covered.fill(1, start, end);
  return covered;
}

const coveredIn = (covered: Uint8Array, { start, end }: Span) =>
  covered.subarray(start, end).reduce((sum, each) => sum + each, 0);

type WaiverReason = Bilingual;

/** The reason that a curator gives for a clause; a waiver is for one clause, and none for a fact's. */
function waiversOf(
  { facts, quote, report }: ReportContext,
  clauses: readonly Clause[],
  uncovered: ReadonlySet<Clause>,
): Map<Clause, WaiverReason> {
  const waivers = new Map<Clause, WaiverReason>();
  facts.clauseWaivers.forEach((waiver, index) => {
    const at = ['clauseWaivers', index, 'quote'];
    const words = quote(waiver.quote, undefined, at);
    if (!words) return;
    const touched = clauses.filter(({ start, end }) => start < words.end && end > words.start);
    const [clause, ...others] = touched;
    if (!clause || others.length > 0) {
      const message = `${quoted(words.exact)} lies in ${touched.length} clauses.`;
      report(at, 'waiver-of-several', message, 'Waive one clause at a time, each with its reason.');
    } else if (!uncovered.has(clause)) {
      const message = `A fact rests on ${quoted(clause.text)}.`;
      report(at, 'idle-waiver', message, 'Remove the waiver.');
    } else if (waivers.has(clause)) {
      report(at, 'idle-waiver', 'The clause is waived already.', 'Remove the waiver.');
    } else {
      waivers.set(clause, waiver.reason);
    }
  });
  return waivers;
}
