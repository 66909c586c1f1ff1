import type { Path } from '../../read/parse-source.ts';
import type { OriginKind } from '../../../vocabulary.ts';
import type { ReportContext } from '../report-context.ts';

/** Adds the origins that a report names, for its facts to refer to. */
export function addOrigins(context: ReportContext): void {
  const { facts, origins, report, reportId, rows, codeOf } = context;
  facts.origins.forEach((origin, index) => {
    const id = rows.origins.length + 1;
    origins.take(origin.code, id, ['origins', index, 'code'], report);
    rows.origins.push({
      id,
      code: codeOf(origin.code),
      reportId,
      kind: origin.kind,
      name: origin.name,
      version: origin.kind === 'PERSON' ? null : origin.version,
      madeOn: origin.madeOn ?? null,
    });
  });
  // That the report's own is none of them is told here once, and not at each fact that takes it over.
  originOf(context, facts, { at: [], inherited: null });
}

/** The origin of every fact of a report that names no other. */
export const originOfReport = ({ facts, origins }: ReportContext): number | null =>
  facts.origin === undefined ? null : (origins.rows.get(facts.origin) ?? null);

/** The origin that a fact names, or else the one that it takes over. */
function originOf(
  { origins, report }: ReportContext,
  { origin }: { origin?: string | undefined },
  { at, inherited }: { at: Path; inherited: number | null },
): number | null {
  return origin === undefined ? inherited : origins.rowOf(origin, [...at, 'origin'], report);
}

/** The kinds of sources of which a person may still have to look at what they said. */
const programs: ReadonlySet<string> = new Set(['RULE', 'MODEL'] satisfies OriginKind[]);

/**
 * Who or what said a fact first, and why a person should still look at it. Only what a program said is
 * left to review.
 */
export function sayingOf(
  context: ReportContext,
  facts: { origin?: string | undefined; review?: string | undefined },
  place: { at: Path; inherited: number | null },
): { originId: number | null; reviewReason: string | null } {
  const originId = originOf(context, facts, place);
  const { review: reviewReason = null } = facts;
  const isNamed = facts.origin === undefined || originId !== null;
  const kind = context.rows.origins.find(({ id }) => id === originId)?.kind;
  if (reviewReason !== null && isNamed && !programs.has(kind ?? '')) {
    context.report(
      [...place.at, 'review'],
      'review-without-rule',
      'It is left to review, and no rule or model is named that said it.',
      'Name one under origin, or delete the review: what a person wrote is reviewed.',
    );
  }
  return { originId, reviewReason };
}
