import type { Rows } from '../../../src/importer/rows/rows.ts';
import { distinguishPlaces, numberByText, placeAt } from '../../../src/importer/rows/text-order.ts';
import {
  checkKinds,
  checkReasons,
  indicatorDirections,
  namesOf,
  requiredParts,
} from '../../../src/vocabulary.ts';
import { corpusRows, randomOf } from '../corpus-rows.ts';

/** Texts and numbers that are easily written wrong in JSON or in SQL. */
const texts = [
  'say "no"',
  'back\\slash',
  "O'Brien's",
  'tab\tand\nline',
  '\u0001\u001f\u007f',
  '𠮷祥😀',
  '\u2028\u2029',
  '</script>',
  '?1 :p0 $v @x',
  '',
];
const numbers = [
  0.1 + 0.2,
  1 / 3,
  1e21,
  1e-7,
  -0.5,
  123_456_789_012,
  5e-324,
  1.7976931348623157e308,
];

/** How many checks a report calls for; by its number, so that the rest stays as it was. */
function addTallies(rows: Rows, reportId: number): void {
  namesOf(checkKinds).forEach((kind, nth) => {
    const possibleCount = (reportId * 7 + nth) % 5;
    const madeCount = possibleCount === 0 ? 0 : reportId % possibleCount;
    const ordinal = nth + 1;
    rows.reportCheckKinds.push({ reportId, ordinal, kind, possibleCount, madeCount });
    if (madeCount === possibleCount) return;
    const checkCount = possibleCount - madeCount;
    const reason = namesOf(checkReasons)[nth] ?? 'NOT_TOLD';
    rows.reportUnmadeChecks.push({ reportId, ordinal, kind, reason, checkCount });
  });
}

/** Rows of many small reports in which every table has some, and every text and number is odd. */
export function oddRows(reports: number, seed: number): Rows {
  const rows = corpusRows(reports, seed);
  const { chance, pick, below } = randomOf(seed + 1);
  const odd = (usual: string) => (chance(0.3) ? `${usual}${pick(texts)}` : usual);
  /** Words in English, which may be missing. */
  const english = (usual: string | null | undefined) => (chance(0.2) ? null : odd(usual ?? ''));
  for (const outcome of rows.outcomes) {
    outcome.labelZh = odd(outcome.labelZh);
    outcome.labelEn = english(outcome.labelEn);
    if (outcome.value != null && chance(0.2)) outcome.value = pick(numbers);
    if (outcome.changePercent != null && chance(0.2)) outcome.changePercent = pick(numbers);
  }
  for (const target of rows.targets) target.labelEn = english(target.labelEn);
  for (const problem of rows.problems) problem.titleZh = odd(problem.titleZh);
  for (const measure of rows.measures) measure.titleEn = english(measure.titleEn);
  for (const indicator of rows.indicators) {
    indicator.direction = pick(namesOf(indicatorDirections));
  }
  // What is drawn here takes the place of what the corpus has by numbers.
  Object.assign(rows, { reportParts: [], reportFrameworkItems: [] });
  rows.reports.forEach(({ id = 0, code, placeId }) => {
    const own = rows.evidences.filter(({ reportId }) => reportId === id);
    const proof = () => (own.length > 0 ? (pick(own).id ?? null) : null);
    namesOf(requiredParts).forEach((part, index) => {
      const evidenceId = chance(0.5) ? proof() : null;
      const present = evidenceId !== null;
      rows.reportParts.push({ reportId: id, ordinal: index + 1, part, present, evidenceId });
    });
    for (const { id: itemId = 0 } of rows.frameworkItems) {
      rows.reportFrameworkItems.push({
        reportId: id,
        itemId,
        measureCount: below(3),
        plannedCount: itemId % 2,
      });
    }
    addTallies(rows, id);
    const evidenceId = proof();
    if (evidenceId === null) return;
    rows.reportOrganizations.push({ reportId: id, organizationId: 1 + below(12), evidenceId });
    rows.honours.push({
      id: rows.honours.length + 1,
      code: `${code}/h1`,
      reportId: id,
      placeId,
      nameZh: odd('示范县'),
      nameEn: odd('Model'),
      awarderId: chance(0.5) ? 1 + below(12) : null,
      documentId: rows.documents.find(({ reportId }) => reportId === id)?.id ?? null,
      batch: chance(0.5) ? 3 : null,
      recipients: chance(0.5) ? 19 : null,
      evidenceId,
      textPlace: placeAt(0),
    });
  });
  distinguishPlaces(rows);
  numberByText(rows);
  return rows;
}
