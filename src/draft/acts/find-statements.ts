import type { DraftStatement } from '../draft.ts';
import type { Reading, Stretch } from '../structure/reading.ts';
import { measureAt, measuresOfPoints } from './find-measures.ts';
import type { FoundMeasure } from './find-measures.ts';
import type { Result } from './results/result-of.ts';
import type { ToldClause, ToldPoint } from './tell-clauses.ts';

/** A result in words, in the reading. */
export type FoundStatement = Stretch & {
  readonly id: string;
  readonly label: Stretch;
  readonly measure: string | null;
  readonly result: Result['rule'];
};

/** Rules that go by the shape of a clause alone, and may take a general remark for a result. */
const unsure: ReadonlySet<Result['rule']> = new Set([
  'subject-reached',
  'covered',
  'state-reached',
]);

/** The results told without a figure: whole clauses without period words (codebook O2, O4, Q2). */
export function findStatements(
  points: readonly ToldPoint[],
  measures: readonly FoundMeasure[],
): FoundStatement[] {
  const statements: FoundStatement[] = [];
  const byPoint = measuresOfPoints(measures);
  for (const point of points) {
    if (point.isOverview || point.part === 'SHORTCOMINGS' || point.part === 'PLAN') continue;
    for (const told of statementsIn(point)) {
      const id = `t${statements.length + 1}`;
      statements.push({
        ...told,
        id,
        measure: measureAt(byPoint.get(point) ?? [], told.start)?.id ?? null,
      });
    }
  }
  return statements;
}

function statementsIn(point: ToldPoint): Told[] {
  const found: Told[] = [];
  let before: ToldClause | null = null;
  for (const clause of point.clauses) {
    const told = clause.isTopic ? null : (toldBy(clause) ?? besideFigure(clause));
    const last = found.at(-1);
    if (told && last && before && goesOn(before, clause)) {
      found[found.length - 1] = { ...last, end: told.end };
    } else if (told) found.push(told);
    before = clause;
  }
  return found;
}

type Told = Stretch & { label: Stretch; result: Result['rule'] };

function toldBy({ start, end, result }: ToldClause): Told | null {
  if (!result) return null;
  const { rule, label } = result;
  return {
    start,
    end,
    label: { start: start + label.start, end: start + label.end },
    result: rule,
  };
}

/** 已覆盖所有部门和9个乡镇: what has no figure stands beside what is counted (codebook O4). */
const beforeFigure =
  /^(.{2,40}已?(?:全部|全面|基本|实现)?覆盖.*?(?:所有|全部|各).{2,20}?)(?:和|及|以及|、)$/u;

const behindFigure =
  /^.{0,6}[、和]((.{2,20}?)(?:为|实现|全部)[^\d]{2,8}(?:件|清零|全覆盖|办理|通办))$/u;

function besideFigure({ start, end, words, figures }: ToldClause): Told | null {
  const [figure] = figures;
  const last = figures.at(-1);
  if (!figure || !last) return null;
  const behind = behindFigure.exec(words.slice(last.end - start));
  if (behind?.[1] && behind[2]) {
    const from = end - behind[1].length;
    const label = { start: from, end: from + behind[2].length };
    return { start: from, end, label, result: 'state-reached' };
  }
  const match = beforeFigure.exec(words.slice(0, figure.start - start));
  const length = match?.[1]?.length ?? 0;
  if (length === 0) return null;
  const stretch = { start, end: start + length };
  return { ...stretch, label: stretch, result: 'covered' };
}

/** Neighbouring clauses of one subject are one statement: 意识明显增强，整体素质明显提高. */
function goesOn(before: ToldClause, clause: ToldClause): boolean {
  return (
    before.sentence === clause.sentence &&
    !before.isTopic &&
    before.result?.rule === 'subject-changed' &&
    clause.result?.rule === 'subject-changed' &&
    clause.words.length <= 10 &&
    clause.words.length < before.words.length
  );
}

/** The statements as the draft tells them. */
export const draftStatements = (
  reading: Reading,
  statements: readonly FoundStatement[],
): DraftStatement[] =>
  statements.map(({ id, start, end, label, measure, result }) => ({
    id,
    ...reading.spanOf(start, end),
    label: reading.wordsOf(label.start, label.end),
    measure,
    rule: result,
    review: unsure.has(result)
      ? 'told by the shape of its clause: it may be a general remark'
      : null,
  }));
