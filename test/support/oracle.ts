import type { Rows } from '../../src/importer/rows/rows.ts';

/**
 * What each filter means, said a second time as plainly as can be: as a look at every row. Tests
 * hold the API's answers against it.
 */
export type World = ReturnType<typeof worldOf>;

type Table = keyof Rows;
type Row<Name extends Table> = Rows[Name][number];

export function worldOf(rows: Rows) {
  const byId = <Name extends Table>(name: Name) => {
    const map = new Map(rows[name].map((row) => [(row as { id?: number }).id ?? 0, row]));
    return (id: number | null | undefined) => map.get(id ?? -1);
  };
  const grouped = <Name extends Table>(name: Name, key: string) => {
    const map = Map.groupBy(
      rows[name] as Row<Name>[],
      (row) => (row as Record<string, unknown>)[key],
    );
    return (id: number | undefined) => map.get(id) ?? [];
  };
  return {
    rows,
    report: byId('reports'),
    section: byId('sections'),
    measure: byId('measures'),
    outcome: byId('outcomes'),
    document: byId('documents'),
    indicator: byId('indicators'),
    organization: byId('organizations'),
    place: byId('places'),
    unit: byId('units'),
    evidence: byId('evidences'),
    item: byId('frameworkItems'),
    framework: byId('frameworks'),
    origin: byId('origins'),
    check: byId('checks'),
    target: byId('targets'),
    problem: byId('problems'),
    targetsOfReport: grouped('targets', 'reportId'),
    targetsOfSection: grouped('targets', 'sectionId'),
    targetsOfMeasure: grouped('targets', 'measureId'),
    targetsOfIndicator: grouped('targets', 'indicatorId'),
    revisionsOfTarget: (code: string) => rows.targets.filter((row) => row.revisesCode === code),
    problemsOfReport: grouped('problems', 'reportId'),
    problemsOfSection: grouped('problems', 'sectionId'),
    figuresOfProblem: grouped('problemFigures', 'problemId'),
    problemFiguresOfIndicator: grouped('problemFigures', 'indicatorId'),
    itemsOfProblem: grouped('problemFrameworkItems', 'problemId'),
    shortcomingsOfItem: grouped('problemFrameworkItems', 'itemId'),
    answersOfProblem: grouped('answers', 'problemId'),
    answersOfMeasure: grouped('answers', 'measureId'),
    continuationsOfMeasure: grouped('continuations', 'measureId'),
    continuersOfMeasure: (code: string) =>
      rows.continuations.filter((row) => row.earlierCode === code),
    childrenOfItem: grouped('frameworkItems', 'parentId'),
    checksOfItem: grouped('checks', 'itemId'),
    outcomesOfReport: grouped('outcomes', 'reportId'),
    measuresOfReport: grouped('measures', 'reportId'),
    checksOfReport: grouped('checks', 'reportId'),
    sectionsOfReport: grouped('sections', 'reportId'),
    measuresOfSection: grouped('measures', 'sectionId'),
    outcomesOfSection: grouped('outcomes', 'sectionId'),
    outcomesOfUnit: grouped('outcomes', 'unitId'),
    outcomesOfIndicator: grouped('outcomes', 'indicatorId'),
    reportsOfPlace: grouped('reports', 'placeId'),
    parts: grouped('outcomes', 'wholeId'),
    linksOfMeasure: grouped('links', 'measureId'),
    linksOfOutcome: grouped('links', 'outcomeId'),
    actsOfMeasure: grouped('measureActs', 'measureId'),
    organizationsOfMeasure: grouped('measureOrganizations', 'measureId'),
    documentsOfMeasure: grouped('measureDocuments', 'measureId'),
    itemsOfFramework: grouped('frameworkItems', 'frameworkId'),
    servingsOfItem: grouped('measureFrameworkItems', 'itemId'),
    itemsOfMeasure: grouped('measureFrameworkItems', 'measureId'),
    operandsOfCheck: grouped('checkOperands', 'checkId'),
    partsOfReport: grouped('reportParts', 'reportId'),
    frameworkItemsOfReport: grouped('reportFrameworkItems', 'reportId'),
    operandsOfOutcome: grouped('checkOperands', 'outcomeId'),
    claimsOfNumeral: grouped('numeralClaims', 'numeralId'),
  };
}

type Passes = (row: never, value: never, world: World) => boolean;

const fold = (text: string) =>
  text
    .normalize('NFKC')
    .replace(/(?<=\d)\s+(?=\d)/gu, '\u2423')
    .replace(/\s/gu, '')
    .replace(/[‘’]/gu, "'")
    .toLowerCase();

