import { createHash } from 'node:crypto';
import { addEntry } from '../../src/importer/rows/entries.ts';
import { emptyRows } from '../../src/importer/rows/rows.ts';
import type { Rows } from '../../src/importer/rows/rows.ts';
import {
  distinguishPlaces,
  numberByText,
  placeAt,
  placeOfCode,
} from '../../src/importer/rows/text-order.ts';
import { orderEntriesOfReports } from './entries-of-reports.ts';
import { noteFacts, nothingLinked } from '../../src/importer/rows/links/linked-facts.ts';
import { giveStretches } from './imports/stretches-of-reports.ts';
import { addPlans } from './random/corpus-plans.ts';
import { englishOf, sayingFor } from './random/curated.ts';
import { rowsByKey } from './random/rows-by-key.ts';
import {
  additivities,
  checkKinds,
  checkReasons,
  indicatorGroups,
  originKinds,
  normBounds,
  indicatorKinds,
  outcomeLevels,
  linkBases,
  namesOf,
  numeralKinds,
  requiredParts,
  qualifiers,
  reportKinds,
  retiredTypes,
  verdicts,
} from '../../src/vocabulary.ts';

/** Picks at random, and the same for the same seed (mulberry32). */
export function randomOf(seed: number) {
  let state = seed;
  const next = () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  const below = (limit: number) => Math.floor(next() * limit);
  return {
    below,
    chance: (share: number) => next() < share,
    pick: <Item>(items: readonly Item[]): Item => items[below(items.length)] as Item,
  };
}

export type Random = ReturnType<typeof randomOf>;

const words = [
  '审批',
  '复议',
  '调解',
  '普法',
  '执法',
  '培训',
  '县',
  '5G',
  'GDP增长',
  '一窗办理',
  'O’Brien',
  '行政 决策',
  '𠮷祥',
  '备案\uff0c审查',
];

/**
 * The rows of many small reports, with ties and gaps everywhere, straight into the tables: for
 * questions to the database, not for the importer. What is derived is derived as the importer does.
 */
