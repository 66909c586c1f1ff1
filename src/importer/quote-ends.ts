import { findClauses } from '../text/clause.ts';
import type { Clause } from '../text/clause.ts';
import { quoted } from './quotes.ts';
import type { Span } from './quotes.ts';
import type { Rows } from './rows.ts';

/** Something that the codebook wants otherwise, and that keeps no report from being imported. */
export type Notice = { code: string; message: string };

/** What may stand in a clause before its own words: its number, and words that join it to others. */
const leads =
  /^(?:[一二三四五六七八九十]{1,3}[是要、]|[(\uff08][^)\uff09]{1,3}[)\uff09]|并且?|同时|还|也|共|且|以及|\s)+/u;

/**
 * Tells which acts and statements do not hold whole clauses (seed/CODEBOOK.md, M2, Q2). Numbers, words that
 * join and period words may be left out before them. Of a clause with a figure a statement may be a part
 * (O4), and an act none at all (M2).
 */
export function noticesOf(rows: Rows): Notice[] {
  const evidences = new Map(rows.evidences.map((row) => [row.id, row]));
  const measures = new Map(rows.measures.map(({ id, code }) => [id, code]));
  return rows.reports.flatMap(({ text }) => {
    const clauses = findClauses(text);
    const figures = rows.numerals.filter(({ kind }) => kind === 'QUANTITY');
    const periods = rows.outcomes.flatMap(({ periodText }) => periodText ?? []);
    const hasFigure = (clause: Clause) =>
      figures.some(({ start, end }) => start >= clause.start && end <= clause.end);
    const around = (span: Span) => clausesOf(clauses, span);

    const acts = rows.measureActs.flatMap(({ measureId, evidenceId }): Notice[] => {
      const words = evidences.get(evidenceId);
      const [first, last] = words ? around(words) : [];
      const code = measures.get(measureId) ?? '';
      if (!words || !first || !last) return [];
      const message = `its act ${quoted(words.exact)}`;
      if (hasFigure(first) || hasFigure(last)) {
        return [
          { code, message: `${message} is of a clause with a figure, which is the outcome’s (M2)` },
        ];
      }
      return isWhole(words, first, last, periods)
        ? []
        : [{ code, message: `${message} is cut inside a clause (M2)` }];
    });
    const statements = rows.outcomes.flatMap(({ code, evidenceId, valueType }): Notice[] => {
      const words = valueType === 'STATEMENT' ? evidences.get(evidenceId) : undefined;
      const [first, last] = words ? around(words) : [];
      if (!words || !first || !last) return [];
      if (hasFigure(first) || hasFigure(last) || isWhole(words, first, last, periods)) return [];
      return [{ code, message: `its statement ${quoted(words.exact)} is no whole clause (Q2)` }];
    });
    return [...acts, ...statements];
  });
}

/** The first and the last clause that a quote touches. */
function clausesOf(clauses: readonly Clause[], { start, end }: Span): (Clause | undefined)[] {
  return [
    clauses.find((clause) => clause.end > start),
    clauses.findLast((clause) => clause.start < end),
  ];
}

function isWhole(words: Span, first: Clause, last: Clause, periods: readonly string[]): boolean {
  const lead = Array.from(first.text)
    .slice(0, Math.max(0, words.start - first.start))
    .join('');
  const rest = periods.reduce((left, period) => left.replace(period, ''), lead);
  return words.end === last.end && rest.replace(leads, '') === '';
}