/** Whether words stand in a text, no end of theirs within a figure of it. */
function stands(word: string, text: string): boolean {
  const figures = [
    ...text.matchAll(/\d{1,3}(?:,\d{3}(?!\d))+(?:\.\d{1,3}(?!\d))?|\d+(?:\.\d{1,3}(?!\d))?/g),
  ];
  const cuts = (place: number) =>
    figures.some(({ index, 0: found }) => place > index && place < index + found.length);
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1))
    if (!cuts(at) && !cuts(at + word.length)) return true;
  return false;
}

/** Whether each word stands in any one of the texts. */
const holds = (typed: string, ...texts: (string | null | undefined)[]) => {
  const parts = typed
    .split(/\s+/u)
    .map(fold)
    .filter((word) => word !== '');
  return (
    parts.length > 0 &&
    parts.every((word) => texts.some((text) => text != null && stands(word, fold(text))))
  );
};

type Coded = { code: string } | undefined;
const named = (codes: readonly string[], thing: Coded) =>
  thing !== undefined && codes.includes(thing.code);
const within = (
  codes: readonly string[],
  placeId: number | null | undefined,
  world: World,
): boolean => {
  const place = world.place(placeId);
  return (
    place !== undefined && (codes.includes(place.code) || within(codes, place.parentId, world))
  );
};
const itemWithin = (
  codes: readonly string[],
  item: Row<'frameworkItems'>,
  world: World,
): boolean => {
  const parent = world.item(item.parentId);
  return codes.includes(item.code) || (parent !== undefined && itemWithin(codes, parent, world));
};
const isServed = (item: Row<'frameworkItems'>, world: World): boolean =>
  world.servingsOfItem(item.id).length > 0 ||
  world.childrenOfItem(item.id).some((child) => isServed(child, world));
type Range<End> = { from?: End | null; to?: End | null };
/** Whether a value lies in a range; what has none lies in no range, open at both ends or not. */
const inRange = <End extends number | string>(
  value: End | null | undefined,
  { from, to }: Range<End>,
) => value != null && (from == null || value >= from) && (to == null || value <= to);
const exact = (world: World, id: number) => world.evidence(id)?.exact;

const ofKinds = (originId: number | null | undefined, kinds: readonly string[], world: World) =>
  kinds.includes(world.origin(originId)?.kind ?? '');

const isIn = (
  { reviewReason }: { reviewReason?: string | null | undefined },
  states: readonly string[],
) => states.includes(reviewReason == null ? 'CURATED' : 'UNREVIEWED');

type R = Row<'reports'>;
type M = Row<'measures'>;
type O = Row<'outcomes'>;
type L = Row<'links'>;
type T = Row<'targets'>;
type P = Row<'problems'>;
type Filter = Record<string, unknown>;

const outcomesOf = (row: M, world: World) =>
  world.linksOfMeasure(row.id).map(({ outcomeId }) => world.outcome(outcomeId) as O);
const measuresOf = (row: O, world: World) =>
  world.linksOfOutcome(row.id).map(({ measureId }) => world.measure(measureId) as M);
const checksOf = (row: O, world: World) =>
  world.operandsOfOutcome(row.id).map(({ checkId }) => world.check(checkId) as Row<'checks'>);