export function corpusRows(reports: number, seed: number): Rows {
  const random = randomOf(seed);
  const { below, chance, pick } = random;
  const rows = emptyRows();
  const phrase = () => Array.from({ length: 1 + below(3) }, () => pick(words)).join('');
  addVocabulary(rows, random);
  const evidencesOf = rowsByKey(rows.evidences, (row) => row.reportId);
  const outcomesOf = rowsByKey(rows.outcomes, (row) => row.reportId);

  for (let n = 1; n <= reports; n += 1) {
    const code = `r${String(n).padStart(4, '0')}`;
    const reportId = n;
    const place = pick(rows.places);
    const placeId = place.id ?? 0;
    const year = chance(0.15) ? null : 2019 + below(6);
    const title = phrase();
    const sectionTexts = Array.from({ length: 2 }, () => `${phrase()}${phrase()}${phrase()}。`);
    const text = sectionTexts.join('');
    const evidence = (sectionId: number, within: string, start: number) => {
      const characters = Array.from(within);
      const from = below(characters.length - 2);
      const exact = characters.slice(from, from + 2 + below(characters.length - from - 1)).join('');
      const at = { start: start + from, end: start + from + Array.from(exact).length };
      const known = evidencesOf(reportId).findLast(
        (row) => row.start === at.start && row.end === at.end,
      );
      if (known) return { id: known.id ?? 0, start: known.start };
      const row = {
        id: rows.evidences.length + 1,
        reportId,
        sectionId,
        exact,
        ...at,
      };
      rows.evidences.push(row);
      return { id: row.id, start: row.start };
    };
    rows.reports.push({
      id: reportId,
      code,
      kind: pick(namesOf(reportKinds)),
      titleZh: title,
      titleEn: `Report ${below(50)}`,
      placeId,
      publisherId: chance(0.5) ? null : (pick(rows.organizations).id ?? null),
      year,
      placeOrder: `${place.code}/${year ?? 'unknown'}`,
      sha256: createHash('sha256').update(text).digest('hex'),
      characters: Array.from(text).length,
      numeralCount: 3,
      quantityCount: 2,
      claimedCount: 1,
      outcomeFigureCount: 1,
      targetFigureCount: 0,
      problemFigureCount: 0,
      waivedCount: 0,
      untranslatedCount: reportId % 4,
      clauseCount: 4,
      coveredClauseCount: 1,
      headingClauseCount: 0,
      waivedClauseCount: 0,
      clauseCharacters: 9,
      coveredCharacters: 5,
      possibleCheckCount: reportId % 6,
      unreviewedCount: reportId % 5,
      madeCheckCount: Math.floor((reportId % 6) / 2),
      searchId: addEntry(rows, 'REPORT', { code, title, reportId }),
    });
    namesOf(originKinds).forEach((kind, index) => {
      rows.origins.push({
        id: 3 * (reportId - 1) + index + 1,
        code: `${code}/origin-${index}`,
        reportId,
        kind,
        name: `来源${index}`,
        version: kind === 'PERSON' ? null : '1.0',
        madeOn: index === 0 ? null : `${2020 + (reportId % 4)}-03-01`,
      });
    });
    let offset = 0;
    const measureOf: number[] = [];
    sectionTexts.forEach((sectionText, index) => {
      const sectionId = rows.sections.length + 1;
      const sectionCode = `${code}/s${index}`;
      const sectionTitle = phrase();
      const start = offset;
      offset += Array.from(sectionText).length;
      rows.sections.push({
        id: sectionId,
        code: sectionCode,
        reportId,
        ordinal: index + 1,
        parentId: index > 0 && reportId % 3 === 0 ? sectionId - 1 : null,
        depth: reportId % 3 === 0 ? index + 1 : 1,
        titleZh: sectionTitle,
        titleEn: `Section ${below(9)}`,
        text: sectionText,
        start,
        end: offset,
        textPlace: placeAt(start),
        searchId: addEntry(rows, 'SECTION', { code: sectionCode, title: sectionTitle, reportId }),
      });
      if (chance(0.5)) {
        const own = `${code}/d${index}`;
        const named = phrase();
        rows.documents.push({
          id: rows.documents.length + 1,
          code: own,
          reportId,
          titleZh: named,
          titleEn: 'Document',
          issuerId: chance(0.5) ? null : (pick(rows.organizations).id ?? null),
          evidenceId: evidence(sectionId, sectionText, start).id,
          ...sayingFor(rows.documents.length + 1, reportId),
          textPlace: placeAt(start),
          searchId: addEntry(rows, 'DOCUMENT', { code: own, title: named, reportId }),
        });
      }
      for (let ordinal = 1; ordinal <= below(3); ordinal += 1) {
        const id = rows.measures.length + 1;
        const own = `${code}/m${id}`;
        const named = phrase();
        const proof = evidence(sectionId, sectionText, start);
        rows.measures.push({
          id,
          code: own,
          reportId,
          sectionId,
          ordinal,
          stage: 'CARRIED_OUT',
          titleZh: named,
          titleEn: englishOf(id, `Measure ${below(20)}`),
          ...sayingFor(id, reportId),
          evidenceId: proof.id,
          placeId,
          year,
          ...nothingLinked,
          textPlace: placeAt(proof.start),
          searchId: addEntry(rows, 'MEASURE', { code: own, title: named, reportId }),
        });
        measureOf.push(id);
        rows.measureActs.push({ measureId: id, ordinal: 1, evidenceId: proof.id });
        if (chance(0.3)) {
          const other = evidence(sectionId, sectionText, start);
          rows.measureActs.push({ measureId: id, ordinal: 2, evidenceId: other.id });
        }
        if (chance(0.3))
          rows.measureOrganizations.push({
            measureId: id,
            organizationId: pick(rows.organizations).id ?? 0,
            role: 'ACTOR',
          });
        if (chance(0.3))
          rows.measureFrameworkItems.push({
            measureId: id,
            itemId: pick(rows.frameworkItems).id ?? 0,
          });
        const document = rows.documents.findLast((row) => row.reportId === reportId);
        if (document && chance(0.5))
          rows.measureDocuments.push({
            measureId: id,
            documentId: document.id ?? 0,
            relation: 'CITES',
          });
      }
      for (let count = below(7); count > 0; count -= 1) {
        addOutcome({
          rows,
          random,
          reportId,
          code,
          sectionId,
          sectionText,
          start,
          placeId,
          year,
          evidence,
          outcomesOf,
          phrase,
          measureOf,
        });
      }
    });
    const own = outcomesOf(reportId);
    if (own.length > 0 && chance(0.5)) {
      const checkId = rows.checks.length + 1;
      const verdict = pick(namesOf(verdicts));
      const checkKind = pick(namesOf(checkKinds).filter((each) => each !== 'TARGET'));
      rows.checks.push({
        id: checkId,
        code: `${code}/c${checkId}`,
        reportId,
        kind: checkKind,
        itemId: checkKind === 'NORM' ? (pick(rows.frameworkItems).id ?? null) : null,
        verdict,
        reason: pick(namesOf(checkReasons)),
        holdsOnlyByRounding: verdict === 'HOLDS' && chance(0.3),
        ...(chance(0.5) && { statedLow: 0.5, statedHigh: 1.5 }),
        ...(chance(0.5) && { computedLow: -1 }),
        stated: 1,
        computed: below(2),
        explanationZh: '核对',
        explanationEn: 'Working',
        reviewState: 'CURATED',
        textOrder: `${code}/0000000`,
      });
      const operand = pick(own);
      rows.checkOperands.push({ checkId, ordinal: 1, outcomeId: operand.id ?? 0, role: 'WHOLE' });
      const check = rows.checks.at(-1);
      if (check && operand.reviewReason != null) check.reviewState = 'UNREVIEWED';
    }
    for (let at = 0; at < below(4); at += 1) {
      rows.uncoveredClauses.push({
        id: rows.uncoveredClauses.length + 1,
        code: `${code}/c${at}`,
        reportId,
        sectionId: rows.sections.length - below(2),
        text: '近日',
        start: at * 3,
        end: at * 3 + 2,
        hasVerb: chance(0.5),
        ...(chance(0.4) && { waiverZh: '套话', waiverEn: 'A phrase' }),
      });
    }
    if (chance(0.3)) {
      rows.retiredCodes.push({
        id: rows.retiredCodes.length + 1,
        code: `Outcome:${code}/old`,
        reportId,
        type: pick(namesOf(retiredTypes)),
        replacement: chance(0.5) ? `Outcome:${code}/new` : null,
        reasonZh: '合并',
        reasonEn: 'Merged',
      });
    }
    addHonour(rows, reportId);
    for (let at = 0; at < 3; at += 1) {
      const kind = pick(namesOf(numeralKinds));
      const claims = kind === 'QUANTITY' && own.length > 0 && chance(0.5);
      rows.numerals.push({
        id: rows.numerals.length + 1,
        code: `${code}/n${at}`,
        reportId,
        sectionId: rows.sections.length - below(2),
        kind,
        text: '一',
        start: at,
        end: at + 1,
        ...(claims && { claim: 'OUTCOME', outcomeId: pick(own).id ?? null }),
        ...(kind === 'QUANTITY' &&
          !claims &&
          chance(0.5) && { waiverZh: '不计', waiverEn: 'Not counted' }),
      });
    }
  }
  // Drawn by themselves, so that the rest stays as it was.
  const apart = randomOf(seed + 7);
  const ownPhrase = () =>
    Array.from({ length: 1 + apart.below(3) }, () => apart.pick(words)).join('');
  addPlans(rows, apart, ownPhrase);
  noteFacts(rows);
  addNumeralClaims(rows);
  addCoverage(rows);
  distinguishPlaces(rows);
  orderEntriesOfReports(rows);
  numberByText(rows);
  giveStretches(rows);
  for (const check of rows.checks) {
    check.textOrder = placeOfCode(check.textOrder, check.code.slice(check.code.indexOf('/') + 1));
  }
  return rows;
}

