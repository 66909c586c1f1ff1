import { searchableTypes } from '../../vocabulary.ts';
import type { RetiredType } from '../../vocabulary.ts';
import type { Codes } from '../resolve/codes.ts';
import type { ReportContext } from './report-context.ts';

/** Adds the codes that are given no longer; one that is given again, or replaced by nothing, is told. */
export function addRetired(context: ReportContext): void {
  const { facts, rows, report, reportId, measures, outcomes, documents } = context;
  const given: Record<RetiredType, Codes> = {
    MEASURE: measures,
    OUTCOME: outcomes,
    DOCUMENT: documents,
  };
  const idOf = (type: RetiredType, code: string) =>
    `${searchableTypes[type].typename}:${context.codeOf(code)}`;
  const seen = new Set<string>();
  facts.retired.forEach(({ type, code, by, reason }, index) => {
    const at = ['retired', index];
    const id = idOf(type, code);
    if (given[type].rows.has(code)) {
      report(
        [...at, 'code'],
        'retired-code',
        `${JSON.stringify(code)} is retired, and given again.`,
        'A code is never given twice: choose another for what bears it now.',
      );
    }
    if (seen.has(id)) {
      report([...at, 'code'], 'duplicate-code', 'It is retired already.', 'Retire it once.');
      return;
    }
    seen.add(id);
    if (by && given[by.type].rowOf(by.code, [...at, 'by', 'code'], report) === null) return;
    rows.retiredCodes.push({
      id: rows.retiredCodes.length + 1,
      code: id,
      reportId,
      type,
      replacement: by ? idOf(by.type, by.code) : null,
      reasonZh: reason.zh,
      reasonEn: reason.en,
    });
  });
}
