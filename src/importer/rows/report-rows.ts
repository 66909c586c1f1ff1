import { seedBounds } from '../../limits.ts';
import { createHash } from 'node:crypto';
import { countCodePoints } from '../../text/code-points.ts';
import { codesOf } from '../resolve/codes.ts';
import { addChecks } from './checks/check-rows.ts';
import { addClauses } from './clause-rows.ts';
import { addFrameworkItems, addNumerals } from './coverage-rows.ts';
import { addParts } from './part-rows.ts';
import { excuseDoubts } from './doubts.ts';
import { addEntry, orderEntries } from './entries.ts';
import { placeEntries } from './entry-parts.ts';
import { addLinkBases, addLinks } from './links/link-rows.ts';
import { headColumns } from './derived/head.ts';
import { unreviewedIn } from './unreviewed.ts';
import { noteFacts } from './links/linked-facts.ts';
import { addMeasures } from './measure-rows.ts';
import { addOrigins, originOfReport, sayingOf } from './derived/origin.ts';
import { addOverlaps } from './overlaps.ts';
import { addProblems } from './plan/problem-rows.ts';
import { resolvePeriod, yearOf } from '../resolve/periods.ts';
import type { ResolvedPeriod } from '../resolve/periods.ts';
import type { ReportSource } from '../read/read-seed.ts';
import { createReportContext } from './report-context.ts';
import type { ReportContext } from './report-context.ts';
import { emptyRows } from './rows.ts';
import type { Rows } from './rows.ts';
import { addRetired } from './retired-rows.ts';
import { distinguishPlaces, numberByText } from './text-order.ts';
import { resolveSections } from '../resolve/sections.ts';
import type { ResolvedSection } from '../resolve/sections.ts';
import type { VocabularyIndex } from './vocabulary-index.ts';

/**
 * All rows of a report, numbered from 1 in each table as if there were no other; only the numbers of
 * the vocabulary's rows are final. What cannot be resolved is told, and left out.
 */
export function rowsOfReport(source: ReportSource, terms: VocabularyIndex): Rows {
  const rows = emptyRows();
  addReport(source, terms, rows);
  distinguishPlaces(rows);
  placeEntries(rows);
  orderEntries(rows);
  numberByText(rows);
  return rows;
}

function addReport(source: ReportSource, terms: VocabularyIndex, rows: Rows): void {
  const { code, facts, text, report } = source;
  const sections = resolveSections(text, facts, report);
  if (!sections) return;
  const placeId = terms.places.rowOf(facts.report.place, ['report', 'place'], report) ?? 0;
  const within = { start: 0, end: countCodePoints(text) };
  const { period: told } = facts.report;
  const period = told && resolvePeriod(text, told, { within, at: ['report', 'period'], report });
  const frame = {
    placeId,
    year: yearOf(period),
    window: period?.edtf ?? code,
    start: period?.start ?? null,
  };
  const context = createReportContext({ source, terms, rows, sections, frame });
  const row = reportRow(context, period, within.end);
  rows.reports.push(row);
  addSections(context, sections);
  addOrigins(context);
  addOrganizations(context);
  addDocuments(context);
  addHonours(context);
  const linked = addMeasures(context, sections);
  addLinks(context, linked);
  noteFacts(rows);
  addProblems(context, sections, linked);
  addLinkBases(context);
  checkNamings(context);
  excuseDoubts(context, sections);
  Object.assign(row, addNumerals(context, sections));
  Object.assign(row, addClauses(context, sections, linked.headings));
  addRetired(context);
  Object.assign(row, addChecks(context));
  addOverlaps(context);
  addParts(context, sections);
  addFrameworkItems(context);
  row.untranslatedCount = countUntranslated(rows);
  row.unreviewedCount = unreviewedIn(rows).length;
}

/** How many titles and labels of a report have no English. */
const countUntranslated = (rows: Rows): number =>
  [
    ...[rows.reports, rows.sections, rows.measures, rows.problems, rows.documents].flatMap((list) =>
      list.map(({ titleEn }) => titleEn),
    ),
    ...[rows.outcomes, rows.targets, rows.problemFigures].flatMap((list) =>
      list.map(({ labelEn }) => labelEn),
    ),
    ...[rows.honours, rows.units].flatMap((list) => list.map(({ nameEn }) => nameEn)),
  ].filter((english) => english == null).length;

/** The report's own row, its counts still at nothing. */
function reportRow(
  context: ReportContext,
  period: ResolvedPeriod | null | undefined,
  characters: number,
): Rows['reports'][number] {
  const { code, text, facts, rows, reportId, frame } = context;
  const { kind, title, place, url = null } = facts.report;
  return {
    id: reportId,
    code,
    kind,
    titleZh: title.zh,
    titleEn: title.en,
    placeId: frame.placeId,
    ...headColumns(context),
    ...context.periodRow(period),
    year: frame.year,
    placeOrder: `${place}/${frame.year ?? 'unknown'}`,
    sha256: createHash('sha256').update(text).digest('hex'),
    characters,
    url,
    numeralCount: 0,
    quantityCount: 0,
    claimedCount: 0,
    outcomeFigureCount: 0,
    targetFigureCount: 0,
    problemFigureCount: 0,
    waivedCount: 0,
    untranslatedCount: 0,
    unreviewedCount: 0,
    clauseCount: 0,
    coveredClauseCount: 0,
    headingClauseCount: 0,
    waivedClauseCount: 0,
    clauseCharacters: 0,
    coveredCharacters: 0,
    possibleCheckCount: 0,
    madeCheckCount: 0,
    searchId: addEntry(rows, 'REPORT', { code, title: title.zh, reportId }),
  };
}

