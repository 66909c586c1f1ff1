import { resolvePeriod, yearOf } from '../../resolve/periods.ts';
import type { ResolvedPeriod } from '../../resolve/periods.ts';
import type { Quoted } from '../../resolve/quotes.ts';
import type { ResolvedSection } from '../../resolve/sections.ts';
import type { TargetFacts } from '../../read/shapes/plan.ts';
import type { Path } from '../../read/parse-source.ts';
import { bothLanguages, checkWordsOf, readClaim } from '../claim-rows.ts';
import type { ReportContext } from '../report-context.ts';
import { sayingOf } from '../derived/origin.ts';

type TargetPlace = {
  facts: TargetFacts;
  section: ResolvedSection;
  sectionId: number;
  at: Path;
  /** The planned measure that it stands under, if it does, and who carries that out. */
  measure?: { id: number; ownerId: number | null };
  /** The origin that it has where it names none. */
  originId: number | null;
};

/** Whether it is kept is settled later, unless nobody knows of which year its report is. */
const unsettled = { verdict: 'NOT_COMPARABLE', verdictReason: 'YEAR_NOT_KNOWN' } as const;

/** Adds the row of what is to be reached. */
export function addTarget(context: ReportContext, place: TargetPlace): void {
  const { rows, report, reportId, frame } = context;
  const { facts, section, sectionId, at, measure } = place;
  const id = rows.targets.length + 1;
  const code = context.codeOf(facts.code);
  context.targets.take(facts.code, id, [...at, 'code'], report);
  const claimant = { kind: 'TARGET', code: facts.code, id, label: facts.label.zh } as const;
  const claim = readClaim(context, { facts, claimant, section, at, whole: null });
  const { quote } = claim;
  if (quote && facts.deliverable !== undefined) {
    checkWordsOf(quote, facts.deliverable, { at: [...at, 'deliverable'], report });
  }
  const due = dueOf(context, place, quote);
  rows.targets.push({
    id,
    code,
    reportId,
    placeId: frame.placeId,
    sectionId,
    measureId: measure?.id ?? null,
    labelZh: facts.label.zh,
    labelEn: facts.label.en,
    ...claim.columns,
    ...dueColumns(context, due),
    year: yearOf(due),
    ownerId: ownerOf(context, place),
    deliverable: facts.deliverable ?? null,
    ...unsettled,
    revisesCode: facts.revises ?? null,
    ...bothLanguages('note', facts.note),
    evidenceId: context.evidence(quote) ?? 0,
    ...sayingOf(context, facts, { at, inherited: place.originId }),
    textPlace: context.placeAt(claim.offset),
    searchId: context.entry('TARGET', code, facts.label.zh),
  });
}

/** When it is to be reached: not before the time that the report is about. */
function dueOf(
  { text, report, frame }: ReportContext,
  { facts, section, at }: TargetPlace,
  quote: Quoted | null,
): ResolvedPeriod | null {
  if (!facts.due) return null;
  const within = { start: section.start, end: quote?.end ?? section.end };
  const due = resolvePeriod(text, facts.due, { within, at: [...at, 'due'], report });
  if (!due?.end || frame.start === null || due.end >= frame.start) return due;
  report(
    [...at, 'due', 'edtf'],
    'due-before-report',
    `It is due by ${due.end}, and the report is about the time from ${frame.start} on.`,
    'What is planned lies ahead: give the year that the words mean.',
  );
  return due;
}

const dueColumns = ({ evidence }: ReportContext, due: ResolvedPeriod | null) => ({
  dueText: due?.text ?? null,
  dueEdtf: due?.edtf ?? null,
  dueStart: due?.start ?? null,
  dueEnd: due?.end ?? null,
  dueBasis: due?.basis ?? null,
  dueEvidenceId: evidence(due?.quote ?? null),
});

const ownerOf = ({ terms, report }: ReportContext, { facts, at, measure }: TargetPlace) =>
  facts.owner === undefined
    ? (measure?.ownerId ?? null)
    : terms.organizations.rowOf(facts.owner, [...at, 'owner'], report);
