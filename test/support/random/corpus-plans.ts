import { addEntry } from '../../../src/importer/rows/entries.ts';
import type { Rows } from '../../../src/importer/rows/rows.ts';
import { placeAt } from '../../../src/importer/rows/text-order.ts';
import { linkBases, namesOf, qualifiers } from '../../../src/vocabulary.ts';
import { addVerdicts } from './corpus-verdicts.ts';
import { nothingLinked } from '../../../src/importer/rows/links/linked-facts.ts';
import { englishOf, sayingFor } from './curated.ts';
import { rowsByKey } from './rows-by-key.ts';
import type { Random } from '../corpus-rows.ts';

type Report = Rows['reports'][number];
type Evidence = Rows['evidences'][number];

/** What a report of the corpus is given its plan and its shortcomings from. */
type PlanFrame = {
  rows: Rows;
  of: ReturnType<typeof indexRows>;
  random: Random;
  report: Report;
  phrase: () => string;
  /** Words of the report, of which there are some. */
  proofs: readonly Evidence[];
};

/** The rows of a report, a section or a place, whenever they were added. */
function indexRows(rows: Rows) {
  const ofReport = ({ reportId }: { reportId: number }) => reportId;
  return {
    evidences: rowsByKey(rows.evidences, ofReport),
    measures: rowsByKey(rows.measures, ofReport),
    measuresOfSection: rowsByKey(rows.measures, ({ sectionId }) => sectionId),
    measuresOfPlace: rowsByKey(rows.measures, ({ placeId }) => placeId),
    targets: rowsByKey(rows.targets, ofReport),
    targetsOfPlace: rowsByKey(rows.targets, ({ placeId }) => placeId),
    problems: rowsByKey(rows.problems, ofReport),
    numerals: rowsByKey(rows.numerals, ofReport),
  };
}

/**
 * Gives reports targets, problems and planned measures, with ties and gaps everywhere, once all that was
 * carried out is there: what no outcome is linked to may be planned.
 */
export function addPlans(rows: Rows, random: Random, phrase: () => string): void {
  const linked = new Set(rows.links.map(({ measureId }) => measureId));
  for (const measure of rows.measures) {
    if (!linked.has(measure.id ?? 0) && random.chance(0.6)) measure.stage = 'PLANNED';
  }
  const of = indexRows(rows);
  for (const report of rows.reports) {
    const proofs = of.evidences(report.id);
    if (proofs.length === 0) continue;
    const frame = { rows, of, random, report, phrase, proofs };
    if (random.chance(0.4)) addPlannedMeasure(frame);
    for (let count = random.below(4); count > 0; count -= 1) addTarget(frame);
    for (let count = random.below(3); count > 0; count -= 1) addProblem(frame);
    addContinuations(frame);
    addClaims(frame);
  }
  addVerdicts(rows, random);
}

function addPlannedMeasure({ rows, of, random, report, phrase, proofs }: PlanFrame): void {
  const id = rows.measures.length + 1;
  const code = `${report.code}/m${id}`;
  const title = phrase();
  const proof = random.pick(proofs);
  const { sectionId } = proof;
  rows.measures.push({
    id,
    code,
    reportId: report.id ?? 0,
    sectionId,
    ordinal: 1 + of.measuresOfSection(sectionId).length,
    stage: 'PLANNED',
    titleZh: title,
    titleEn: englishOf(id, `Plan ${random.below(20)}`),
    ...sayingFor(id, report.id ?? 0),
    evidenceId: proof.id ?? 0,
    placeId: report.placeId,
    year: report.year ?? null,
    ...nothingLinked,
    textPlace: placeAt(proof.start),
    searchId: addEntry(rows, 'MEASURE', { code, title, reportId: report.id ?? 0 }),
  });
  rows.measureActs.push({ measureId: id, ordinal: 1, evidenceId: proof.id ?? 0 });
}

/** A figure, a change or nothing, in the columns of whatever claims one. */
function figureOf({ random }: PlanFrame) {
  const { below, chance, pick } = random;
  const unitId = 1 + below(5);
  const indicatorId = chance(0.5) ? null : 1 + below(12);
  if (chance(0.25)) {
    const change = below(9) - 4;
    return {
      valueType: 'CHANGE' as const,
      changeAbsolute: change,
      changeText: `${Math.abs(change)}件`,
      changeQualifier: pick(namesOf(qualifiers)),
      isImprovement: chance(0.3) ? null : change < 0,
      unitId,
      indicatorId,
    };
  }
  const value = below(8);
  const baseline = chance(0.2) ? 1 + below(5) : null;
  return {
    valueType: value === 7 ? ('RANK' as const) : ('QUANTITY' as const),
    value,
    qualifier: pick(namesOf(qualifiers)),
    quantityText: `${value}件`,
    ...(chance(0.7) && { low: value, high: value + below(2) }),
    isLowOpen: chance(0.2),
    isHighOpen: chance(0.2),
    unitId,
    indicatorId,
    ...(baseline !== null && {
      baselineValue: baseline,
      baselineQualifier: 'EXACT' as const,
      ...(baseline === 2
        ? {
            changeText: '2件',
            changeQualifier: 'EXACT' as const,
            changeIsRelative: value % 2 === 0,
          }
        : { baselineText: `${baseline}件` }),
      baselineUnitId: unitId,
      baselineIsLowOpen: chance(0.2),
      baselineIsHighOpen: chance(0.2),
      changeAbsolute: value - baseline,
      changePercent: Number((((value - baseline) / baseline) * 100).toFixed(2)),
    }),
  };
}