const passes = {
  Report: {
    codes: (row: R, codes: string[]) => codes.includes(row.code),
    kinds: (row: R, kinds: string[]) => kinds.includes(row.kind),
    places: (row: R, codes: string[], w: World) => named(codes, w.place(row.placeId)),
    placesWithin: (row: R, codes: string[], w: World) => within(codes, row.placeId, w),
    years: (row: R, years: number[]) => row.year != null && years.includes(row.year),
    publishers: (row: R, codes: string[], w: World) =>
      named(codes, w.organization(row.publisherId)),
    indicators: (row: R, codes: string[], w: World) =>
      w.outcomesOfReport(row.id).some((o) => named(codes, w.indicator(o.indicatorId))),
    silentOn: (row: R, codes: string[], w: World) =>
      !w.outcomesOfReport(row.id).some((o) => named(codes, w.indicator(o.indicatorId))),
    missingParts: (row: R, parts: string[], w: World) =>
      w.partsOfReport(row.id).some(({ part, present }) => !present && parts.includes(part)),
    missingFrameworkItems: (row: R, codes: string[], w: World) =>
      w
        .frameworkItemsOfReport(row.id)
        .some((each) => each.measureCount === 0 && named(codes, w.item(each.itemId))),
    hasYear: (row: R, yes: boolean) => (row.year != null) === yes,
    hasPublisher: (row: R, yes: boolean) => (row.publisherId != null) === yes,
    text: (row: R, typed: string, w: World) =>
      holds(typed, row.titleZh, row.titleEn) ||
      w.sectionsOfReport(row.id).some((s) => holds(typed, s.titleZh, s.titleEn, s.text)),
    measures: (row: R, filter: Filter, w: World) =>
      w.measuresOfReport(row.id).some((m) => scan('Measure', m, filter, w)),
    outcomes: (row: R, filter: Filter, w: World) =>
      w.outcomesOfReport(row.id).some((o) => scan('Outcome', o, filter, w)),
    checks: (row: R, filter: Filter, w: World) =>
      w.checksOfReport(row.id).some((c) => scan('Check', c, filter, w)),
    targets: (row: R, filter: Filter, w: World) =>
      w.targetsOfReport(row.id).some((t) => scan('Target', t, filter, w)),
    problems: (row: R, filter: Filter, w: World) =>
      w.problemsOfReport(row.id).some((p) => scan('Problem', p, filter, w)),
  },
  Section: {
    depths: (row: Row<'sections'>, depths: number[]) => depths.includes(row.depth),
    parent: (row: Row<'sections'>, filter: Filter, w: World) =>
      row.parentId != null && scan('Section', w.section(row.parentId), filter, w),
    codes: (row: Row<'sections'>, codes: string[]) => codes.includes(row.code),
    reports: (row: Row<'sections'>, codes: string[], w: World) =>
      named(codes, w.report(row.reportId)),
    hasMeasures: (row: Row<'sections'>, yes: boolean, w: World) =>
      w.measuresOfSection(row.id).length > 0 === yes,
    text: (row: Row<'sections'>, typed: string) => holds(typed, row.titleZh, row.titleEn, row.text),
    report: (row: Row<'sections'>, filter: Filter, w: World) =>
      scan('Report', w.report(row.reportId), filter, w),
    measures: (row: Row<'sections'>, filter: Filter, w: World) =>
      w.measuresOfSection(row.id).some((m) => scan('Measure', m, filter, w)),
    outcomes: (row: Row<'sections'>, filter: Filter, w: World) =>
      w.outcomesOfSection(row.id).some((o) => scan('Outcome', o, filter, w)),
    targets: (row: Row<'sections'>, filter: Filter, w: World) =>
      w.targetsOfSection(row.id).some((t) => scan('Target', t, filter, w)),
    problems: (row: Row<'sections'>, filter: Filter, w: World) =>
      w.problemsOfSection(row.id).some((p) => scan('Problem', p, filter, w)),
  },
  Measure: {
    reviewStates: (row: M, states: string[]) => isIn(row, states),
    originKinds: (row: M, kinds: string[], w: World) => ofKinds(row.originId, kinds, w),
    hasTranslation: (row: M, yes: boolean) => (row.titleEn != null) === yes,
    codes: (row: M, codes: string[]) => codes.includes(row.code),
    reports: (row: M, codes: string[], w: World) => named(codes, w.report(row.reportId)),
    sections: (row: M, codes: string[], w: World) => named(codes, w.section(row.sectionId)),
    places: (row: M, codes: string[], w: World) =>
      named(codes, w.place(w.report(row.reportId)?.placeId)),
    placesWithin: (row: M, codes: string[], w: World) =>
      within(codes, w.report(row.reportId)?.placeId, w),
    years: (row: M, years: number[], w: World) =>
      years.includes(w.report(row.reportId)?.year ?? -1),
    organizations: (row: M, codes: string[], w: World) =>
      w.organizationsOfMeasure(row.id).some((o) => named(codes, w.organization(o.organizationId))),
    documents: (row: M, codes: string[], w: World) =>
      w.documentsOfMeasure(row.id).some((d) => named(codes, w.document(d.documentId))),
    frameworkItems: (row: M, codes: string[], w: World) =>
      w.itemsOfMeasure(row.id).some((i) => named(codes, w.item(i.itemId))),
    frameworkItemsWithin: (row: M, codes: string[], w: World) =>
      w
        .itemsOfMeasure(row.id)
        .some((i) => itemWithin(codes, w.item(i.itemId) as Row<'frameworkItems'>, w)),
    linkBases: (row: M, bases: string[], w: World) =>
      w.linksOfMeasure(row.id).some((l) => bases.includes(l.basis)),
    hasOutcomes: (row: M, yes: boolean, w: World) => w.linksOfMeasure(row.id).length > 0 === yes,
    hasFigures: (row: M, yes: boolean, w: World) =>
      outcomesOf(row, w).some((o) => o.value != null || o.valueType === 'CHANGE') === yes,
    text: (row: M, typed: string, w: World) =>
      holds(
        typed,
        row.titleZh,
        row.titleEn,
        ...w.actsOfMeasure(row.id).map(({ evidenceId }) => exact(w, evidenceId)),
      ),
    stages: (row: M, stages: string[]) => stages.includes(row.stage),
    followUps: (row: M, statuses: string[]) => statuses.includes(row.followUp ?? ''),
    hasTargets: (row: M, yes: boolean, w: World) => w.targetsOfMeasure(row.id).length > 0 === yes,
    isContinuation: (row: M, yes: boolean, w: World) =>
      w.continuationsOfMeasure(row.id).length > 0 === yes,
    isContinued: (row: M, yes: boolean, w: World) =>
      w.continuersOfMeasure(row.code).length > 0 === yes,
    outcomes: (row: M, filter: Filter, w: World) =>
      outcomesOf(row, w).some((o) => scan('Outcome', o, filter, w)),
    targets: (row: M, filter: Filter, w: World) =>
      w.targetsOfMeasure(row.id).some((t) => scan('Target', t, filter, w)),
    answers: (row: M, filter: Filter, w: World) =>
      w.answersOfMeasure(row.id).some((a) => scan('Problem', w.problem(a.problemId), filter, w)),
  },
  Target: {
    reviewStates: (row: T, states: string[]) => isIn(row, states),
    originKinds: (row: T, kinds: string[], w: World) => ofKinds(row.originId, kinds, w),
    hasTranslation: (row: T, yes: boolean) => (row.labelEn != null) === yes,
    codes: (row: T, codes: string[]) => codes.includes(row.code),
    reports: (row: T, codes: string[], w: World) => named(codes, w.report(row.reportId)),
    sections: (row: T, codes: string[], w: World) => named(codes, w.section(row.sectionId)),
    places: (row: T, codes: string[], w: World) =>
      named(codes, w.place(w.report(row.reportId)?.placeId)),
    placesWithin: (row: T, codes: string[], w: World) =>
      within(codes, w.report(row.reportId)?.placeId, w),
    years: (row: T, years: number[]) => row.year != null && years.includes(row.year),
    due: (row: T, range: Range<string>) => inRange(row.dueEnd, range),
    measures: (row: T, codes: string[], w: World) => named(codes, w.measure(row.measureId)),
    owners: (row: T, codes: string[], w: World) => named(codes, w.organization(row.ownerId)),
    valueTypes: (row: T, types: string[]) => types.includes(row.valueType),
    units: (row: T, codes: string[], w: World) => named(codes, w.unit(row.unitId)),
    indicators: (row: T, codes: string[], w: World) => named(codes, w.indicator(row.indicatorId)),
    verdicts: (row: T, verdicts: string[]) => verdicts.includes(row.verdict),
    verdictReasons: (row: T, reasons: string[]) => reasons.includes(row.verdictReason ?? ''),
    shareReached: (row: T, range: Range<number>) => inRange(row.shareReached, range),
    outcome: (row: T, filter: Filter, w: World) =>
      row.outcomeId != null && scan('Outcome', w.outcome(row.outcomeId), filter, w),
    qualifiers: (row: T, names: string[]) => row.qualifier != null && names.includes(row.qualifier),
    value: (row: T, range: Range<number>) => inRange(row.value, range),
    hasFigure: (row: T, yes: boolean) => (row.valueType !== 'STATEMENT') === yes,
    hasDeadline: (row: T, yes: boolean) => (row.dueEnd != null) === yes,
    hasOwner: (row: T, yes: boolean) => (row.ownerId != null) === yes,
    hasDeliverable: (row: T, yes: boolean) => (row.deliverable != null) === yes,
    hasIndicator: (row: T, yes: boolean) => (row.indicatorId != null) === yes,
    hasMeasure: (row: T, yes: boolean) => (row.measureId != null) === yes,
    isRevision: (row: T, yes: boolean) => (row.revisesCode != null) === yes,
    isRevised: (row: T, yes: boolean, w: World) => w.revisionsOfTarget(row.code).length > 0 === yes,
    text: (row: T, typed: string, w: World) =>
      holds(typed, row.labelZh, row.labelEn, row.noteZh, row.noteEn, exact(w, row.evidenceId)),
    report: (row: T, filter: Filter, w: World) => scan('Report', w.report(row.reportId), filter, w),
    measure: (row: T, filter: Filter, w: World) =>
      row.measureId != null && scan('Measure', w.measure(row.measureId), filter, w),
  },
  Problem: {
    reviewStates: (row: P, states: string[]) => isIn(row, states),
    originKinds: (row: P, kinds: string[], w: World) => ofKinds(row.originId, kinds, w),
    hasTranslation: (row: P, yes: boolean) => (row.titleEn != null) === yes,
    codes: (row: P, codes: string[]) => codes.includes(row.code),
    reports: (row: P, codes: string[], w: World) => named(codes, w.report(row.reportId)),
    sections: (row: P, codes: string[], w: World) => named(codes, w.section(row.sectionId)),
    places: (row: P, codes: string[], w: World) =>
      named(codes, w.place(w.report(row.reportId)?.placeId)),
    placesWithin: (row: P, codes: string[], w: World) =>
      within(codes, w.report(row.reportId)?.placeId, w),
    years: (row: P, years: number[], w: World) =>
      years.includes(w.report(row.reportId)?.year ?? -1),
    frameworkItems: (row: P, codes: string[], w: World) =>
      w.itemsOfProblem(row.id).some((i) => named(codes, w.item(i.itemId))),
    indicators: (row: P, codes: string[], w: World) =>
      w.figuresOfProblem(row.id).some((f) => named(codes, w.indicator(f.indicatorId))),
    hasAnswer: (row: P, yes: boolean, w: World) => w.answersOfProblem(row.id).length > 0 === yes,
    hasCause: (row: P, yes: boolean) => (row.causeEvidenceId != null) === yes,
    hasFigures: (row: P, yes: boolean, w: World) => w.figuresOfProblem(row.id).length > 0 === yes,
    text: (row: P, typed: string, w: World) =>
      holds(typed, row.titleZh, row.titleEn, exact(w, row.evidenceId)),
    report: (row: P, filter: Filter, w: World) => scan('Report', w.report(row.reportId), filter, w),
    measures: (row: P, filter: Filter, w: World) =>
      w.answersOfProblem(row.id).some((a) => scan('Measure', w.measure(a.measureId), filter, w)),
  },
  Outcome: {
    reviewStates: (row: O, states: string[]) => isIn(row, states),
    originKinds: (row: O, kinds: string[], w: World) => ofKinds(row.originId, kinds, w),
    hasTranslation: (row: O, yes: boolean) => (row.labelEn != null) === yes,
    codes: (row: O, codes: string[]) => codes.includes(row.code),
    reports: (row: O, codes: string[], w: World) => named(codes, w.report(row.reportId)),
    sections: (row: O, codes: string[], w: World) => named(codes, w.section(row.sectionId)),
    places: (row: O, codes: string[], w: World) =>
      named(codes, w.place(w.report(row.reportId)?.placeId)),
    placesWithin: (row: O, codes: string[], w: World) =>
      within(codes, w.report(row.reportId)?.placeId, w),
    years: (row: O, years: number[], w: World) =>
      years.includes(
        row.periodEnd ? Number(row.periodEnd.slice(0, 4)) : (w.report(row.reportId)?.year ?? -1),
      ),
    levels: (row: O, levels: string[]) => levels.includes(row.level),
    valueTypes: (row: O, types: string[]) => types.includes(row.valueType),
    units: (row: O, codes: string[], w: World) => named(codes, w.unit(row.unitId)),
    indicators: (row: O, codes: string[], w: World) => named(codes, w.indicator(row.indicatorId)),
    qualifiers: (row: O, names: string[]) => row.qualifier != null && names.includes(row.qualifier),
    dimensions: (row: O, names: string[]) =>
      row.dimensionZh != null && names.includes(row.dimensionZh),
    populations: (row: O, names: string[]) =>
      row.populationZh != null && names.includes(row.populationZh),
    periods: (row: O, names: string[]) =>
      names.some((name) => name.replace('截止', '截至') === (row.periodKey ?? '∅')) ||
      names.includes(row.periodEdtf ?? '∅'),
    periodBases: (row: O, names: string[]) =>
      row.periodBasis != null && names.includes(row.periodBasis),
    linkBases: (row: O, bases: string[], w: World) =>
      w.linksOfOutcome(row.id).some((l) => bases.includes(l.basis)),
    period: ({ periodStart, periodEnd }: O, { from, to }: Range<string>) =>
      (periodStart != null || periodEnd != null) &&
      (from == null || inRange(periodStart, { from })) &&
      (to == null || inRange(periodEnd, { to })),
    value: (row: O, range: Range<number>) => inRange(row.value, range),
    baseline: (row: O, range: Range<number>) => inRange(row.baselineValue, range),
    change: (row: O, range: Range<number>) => inRange(row.changePercent, range),
    hasFigure: (row: O, yes: boolean) => (row.valueType !== 'STATEMENT') === yes,
    hasChange: (row: O, yes: boolean) => (row.changeAbsolute != null) === yes,
    hasBaseline: (row: O, yes: boolean) => (row.baselineValue != null) === yes,
    hasIndicator: (row: O, yes: boolean) => (row.indicatorId != null) === yes,
    hasParts: (row: O, yes: boolean, w: World) => w.parts(row.id).length > 0 === yes,
    hasWhole: (row: O, yes: boolean) => (row.wholeId != null) === yes,
    hasPeriod: (row: O, yes: boolean) => (row.periodText != null) === yes,
    hasNote: (row: O, yes: boolean) => (row.noteZh != null) === yes,
    isImprovement: (row: O, yes: boolean) => row.isImprovement === yes,
    text: (row: O, typed: string, w: World) =>
      holds(
        typed,
        row.labelZh,
        row.labelEn,
        row.dimensionZh,
        row.dimensionEn,
        row.noteZh,
        row.noteEn,
        exact(w, row.evidenceId),
      ),
    measures: (row: O, filter: Filter, w: World) =>
      measuresOf(row, w).some((m) => scan('Measure', m, filter, w)),
    whole: (row: O, filter: Filter, w: World) =>
      row.wholeId != null && scan('Outcome', w.outcome(row.wholeId), filter, w),
    checks: (row: O, filter: Filter, w: World) =>
      checksOf(row, w).some((c) => scan('Check', c, filter, w)),
  },
  Link: {
    reviewStates: (row: L, states: string[]) => isIn(row, states),
    originKinds: (row: L, kinds: string[], w: World) => ofKinds(row.originId, kinds, w),
    codes: (row: L, codes: string[]) => codes.includes(row.code),
    reports: (row: L, codes: string[], w: World) => named(codes, w.report(row.reportId)),
    bases: (row: L, bases: string[]) => bases.includes(row.basis),
    hasNote: (row: L, yes: boolean) => (row.noteZh != null) === yes,
    text: (row: L, text: string, w: World) =>
      scan('Measure', w.measure(row.measureId), { text }, w) ||
      scan('Outcome', w.outcome(row.outcomeId), { text }, w),
    measure: (row: L, filter: Filter, w: World) =>
      scan('Measure', w.measure(row.measureId), filter, w),
    outcome: (row: L, filter: Filter, w: World) =>
      scan('Outcome', w.outcome(row.outcomeId), filter, w),
  },
  Document: {
    reviewStates: (row: Row<'documents'>, states: string[]) => isIn(row, states),
    originKinds: (row: Row<'documents'>, kinds: string[], w: World) =>
      ofKinds(row.originId, kinds, w),
    codes: (row: Row<'documents'>, codes: string[]) => codes.includes(row.code),
    reports: (row: Row<'documents'>, codes: string[], w: World) =>
      named(codes, w.report(row.reportId)),
    issuers: (row: Row<'documents'>, codes: string[], w: World) =>
      named(codes, w.organization(row.issuerId)),
    hasIssuer: (row: Row<'documents'>, yes: boolean) => (row.issuerId != null) === yes,
    text: (row: Row<'documents'>, typed: string, w: World) =>
      holds(typed, row.titleZh, row.titleEn, exact(w, row.evidenceId)),
    report: (row: Row<'documents'>, filter: Filter, w: World) =>
      scan('Report', w.report(row.reportId), filter, w),
  },
  Indicator: {
    codes: (row: Row<'indicators'>, codes: string[]) => codes.includes(row.code),
    units: (row: Row<'indicators'>, codes: string[], w: World) => named(codes, w.unit(row.unitId)),
    groups: (row: Row<'indicators'>, groups: string[]) =>
      row.group != null && groups.includes(row.group),
    withUnreported: (row: Row<'indicators'>, yes: boolean, w: World) => yes || isReported(row, w),
    hasOutcomes: (row: Row<'indicators'>, yes: boolean, w: World) =>
      w.outcomesOfIndicator(row.id).length > 0 === yes,
    text: (row: Row<'indicators'>, typed: string) => holds(typed, row.nameZh, row.nameEn),
    hasTargets: (row: Row<'indicators'>, yes: boolean, w: World) =>
      w.targetsOfIndicator(row.id).length > 0 === yes,
    outcomes: (row: Row<'indicators'>, filter: Filter, w: World) =>
      w.outcomesOfIndicator(row.id).some((o) => scan('Outcome', o, filter, w)),
    targets: (row: Row<'indicators'>, filter: Filter, w: World) =>
      w.targetsOfIndicator(row.id).some((t) => scan('Target', t, filter, w)),
  },
  Place: {
    codes: (row: Row<'places'>, codes: string[]) => codes.includes(row.code),
    levels: (row: Row<'places'>, names: string[]) => names.includes(row.level),
    parents: (row: Row<'places'>, codes: string[], w: World) => named(codes, w.place(row.parentId)),
    within: (row: Row<'places'>, codes: string[], w: World) => within(codes, row.id, w),
    hasReports: (row: Row<'places'>, yes: boolean, w: World) =>
      w.reportsOfPlace(row.id).length > 0 === yes,
    text: (row: Row<'places'>, typed: string) => holds(typed, row.nameZh, row.nameEn, row.code),
    reports: (row: Row<'places'>, filter: Filter, w: World) =>
      w.reportsOfPlace(row.id).some((r) => scan('Report', r, filter, w)),
  },
  Organization: {
    codes: (row: Row<'organizations'>, codes: string[]) => codes.includes(row.code),
    places: (row: Row<'organizations'>, codes: string[], w: World) =>
      named(codes, w.place(row.placeId)),
    text: (row: Row<'organizations'>, typed: string) => holds(typed, row.nameZh, row.nameEn),
  },
  Unit: {
    reports: (row: Row<'units'>, codes: string[], w: World) => named(codes, w.report(row.reportId)),
    hasReport: (row: Row<'units'>, yes: boolean) => (row.reportId != null) === yes,
    codes: (row: Row<'units'>, codes: string[]) => codes.includes(row.code),
    outcomes: (row: Row<'units'>, filter: Filter, w: World) =>
      w.outcomesOfUnit(row.id).some((o) => scan('Outcome', o, filter, w)),
  },
  Honour: {
    reviewStates: (row: Row<'honours'>, states: string[]) => isIn(row, states),
    originKinds: (row: Row<'honours'>, kinds: string[], w: World) =>
      ofKinds(row.originId, kinds, w),
    codes: (row: Row<'honours'>, codes: string[]) => codes.includes(row.code),
    reports: (row: Row<'honours'>, codes: string[], w: World) =>
      named(codes, w.report(row.reportId)),
    places: (row: Row<'honours'>, codes: string[], w: World) => named(codes, w.place(row.placeId)),
    placesWithin: (row: Row<'honours'>, codes: string[], w: World) => within(codes, row.placeId, w),
    awarders: (row: Row<'honours'>, codes: string[], w: World) =>
      named(codes, w.organization(row.awarderId)),
    hasAwarder: (row: Row<'honours'>, yes: boolean) => (row.awarderId != null) === yes,
    report: (row: Row<'honours'>, filter: Filter, w: World) =>
      scan('Report', w.report(row.reportId), filter, w),
    document: (row: Row<'honours'>, filter: Filter, w: World) =>
      row.documentId != null && scan('Document', w.document(row.documentId), filter, w),
  },
  Framework: {
    codes: (row: Row<'frameworks'>, codes: string[]) => codes.includes(row.code),
    places: (row: Row<'frameworks'>, codes: string[], w: World) =>
      named(codes, w.place(row.placeId)),
    items: (row: Row<'frameworks'>, filter: Filter, w: World) =>
      w.itemsOfFramework(row.id).some((i) => scan('FrameworkItem', i, filter, w)),
  },
  FrameworkItem: {
    codes: (row: Row<'frameworkItems'>, codes: string[]) => codes.includes(row.code),
    frameworks: (row: Row<'frameworkItems'>, codes: string[], w: World) =>
      named(codes, w.framework(row.frameworkId)),
    hasMeasures: (row: Row<'frameworkItems'>, yes: boolean, w: World) => isServed(row, w) === yes,
    parents: (row: Row<'frameworkItems'>, codes: string[], w: World) =>
      named(codes, w.item(row.parentId)),
    within: (row: Row<'frameworkItems'>, codes: string[], w: World) => itemWithin(codes, row, w),
    depths: (row: Row<'frameworkItems'>, depths: number[]) => depths.includes(row.depth),
    indicators: (row: Row<'frameworkItems'>, codes: string[], w: World) =>
      named(codes, w.indicator(row.normIndicatorId)),
    hasNorm: (row: Row<'frameworkItems'>, yes: boolean) => (row.normValue != null) === yes,
    checks: (row: Row<'frameworkItems'>, filter: Filter, w: World) =>
      w.checksOfItem(row.id).some((c) => scan('Check', c, filter, w)),
    framework: (row: Row<'frameworkItems'>, filter: Filter, w: World) =>
      scan('Framework', w.framework(row.frameworkId), filter, w),
    measures: (row: Row<'frameworkItems'>, filter: Filter, w: World) =>
      w.servingsOfItem(row.id).some((s) => scan('Measure', w.measure(s.measureId), filter, w)),
    hasProblems: (row: Row<'frameworkItems'>, yes: boolean, w: World) =>
      w.shortcomingsOfItem(row.id).length > 0 === yes,
    problems: (row: Row<'frameworkItems'>, filter: Filter, w: World) =>
      w.shortcomingsOfItem(row.id).some((s) => scan('Problem', w.problem(s.problemId), filter, w)),
  },
  Check: {
    reviewStates: (row: Row<'checks'>, states: string[]) =>
      states.includes(row.reviewState ?? 'CURATED'),
    codes: (row: Row<'checks'>, codes: string[]) => codes.includes(row.code),
    reports: (row: Row<'checks'>, codes: string[], w: World) =>
      named(codes, w.report(row.reportId)),
    kinds: (row: Row<'checks'>, kinds: string[]) => kinds.includes(row.kind),
    verdicts: (row: Row<'checks'>, names: string[]) => names.includes(row.verdict),
    reasons: (row: Row<'checks'>, names: string[]) => names.includes(row.reason),
    frameworkItems: (row: Row<'checks'>, codes: string[], w: World) =>
      named(codes, w.item(row.itemId)),
    frameworkItem: (row: Row<'checks'>, filter: Filter, w: World) =>
      row.itemId != null && scan('FrameworkItem', w.item(row.itemId), filter, w),
    target: (row: Row<'checks'>, filter: Filter, w: World) =>
      row.targetId != null && scan('Target', w.target(row.targetId), filter, w),
    report: (row: Row<'checks'>, filter: Filter, w: World) =>
      scan('Report', w.report(row.reportId), filter, w),
    outcomes: (row: Row<'checks'>, filter: Filter, w: World) =>
      w.operandsOfCheck(row.id).some((o) => scan('Outcome', w.outcome(o.outcomeId), filter, w)),
  },
  UncoveredClause: {
    codes: (row: Row<'uncoveredClauses'>, codes: string[]) => codes.includes(row.code),
    reports: (row: Row<'uncoveredClauses'>, codes: string[], w: World) =>
      named(codes, w.report(row.reportId)),
    sections: (row: Row<'uncoveredClauses'>, codes: string[], w: World) =>
      named(codes, w.section(row.sectionId)),
    hasVerb: (row: Row<'uncoveredClauses'>, yes: boolean) => row.hasVerb === yes,
    hasWaiver: (row: Row<'uncoveredClauses'>, yes: boolean) => (row.waiverZh != null) === yes,
    report: (row: Row<'uncoveredClauses'>, filter: Filter, w: World) =>
      scan('Report', w.report(row.reportId), filter, w),
  },
  RetiredCode: {
    codes: (row: Row<'retiredCodes'>, codes: string[]) => codes.includes(row.code),
    reports: (row: Row<'retiredCodes'>, codes: string[], w: World) =>
      named(codes, w.report(row.reportId)),
    types: (row: Row<'retiredCodes'>, types: string[]) => types.includes(row.type),
    hasReplacement: (row: Row<'retiredCodes'>, yes: boolean) => (row.replacement != null) === yes,
  },
  Numeral: {
    codes: (row: Row<'numerals'>, codes: string[]) => codes.includes(row.code),
    reports: (row: Row<'numerals'>, codes: string[], w: World) =>
      named(codes, w.report(row.reportId)),
    sections: (row: Row<'numerals'>, codes: string[], w: World) =>
      named(codes, w.section(row.sectionId)),
    kinds: (row: Row<'numerals'>, kinds: string[]) => kinds.includes(row.kind),
    hasOutcome: (row: Row<'numerals'>, yes: boolean) => (row.outcomeId != null) === yes,
    hasWaiver: (row: Row<'numerals'>, yes: boolean) => (row.waiverZh != null) === yes,
    claimKinds: (row: Row<'numerals'>, kinds: string[]) =>
      row.claim != null && kinds.includes(row.claim),
    hasClaim: (row: Row<'numerals'>, yes: boolean) => (row.claim != null) === yes,
    outcome: (row: Row<'numerals'>, filter: Filter, w: World) =>
      w
        .claimsOfNumeral(row.id ?? 0)
        .some(
          ({ outcomeId }) => outcomeId != null && scan('Outcome', w.outcome(outcomeId), filter, w),
        ),
    target: (row: Row<'numerals'>, filter: Filter, w: World) =>
      w
        .claimsOfNumeral(row.id ?? 0)
        .some(({ targetId }) => targetId != null && scan('Target', w.target(targetId), filter, w)),
    problem: (row: Row<'numerals'>, filter: Filter, w: World) =>
      w
        .claimsOfNumeral(row.id ?? 0)
        .some(
          ({ problemId }) => problemId != null && scan('Problem', w.problem(problemId), filter, w),
        ),
  },
};