/** Every claim of a numeral; of some outcomes' figures the next outcome of the report has a share, chosen by number. */
function addNumeralClaims(rows: Rows): void {
  const outcomes = new Map(rows.outcomes.map((row) => [row.id, row]));
  for (const { id = 0, reportId, outcomeId, targetId, problemId } of rows.numerals) {
    if (outcomeId == null && targetId == null && problemId == null) continue;
    rows.numeralClaims.push({ numeralId: id, ordinal: 1, outcomeId, targetId, problemId });
    const next = outcomes.get((outcomeId ?? 0) + 1);
    if (outcomeId == null || id % 3 > 0 || next?.reportId !== reportId) continue;
    rows.numeralClaims.push({ numeralId: id, ordinal: 2, outcomeId: outcomeId + 1 });
  }
}

/** Which parts reports have, and how many measures serve each item; by numbers, so that the rest stays as it was. */
function addCoverage(rows: Rows): void {
  const proofs = new Map(rows.evidences.map(({ id, reportId }) => [reportId, id ?? null]));
  for (const { id: reportId = 0 } of rows.reports) {
    namesOf(requiredParts).forEach((part, index) => {
      const evidenceId = (reportId + index) % 3 > 0 ? (proofs.get(reportId) ?? null) : null;
      const present = evidenceId !== null;
      rows.reportParts.push({ reportId, ordinal: index + 1, part, present, evidenceId });
    });
    for (const { id: itemId = 0 } of rows.frameworkItems) {
      const measureCount = (reportId + itemId) % 3;
      rows.reportFrameworkItems.push({ reportId, itemId, measureCount, plannedCount: itemId % 2 });
    }
  }
}

