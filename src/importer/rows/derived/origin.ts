import type { Path } from '../../read/parse-source.ts';
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
export function originOf(
  { origins, report }: ReportContext,
  { origin }: { origin?: string | undefined },
  { at, inherited }: { at: Path; inherited: number | null },
): number | null {
  return origin === undefined ? inherited : origins.rowOf(origin, [...at, 'origin'], report);
}