export type Typename = keyof typeof passes;
export const typenames = Object.keys(passes) as Typename[];
export const rulesOf = (typename: Typename): string[] => Object.keys(passes[typename]);

/** Whether a row passes all fields of a filter that are given. */
export function scan(typename: Typename, row: unknown, filter: Filter, world: World): boolean {
  const rules = passes[typename] as Record<string, Passes>;
  return Object.entries(filter).every(([name, value]) => {
    if (value == null) return true;
    const rule = rules[name];
    if (!rule) {
      throw new Error(
        `no plain scan for the filter ${typename}.${name}: say in \`passes.${typename}\` of test/support/oracle.ts which rows pass it`,
      );
    }
    return rule(row as never, value as never, world);
  });
}

/** Whether a list has a row: it passes, and is not what the list leaves out unless it is asked for. */
export function lists(typename: Typename, row: unknown, filter: Filter, world: World): boolean {
  if (!scan(typename, row, filter, world)) return false;
  if (typename === 'Check') {
    const { reviewState } = row as Row<'checks'>;
    const isAsked = filter['reviewStates'] != null || filter['codes'] != null;
    return isAsked || reviewState !== 'UNREVIEWED';
  }
  if (typename !== 'Indicator') return true;
  const isAsked = ['hasOutcomes', 'withUnreported', 'codes'].some((name) => filter[name] != null);
  return isAsked || isReported(row as Row<'indicators'>, world);
}

/** Whether any report tells of an indicator. */
const isReported = ({ id }: Row<'indicators'>, w: World) =>
  [w.outcomesOfIndicator(id), w.targetsOfIndicator(id), w.problemFiguresOfIndicator(id)].some(
    (list) => list.length > 0,
  );