/** A title for the place of every third report; chosen by its number, so that the rest stays as it was. */
function addHonour(rows: Rows, reportId: number): void {
  const report = rows.reports[reportId - 1];
  const evidenceId = rows.evidences.find((row) => row.reportId === reportId)?.id;
  if (reportId % 3 !== 0 || !report || evidenceId === undefined) return;
  rows.honours.push({
    id: rows.honours.length + 1,
    code: `${report.code}/h`,
    reportId,
    placeId: report.placeId,
    nameZh: '示范县',
    nameEn: 'Model',
    batch: reportId % 2 === 0 ? 1 + (reportId % 4) : null,
    recipients: reportId % 2 === 0 ? null : reportId,
    awarderId: reportId % 2 === 0 ? (rows.organizations[reportId % 7]?.id ?? null) : null,
    documentId: rows.documents.find((row) => row.reportId === reportId)?.id ?? null,
    evidenceId,
    ...sayingFor(reportId, reportId),
    textPlace: placeAt(0),
  });
}

function addVocabulary(rows: Rows, { below, chance, pick }: Random): void {
  const place = (
    code: string,
    nameZh: string,
    level: 'PROVINCE' | 'PREFECTURE' | 'COUNTY',
    parentId: number | null,
  ) => {
    const id = rows.places.length + 1;
    rows.places.push({
      id,
      code,
      nameZh,
      nameEn: `Place ${code}`,
      level,
      parentId,
      searchId: addEntry(rows, 'PLACE', { code, title: nameZh }),
    });
    for (let at: number | null | undefined = id; at != null; at = rows.places[at - 1]?.parentId)
      rows.placeAncestors.push({ placeId: id, ancestorId: at });
    return id;
  };
  for (let province = 1; province <= 3; province += 1) {
    const one = place(`9${province}0000`, `甲${province}省`, 'PROVINCE', null);
    for (let city = 1; city <= 3; city += 1) {
      const two = place(
        `9${province}0${city}00`,
        pick(['乙市', '丙市', '丁盟']),
        'PREFECTURE',
        one,
      );
      for (let county = 1; county <= 8; county += 1)
        place(
          `9${province}0${city}0${county}`,
          pick(['东县', '西县', '南旗', '北区']),
          'COUNTY',
          two,
        );
    }
  }
  const ofUnits = ['ADDITIVE', 'ADDITIVE', 'OVERLAPPING', 'RATE', 'ADDITIVE'] as const;
  ['{case}', '{item}', '{department}', '%', 'd'].forEach((code, index) => {
    rows.units.push({
      id: index + 1,
      code,
      nameZh: pick(['件', '项']),
      nameEn: 'unit',
      additivity: ofUnits[index] ?? 'RATE',
    });
  });
  for (let id = 1; id <= 12; id += 1) {
    const nameZh = pick(words);
    const code = `i${id}`;
    rows.indicators.push({
      id,
      code,
      nameZh,
      nameEn: 'Indicator',
      unitId: 1 + below(5),
      direction: 'NEITHER',
      kind: pick(namesOf(indicatorKinds)),
      additivity: pick(namesOf(additivities).filter((each) => each !== 'UNKNOWN')),
      ...(id % 3 > 0 && { group: groups[id % groups.length] ?? null }),
      ...(id % 4 > 0 && { definitionZh: `每年的${nameZh}`, phrases: `${nameZh}、办理${nameZh}` }),
      searchId: addEntry(rows, 'INDICATOR', { code, title: nameZh }),
    });
    const organization = `o${id}`;
    rows.organizations.push({
      id,
      code: organization,
      nameZh,
      nameEn: 'Body',
      placeId: chance(0.5) ? null : 1 + below(20),
      searchId: addEntry(rows, 'ORGANIZATION', { code: organization, title: nameZh }),
    });
  }
  // Nobody observes this one.
  rows.indicators.push({
    id: 13,
    code: 'i13',
    nameZh: '败诉率',
    unitId: 4,
    direction: 'LOWER_IS_BETTER',
    kind: 'LEVEL',
    additivity: 'RATE',
    group: 'DISPUTES',
    searchId: addEntry(rows, 'INDICATOR', { code: 'i13', title: '败诉率' }),
  });
  addFrameworks(rows, { below, chance, pick });
}