function addSections(context: ReportContext, sections: readonly ResolvedSection[]): void {
  for (const [index, section] of sections.entries()) {
    const code = context.codeOf(section.facts.code);
    context.rows.sections.push({
      id: context.sectionIds + index,
      code,
      reportId: context.reportId,
      ordinal: index + 1,
      parentId: section.parent === null ? null : context.sectionIds + section.parent,
      depth: section.facts.depth,
      titleZh: section.facts.title.zh,
      titleEn: section.facts.title.en,
      heading: section.facts.heading ?? null,
      text: section.text,
      start: section.start,
      end: section.end,
      textPlace: context.placeAt(section.start),
      searchId: context.entry('SECTION', code, section.facts.title.zh),
    });
  }
}

function addOrganizations(context: ReportContext): void {
  const { facts, report, reportId, rows, terms, evidence } = context;
  const named = new Set<string>();
  facts.organizations.forEach((organization, index) => {
    const { code, quote } = organization;
    const at = ['organizations', index];
    if (named.has(code)) {
      report([...at, 'code'], 'duplicate-code', 'The report names it already.', 'Name it once.');
      return;
    }
    named.add(code);
    const organizationId = terms.organizations.rowOf(code, [...at, 'code'], report);
    const evidenceId = evidence(context.quote(quote, undefined, [...at, 'quote']));
    if (organizationId === null || evidenceId === null) return;
    const saying = sayingOf(context, organization, { at, inherited: originOfReport(context) });
    rows.reportOrganizations.push({ reportId, organizationId, evidenceId, ...saying });
  });
}

function addDocuments(context: ReportContext): void {
  const { facts, report, reportId, rows, terms, documents } = context;
  facts.documents.forEach((document, index) => {
    const { code, title, issuer, note, quote } = document;
    const at = ['documents', index];
    const id = rows.documents.length + 1;
    const words = context.quote(quote, undefined, [...at, 'quote']);
    const issuerId =
      issuer === undefined ? null : terms.organizations.rowOf(issuer, [...at, 'issuer'], report);
    documents.take(code, id, [...at, 'code'], report);
    const evidenceId = context.evidence(words);
    if (!words || evidenceId === null) return;
    rows.documents.push({
      id,
      code: context.codeOf(code),
      reportId,
      titleZh: title.zh,
      titleEn: title.en,
      issuerId,
      noteZh: note?.zh ?? null,
      noteEn: note?.en ?? null,
      evidenceId,
      ...sayingOf(context, document, { at, inherited: originOfReport(context) }),
      textPlace: context.placeAt(words.start),
      searchId: context.entry('DOCUMENT', context.codeOf(code), title.zh),
    });
  });
}

/** A document that nearly every measure names says nothing of any: there may not be any number of them. */
const maximumNamings = seedBounds.namings;

function checkNamings({ facts, rows, report, documents }: ReportContext): void {
  facts.documents.forEach(({ code }, index) => {
    const at = ['documents', index, 'code'];
    const documentId = documents.rowOf(code, at, report);
    const namings = rows.measureDocuments.filter((row) => row.documentId === documentId).length;
    if (namings <= maximumNamings) return;
    report(
      at,
      'too-many-measures',
      `${namings} measures name it; at most ${maximumNamings} may.`,
      'Name it only where the measure issues or implements it.',
    );
  });
}

function addHonours(context: ReportContext): void {
  const { facts, report, reportId, rows, terms } = context;
  const codes = codesOf('honour');
  facts.honours.forEach((honour, index) => {
    const at = ['honours', index];
    const id = rows.honours.length + 1;
    const { code, name, place, awarder, document, batch = null, recipients = null } = honour;
    const words = context.quote(honour.quote, undefined, [...at, 'quote']);
    const placeId = terms.places.rowOf(place, [...at, 'place'], report);
    codes.take(code, id, [...at, 'code'], report);
    const evidenceId = context.evidence(words);
    if (!words || evidenceId === null || placeId === null) return;
    rows.honours.push({
      id,
      code: context.codeOf(code),
      reportId,
      placeId,
      nameZh: name.zh,
      nameEn: name.en,
      awarderId:
        awarder === undefined
          ? null
          : terms.organizations.rowOf(awarder, [...at, 'awarder'], report),
      documentId:
        document === undefined
          ? null
          : context.documents.rowOf(document, [...at, 'document'], report),
      batch,
      recipients,
      evidenceId,
      ...sayingOf(context, honour, { at, inherited: originOfReport(context) }),
      textPlace: context.placeAt(words.start),
    });
  });
}
