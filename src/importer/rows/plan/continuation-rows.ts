import type { MeasureFacts } from '../../read/shapes/facts.ts';
import type { Path } from '../../read/parse-source.ts';
import { checkJoining } from '../links/basis.ts';
import { bothLanguages } from '../claim-rows.ts';
import type { LinkEnd } from '../links/link-rows.ts';
import type { ReportContext } from '../report-context.ts';

/**
 * Adds which measure of an earlier report a measure carries on. Whether that one is there, and of the same
 * place, is seen once all reports are read: see `references/`.
 */
export function addContinuation(
  context: ReportContext,
  { continues }: MeasureFacts,
  measure: LinkEnd,
  at: Path,
): void {
  if (!continues) return;
  const words = checkJoining(context, continues, {
    words: measure.words,
    at: [...at, 'continues'],
  });
  context.rows.continuations.push({
    measureId: measure.id,
    earlierCode: continues.measure,
    basis: continues.basis,
    ...bothLanguages('note', continues.note),
    evidenceId: context.evidence(words),
  });
}