/** Two frames, the first with points down to the third depth, some of which state a norm. */
function addFrameworks(rows: Rows, { pick, chance, below }: Random): void {
  ['f', 'g'].forEach((code, index) => {
    const placeId = index === 0 ? null : 1 + below(5);
    const framework = { id: index + 1, code, nameZh: '纲要', nameEn: 'Outline', edition: '2021' };
    rows.frameworks.push({ ...framework, placeId, source: placeId === null ? null : 'http://a.b' });
  });
  const parents = [null, 1, 2, 2, null, 5, null, null, 8];
  parents.forEach((parentId, index) => {
    const id = index + 1;
    const parent = rows.frameworkItems.find((item) => item.id === parentId);
    rows.frameworkItems.push({
      id,
      code: `f-${id}`,
      frameworkId: id <= 6 ? 1 : 2,
      parentId,
      ordinal: parents.slice(0, id).filter((each) => each === parentId).length,
      position: id <= 6 ? id : id - 6,
      readingOrder: id <= 6 ? `f/000${id}` : `g/000${id - 6}`,
      depth: (parent?.depth ?? 0) + 1,
      titleZh: pick(['条', '款', '项']),
      titleEn: 'Item',
      ...(chance(0.3) && { source: 'https://example.org/?a="b"' }),
      ...(parent && chance(0.4) && { responsibleBodyZh: '司法局', responsibleBodyEn: 'Bureau' }),
      ...(parent && chance(0.4) && { timeLimitZh: '年底前', timeLimitEn: 'By the end' }),
      ...(parent && chance(0.4) && { deliverableZh: '制度', deliverableEn: 'A rule' }),
      ...(parent &&
        chance(0.6) && {
          normBound: pick(namesOf(normBounds)),
          normValue: below(9),
          normUnitId: 1 + below(5),
          normPerId: chance(0.5) ? null : 1 + below(5),
          normPeriod: chance(0.5) ? null : ('YEAR' as const),
          normIndicatorId: 1 + below(12),
          normQuote: '不少于',
          normSource: 'https://example.org',
          normFrom: '2021-01-01',
          normUntil: chance(0.5) ? null : '2025-12-31',
          normHighestLevel: chance(0.5) ? null : ('PROVINCE' as const),
          normLowestLevel: chance(0.5) ? null : ('COUNTY' as const),
        }),
    });
    const above = rows.frameworkItemAncestors.filter(({ itemId }) => itemId === parentId);
    for (const ancestorId of [id, ...above.map((each) => each.ancestorId)]) {
      rows.frameworkItemAncestors.push({ itemId: id, ancestorId });
    }
  });
}