function addTarget(frame: PlanFrame): void {
  const { rows, of, random, report, phrase, proofs } = frame;
  const { below, chance, pick } = random;
  const id = rows.targets.length + 1;
  const code = `${report.code}/t${id}`;
  const label = phrase();
  const proof = pick(proofs);
  const planned = of.measures(report.id).filter(({ stage }) => stage === 'PLANNED');
  const dueIn = chance(0.6) ? 2019 + below(7) : null;
  const earlier = of.targetsOfPlace(report.placeId);
  rows.targets.push({
    id,
    code,
    reportId: report.id ?? 0,
    sectionId: proof.sectionId,
    measureId: planned.length > 0 && chance(0.7) ? (pick(planned).id ?? null) : null,
    labelZh: label,
    labelEn: englishOf(id, `Target ${below(30)}`),
    ...sayingFor(id, report.id ?? 0),
    changeIsRelative: false,
    ...(chance(0.2)
      ? { valueType: 'STATEMENT' as const, statement: '全覆盖', indicatorId: null }
      : figureOf(frame)),
    ...(dueIn !== null && {
      dueText: '年底前',
      dueEdtf: `../${dueIn}-12-31`,
      dueEnd: `${dueIn}-${pick(['06-30', '12-31'])}`,
      dueBasis: chance(0.5) ? ('STATED' as const) : ('INFERRED' as const),
      dueEvidenceId: proof.id ?? 0,
    }),
    ownerId: chance(0.5) ? null : 1 + below(12),
    deliverable: chance(0.7) ? null : '实施方案',
    verdict: 'NOT_DUE_YET',
    revisesCode:
      earlier.length > 0 && chance(0.3) ? pick(earlier).code : chance(0.1) ? 'r9999/t1' : null,
    ...(chance(0.2) && { noteZh: '另有说明', noteEn: 'A note' }),
    evidenceId: proof.id ?? 0,
    placeId: report.placeId,
    year: dueIn,
    textPlace: placeAt(proof.start),
    searchId: addEntry(rows, 'TARGET', { code, title: label, reportId: report.id ?? 0 }),
  });
}

function addProblem(frame: PlanFrame): void {
  const { rows, of, random, report, phrase, proofs } = frame;
  const { below, chance, pick } = random;
  const id = rows.problems.length + 1;
  const code = `${report.code}/p${id}`;
  const title = phrase();
  const proof = pick(proofs);
  rows.problems.push({
    id,
    code,
    reportId: report.id ?? 0,
    sectionId: proof.sectionId,
    titleZh: title,
    titleEn: englishOf(id, `Problem ${below(30)}`),
    ...sayingFor(id, report.id ?? 0),
    evidenceId: proof.id ?? 0,
    causeEvidenceId: chance(0.5) ? (pick(proofs).id ?? null) : null,
    placeId: report.placeId,
    year: report.year ?? null,
    textPlace: placeAt(proof.start),
    searchId: addEntry(rows, 'PROBLEM', { code, title, reportId: report.id ?? 0 }),
  });
  for (let ordinal = 1; ordinal <= below(3); ordinal += 1) {
    rows.problemFigures.push({
      problemId: id,
      ordinal,
      labelZh: phrase(),
      labelEn: englishOf(id + ordinal, `Figure ${below(9)}`),
      changeIsRelative: false,
      ...figureOf(frame),
      evidenceId: pick(proofs).id ?? 0,
    });
  }
  if (chance(0.5)) {
    rows.problemFrameworkItems.push({ problemId: id, itemId: pick(rows.frameworkItems).id ?? 0 });
  }
  const own = of.measures(report.id).filter(({ stage }) => stage === 'PLANNED');
  for (const measure of own) {
    if (chance(0.4))
      rows.answers.push({ problemId: id, measureId: measure.id ?? 0, ...basisOf(frame) });
  }
}

/** A basis with what it needs. */
function basisOf({ random: { chance, pick }, proofs }: PlanFrame) {
  const basis = pick(namesOf(linkBases));
  const noteZh = basis === 'CURATED' || chance(0.1) ? '编者' : null;
  return {
    basis,
    noteZh,
    noteEn: noteZh && 'By the curator',
    evidenceId: basis === 'STATED' || chance(0.1) ? (pick(proofs).id ?? null) : null,
  };
}

function addContinuations(frame: PlanFrame): void {
  const { rows, of, random, report } = frame;
  const earlier = of
    .measuresOfPlace(report.placeId)
    .filter(({ reportId }) => reportId < (report.id ?? 0));
  for (const { id = 0 } of of.measures(report.id)) {
    if (!random.chance(0.3)) continue;
    const isHeld = earlier.length > 0 && random.chance(0.8);
    const { basis, ...rest } = basisOf(frame);
    if (basis === 'SAME_POINT') continue;
    rows.continuations.push({
      measureId: id,
      earlierCode: isHeld ? random.pick(earlier).code : 'r9999/m1',
      basis,
      ...rest,
    });
  }
}

/** Some figures are those of a target or of a problem. */
function addClaims({ of, random, report }: PlanFrame): void {
  const targets = of.targets(report.id);
  const problems = of.problems(report.id);
  for (const numeral of of.numerals(report.id)) {
    if (numeral.kind !== 'QUANTITY' || numeral.waiverZh != null) continue;
    if (numeral.claim != null && random.chance(0.6)) continue;
    const { outcomeId = null } = numeral;
    numeral.outcomeId = null;
    if (problems.length > 0 && random.chance(0.5)) {
      numeral.claim = 'PROBLEM';
      numeral.problemId = random.pick(problems).id ?? null;
    } else if (targets.length > 0 && random.chance(0.7)) {
      numeral.claim = 'TARGET';
      numeral.targetId = random.pick(targets).id ?? null;
    } else {
      numeral.outcomeId = outcomeId;
    }
  }
}
