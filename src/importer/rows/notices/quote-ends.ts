import { findClauses } from '../../../text/clause.ts';
import type { Clause } from '../../../text/clause.ts';
import { countWhile } from '../../../text/count-while.ts';
import { quoted } from '../../resolve/quotes.ts';
import type { Span } from '../../resolve/quotes.ts';
import { textOfReport } from '../rows.ts';
import type { Rows } from '../rows.ts';

/** Something that the codebook wants otherwise, and that keeps no report from being imported. */
export type Notice = { code: string; message: string };

/** What may stand in a clause before its own words: its number, and words that join it to others. */
const leads =
  /^(?:[一二三四五六七八九十]{1,3}[是要、]|[(\uff08][^)\uff09]{1,3}[)\uff09]|并且?|同时|还|也|共|且|以及|\s)+/u;

/**
 * Tells which acts and statements do not hold whole clauses (seed/CODEBOOK.md, M2, Q2). Numbers, words that
 * join and period words may be left out before them. Of a clause with a figure a statement may be a part
 * (O4); an act is of one only where its measure has no other (M2).
 */
export function noticesOf(rows: Rows): Notice[] {
  const [report] = rows.reports;
  if (!report) return [];
  const clauses = findClauses(textOfReport(rows, report.id));
  const figures = rows.numerals.filter(({ kind }) => kind === 'QUANTITY');
  const counting = new Set(figures.flatMap((figure) => clausesIn(clauses, figure)));
  const periods = [...new Set(rows.outcomes.flatMap(({ periodText }) => periodText ?? []))];
  const evidences = new Map(rows.evidences.map((row) => [row.id, row]));
  const measures = new Map(rows.measures.map(({ id, code }) => [id, code]));
  /** What is to be said of a quote; null where it is as it should be. */
  const judge = (evidenceId: number) => {
    const words = evidences.get(evidenceId);
    const touched = words ? clausesIn(clauses, words) : [];
    if (!words || touched.length === 0) return null;
    const { exact } = words;
    const hasFigure = touched.some((clause) => counting.has(clause));
    return { exact, hasFigure, isWhole: isWhole(words, touched, periods) };
  };
  const judged = rows.measureActs.map((act) => ({ ...act, found: judge(act.evidenceId) }));
  const withOthers = new Set(
    judged.filter(({ found }) => found && !found.hasFigure).map(({ measureId }) => measureId),
  );
  const planned = new Set(
    rows.measures.filter(({ stage }) => stage === 'PLANNED').map(({ id }) => id),
  );
  const acts = judged.flatMap(({ measureId, found }): Notice[] => {
    // What is planned is told with what it is to reach, in one clause (T2).
    const hasFigure = found?.hasFigure && !planned.has(measureId);
    const isAlone = hasFigure && !withOthers.has(measureId);
    if (!found || isAlone || (found.isWhole && !hasFigure)) return [];
    const fault = hasFigure
      ? 'is of a clause with a figure, which is the outcome’s where the point has other acts'
      : 'is cut inside a clause';
    const message = `its act ${quoted(found.exact)} ${fault} (M2)`;
    return [{ code: measures.get(measureId) ?? '', message }];
  });
  const statements = rows.outcomes.flatMap(({ code, evidenceId, valueType }): Notice[] => {
    const found = valueType === 'STATEMENT' ? judge(evidenceId) : null;
    if (!found || found.isWhole || found.hasFigure) return [];
    return [{ code, message: `its statement ${quoted(found.exact)} is no whole clause (Q2)` }];
  });
  return [...acts, ...statements];
}

/** The clauses that a stretch of the text touches. */
function clausesIn(clauses: readonly Clause[], { start, end }: Span): Clause[] {
  const first = countWhile(clauses, (clause) => clause.end <= start);
  const touched: Clause[] = [];
  for (let at = first; (clauses[at]?.start ?? end) < end; at += 1) {
    const clause = clauses[at];
    if (clause) touched.push(clause);
  }
  return touched;
}

function isWhole(words: Span, touched: readonly Clause[], periods: readonly string[]): boolean {
  const [first] = touched;
  const left = Array.from(first?.text ?? '').slice(
    0,
    Math.max(0, words.start - (first?.start ?? 0)),
  );
  const lead = periods.reduce((rest, period) => rest.replace(period, ''), left.join(''));
  return words.end === touched.at(-1)?.end && lead.replace(leads, '') === '';
}