type Frame = {
  rows: Rows;
  random: Random;
  reportId: number;
  code: string;
  sectionId: number;
  sectionText: string;
  start: number;
  placeId: number;
  year: number | null;
  evidence: (sectionId: number, within: string, start: number) => { id: number; start: number };
  phrase: () => string;
  measureOf: readonly number[];
  outcomesOf: (reportId: number) => readonly Rows['outcomes'][number][];
};

const groups = namesOf(indicatorGroups);

/** The report's own unit, made when it is first needed. */
function ownUnitOf(rows: Rows, reportId: number): number {
  const present = rows.units.find((unit) => unit.reportId === reportId)?.id;
  if (present !== undefined) return present;
  const id = rows.units.length + 1;
  rows.units.push({
    id,
    code: `${rows.reports.find((report) => report.id === reportId)?.code}/件-1`,
    nameZh: '件：收到申请',
    nameEn: null,
    additivity: 'UNKNOWN',
    reportId,
  });
  return id;
}

/** The days of such a period in a year; 今年以来 has no end. */
function spanOf(year: number | null, period: string | null) {
  if (year === null) return { edtf: null, start: null, end: null };
  const start = `${year}-01-01`;
  if (period === '今年以来') return { edtf: `${year}/`, start, end: null };
  return period === '全年'
    ? { edtf: String(year), start, end: `${year}-12-31` }
    : { edtf: `${year}-01/${year}-06`, start, end: `${year}-06-30` };
}

function addOutcome(frame: Frame): void {
  const { rows, random, reportId, code, sectionId, year, measureOf } = frame;
  const { below, chance, pick } = random;
  const id = rows.outcomes.length + 1;
  const own = `${code}/o${id}`;
  const label = frame.phrase();
  const proof = frame.evidence(sectionId, frame.sectionText, frame.start);
  const change = chance(0.1) ? below(9) - 5 : null;
  const figure = change === null && chance(0.75);
  const value = below(8) * (chance(0.1) ? 0.5 : 1);
  const drawnUnit = 1 + below(5);
  const baseline = figure && chance(0.3) ? 1 + below(5) : null;
  const absolute = baseline === null ? null : value - baseline;
  const whole = frame.outcomesOf(reportId).findLast((row) => row.wholeId == null);
  const isPart = whole !== undefined && chance(0.25);
  const population = chance(0.2) ? pick(['内部事项', '外部事项']) : null;
  const ended = chance(0.2) ? 2018 + below(6) : null;
  const period =
    ended === null
      ? chance(0.1)
        ? pick(['截至目前', '截止目前'])
        : null
      : pick(['上半年', '全年', '今年以来']);
  const { edtf, start, end } = spanOf(ended, period);
  const textPlace = placeAt(proof.start);
  const indicatorId = chance(0.5) ? null : 1 + below(12);
  const unitId = indicatorId === null && reportId <= 8 ? ownUnitOf(rows, reportId) : drawnUnit;
  rows.outcomes.push({
    id,
    code: own,
    reportId,
    sectionId,
    labelZh: label,
    labelEn: englishOf(id, `Outcome ${below(30)}`),
    ...sayingFor(id, reportId),
    level: pick(namesOf(outcomeLevels)),
    valueType: figure
      ? id % 11 === 0
        ? 'RANK'
        : 'QUANTITY'
      : change === null
        ? 'STATEMENT'
        : 'CHANGE',
    statement: figure || change !== null ? null : '即办件',
    changeIsRelative: false,
    ...(change !== null && {
      changeAbsolute: change,
      changeText: `${Math.abs(change)}件`,
      changeQualifier: pick(namesOf(qualifiers)),
      isImprovement: chance(0.3) ? null : change < 0,
      unitId,
    }),
    ...(figure && {
      value,
      qualifier: pick(namesOf(qualifiers)),
      quantityText: `${value}件`,
      ...(chance(0.3) && { decimals: below(3) - 1 }),
      ...(chance(0.7) && { low: value, high: value + below(2) }),
      isLowOpen: chance(0.2),
      isHighOpen: chance(0.2),
      unitId,
    }),
    ...(baseline !== null && {
      baselineValue: baseline,
      baselineQualifier: 'EXACT' as const,
      ...(id % 3 === 0
        ? {
            changeText: '2件',
            changeQualifier: 'EXACT' as const,
            changeIsRelative: id % 2 === 0,
          }
        : { baselineText: `${baseline}件` }),
      baselineUnitId: unitId,
      baselineIsLowOpen: chance(0.2),
      baselineIsHighOpen: chance(0.2),
      changeAbsolute: absolute,
      changePercent: Number((((absolute ?? 0) / baseline) * 100).toFixed(2)),
      ...(id % 2 === 0 && { changePercentLow: -id, changePercentHigh: id }),
      isImprovement: absolute === 0 || chance(0.3) ? null : (absolute ?? 0) < 0,
    }),
    ...(period !== null && {
      periodText: period,
      periodKey: period.replace('截止', '截至'),
      periodEdtf: edtf,
      periodStart: start,
      periodEnd: end,
      periodBasis: chance(0.5) ? ('STATED' as const) : ('INFERRED' as const),
      periodEvidenceId: proof.id,
    }),
    indicatorId,
    dimensionZh: isPart ? pick(['撤销', '维持']) : null,
    dimensionEn: isPart ? englishOf(id, 'part') : null,
    populationZh: population,
    populationEn: population && englishOf(id, 'items'),
    wholeId: isPart ? (whole.id ?? null) : null,
    noteZh: chance(0.1) ? '另有说明' : null,
    evidenceId: proof.id,
    placeId: frame.placeId,
    year: end === null ? year : ended,
    window: edtf ?? (period ? `${code}: ${period.replace('截止', '截至')}` : String(year ?? code)),
    textPlace,
    searchId: addEntry(rows, 'OUTCOME', { code: own, title: label, reportId }),
  });
  const added = rows.outcomes.at(-1);
  if (added?.noteZh) added.noteEn = 'A note';
  if (isPart) rows.overlaps.push({ outcomeId: whole.id ?? 0, otherId: id });
  for (const measureId of new Set(measureOf.length > 0 ? [pick(measureOf), pick(measureOf)] : [])) {
    const basis = pick(namesOf(linkBases));
    rows.links.push({
      id: rows.links.length + 1,
      code: `${code}/l${measureId}-${id}`,
      reportId,
      measureId,
      outcomeId: id,
      basis,
      noteZh: basis === 'CURATED' ? '编者' : null,
      noteEn: basis === 'CURATED' ? 'By the curator' : null,
      evidenceId: basis === 'STATED' ? proof.id : null,
      ...sayingFor(rows.links.length + 1, reportId),
      textPlace,
    });
  }
}
