import { addLink } from './links/link-rows.ts';
import { nothingLinked } from './links/linked-facts.ts';
import type { LinkEnd, LinkedOutcome } from './links/link-rows.ts';
import { addContinuation } from './plan/continuation-rows.ts';
import { originOfReport, sayingOf } from './derived/origin.ts';
import { addOutcome } from './outcome-rows.ts';
import { addTarget } from './plan/target-rows.ts';
import type { Quoted, Span } from '../resolve/quotes.ts';
import type { ReportContext } from './report-context.ts';
import type { Whole } from './derived/inherit.ts';
import type { ResolvedSection } from '../resolve/sections.ts';
import type { MeasureFacts, OutcomeFacts } from '../read/shapes/facts.ts';
import type { Path } from '../read/parse-source.ts';

/** Adds the measures of all sections, the outcomes under them and the links between the two. */
export function addMeasures(
  context: ReportContext,
  sections: readonly ResolvedSection[],
): LinkedOutcome {
  const linked: LinkedOutcome = {
    measures: new Map(),
    outcomes: new Map(),
    pairs: new Set(),
    headings: [],
  };
  sections.forEach((section, index) => {
    const sectionId = context.sectionIds + index;
    section.facts.measures.forEach((facts, place) => {
      const at = ['sections', index, 'measures', place];
      addMeasure(context, linked, { facts, section, sectionId, ordinal: place + 1, at });
    });
    section.facts.targets.forEach((facts, place) => {
      const at = ['sections', index, 'targets', place];
      const originId = originOfReport(context);
      addTarget(context, { facts, section, sectionId, at, originId });
    });
  });
  return linked;
}

/** A measure as it is told, and where. */
type ToldMeasure = {
  facts: MeasureFacts;
  section: ResolvedSection;
  sectionId: number;
  /** Its place among the measures of the section, from 1 on. */
  ordinal: number;
  at: Path;
};

function addMeasure(context: ReportContext, linked: LinkedOutcome, told: ToldMeasure): void {
  const { rows, reportId, report, measures } = context;
  const { facts, section, sectionId, ordinal, at } = told;
  const id = rows.measures.length + 1;
  const { code, title, stage } = facts;
  const words = context.quote(facts.quote, section, [...at, 'quote']);
  const heading =
    facts.heading === undefined ? null : context.quote(facts.heading, section, [...at, 'heading']);
  measures.take(code, id, [...at, 'code'], report);
  const acts = addActs(context, { facts, section, at, measureId: id }, words);
  const textPlace = context.placeAt(words?.start ?? 0);
  const saying = sayingOf(context, facts, { at, inherited: originOfReport(context) });
  const { originId } = saying;
  rows.measures.push({
    id,
    code: context.codeOf(code),
    reportId,
    placeId: context.frame.placeId,
    year: context.frame.year,
    sectionId,
    ordinal,
    stage,
    titleZh: title.zh,
    titleEn: title.en,
    heading: heading?.exact ?? null,
    evidenceId: context.evidence(words) ?? 0,
    ...saying,
    ...nothingLinked,
    // What later reports tell of a plan is settled once they all stand.
    followUp: stage === 'PLANNED' ? 'NO_REPORT_YET' : null,
    textPlace,
    searchId: context.entry('MEASURE', context.codeOf(code), title.zh),
  });
  if (heading) linked.headings.push(heading);
  const isPlanned = isDoubtful(context, at) ? null : stage === 'PLANNED';
  const measure = {
    id,
    code,
    textPlace,
    offset: words?.start ?? 0,
    words: acts,
    heading,
    isPlanned,
  };
  linked.measures.set(id, measure);
  addParticipants(context, facts, id, at);
  addContinuation(context, facts, measure, at);
  addTargets(context, told, { measure, originId });
  let before: Quoted | null | undefined;
  facts.outcomes.forEach((outcome, nth) => {
    const here = [...at, 'outcomes', nth];
    const { link } = facts;
    const first = { outcome, section, sectionId, at: here, whole: null, before, link, originId };
    before = addOutcomes(context, linked, measure, first);
  });
}

/** An outcome as it is told below a measure, or below the whole that it is a part of. */
type ToldOutcome = {
  outcome: OutcomeFacts;
  section: ResolvedSection;
  sectionId: number;
  at: Path;
  whole: Whole | null;
  /** The quote of the outcome before, or else of the whole; null where it could not be found. */
  before: Quoted | null | undefined;
  /** The origin of the whole, or of the measure. */
  originId: number | null;
  /** The link of the whole, where it is a part; otherwise that of the measure, where it has one. */
  link: OutcomeFacts['link'];
};

/** Adds an outcome with its parts, each linked to the measure; gives its quote. */
function addOutcomes(
  context: ReportContext,
  linked: LinkedOutcome,
  measure: LinkEnd,
  told: ToldOutcome,
): Quoted | null {
  const { asWhole, originId, ...added } = addOutcome(context, told);
  const link = told.outcome.link ?? told.link;
  const outcome = { code: told.outcome.code, ...added };
  linked.outcomes.set(added.id, outcome);
  const at = [...told.at, ...(told.outcome.link ? ['link'] : [])];
  addLink(context, linked, { measure, outcome, link, at, within: told.section });
  let before = asWhole.quote;
  told.outcome.parts.forEach((part, nth) => {
    const here = [...told.at, 'parts', nth];
    const one = { ...told, outcome: part, at: here, whole: asWhole, before, link, originId };
    before = addOutcomes(context, linked, measure, one);
  });
  return asWhole.quote;
}

/** Whether a measure has not its shape, so that its stage may be another. */
const isDoubtful = ({ doubts }: ReportContext, at: Path) =>
  doubts.some((doubt) => doubt.join('/') === at.join('/'));

/** Adds what a planned measure is to reach. */
function addTargets(
  context: ReportContext,
  told: ToldMeasure,
  { measure, originId }: { measure: LinkEnd; originId: number | null },
): void {
  const { rows, report } = context;
  const { facts, section, sectionId, at } = told;
  const actor = rows.measureOrganizations.find(
    ({ measureId, role }) => measureId === measure.id && role === 'ACTOR',
  );
  const owner = { id: measure.id, ownerId: actor?.organizationId ?? null };
  facts.targets.forEach((target, nth) => {
    const here = [...at, 'targets', nth];
    if (measure.isPlanned === false) {
      report(
        here,
        'target-of-done',
        `${JSON.stringify(measure.code)} is carried out, and ${JSON.stringify(target.code)} is told as its target.`,
        'Give the measure stage: PLANNED, or write what came of it under outcomes.',
      );
    }
    addTarget(context, { facts: target, section, sectionId, at: here, measure: owner, originId });
  });
}

/** Adds the words of all that the measure consists of, and gives them; those missing are told. */
function addActs(
  { rows, quote, evidence, report }: ReportContext,
  place: { facts: MeasureFacts; section: ResolvedSection; at: Path; measureId: number },
  first: Quoted | null,
): Span[] {
  const { facts, section, at, measureId } = place;
  const others = facts.acts.map((act, index) => quote(act, section, [...at, 'acts', index]));
  const acts = [first, ...others].filter((words) => words !== null);
  acts.forEach((words, index) => {
    const before = acts[index - 1];
    if (before && words.start < before.end) {
      report(
        [...at, 'acts', index - 1],
        'act-order',
        'The act stands before the one above it, or overlaps it.',
        'Give the acts in the order of the text, none of whose words twice.',
      );
    }
    const evidenceId = evidence(words);
    if (evidenceId !== null) {
      rows.measureActs.push({ measureId, ordinal: index + 1, evidenceId });
    }
  });
  return acts;
}

/** The documents, organizations and framework items that a measure has to do with. */
function addParticipants(
  context: ReportContext,
  facts: MeasureFacts,
  measureId: number,
  at: Path,
): void {
  const { rows, report, terms, documents } = context;
  const once = (list: readonly { code: string }[], index: number, place: Path) =>
    isFirst(context, list, index, place);
  addServings(context, facts.framework, at, (itemId) => {
    rows.measureFrameworkItems.push({ measureId, itemId });
  });
  facts.documents.forEach(({ code, relation }, index) => {
    const place = [...at, 'documents', index, 'code'];
    const documentId = documents.rowOf(code, place, report);
    if (documentId === null || !once(facts.documents, index, place)) return;
    rows.measureDocuments.push({ measureId, documentId, relation });
  });
  facts.organizations.forEach(({ code, role }, index) => {
    const place = [...at, 'organizations', index, 'code'];
    const organizationId = terms.organizations.rowOf(code, place, report);
    if (organizationId === null || !once(facts.organizations, index, place)) return;
    rows.measureOrganizations.push({ measureId, organizationId, role });
  });
}

/** Whether a list names one thing here for the first time; a second time is told. */
function isFirst(
  { report }: ReportContext,
  list: readonly { code: string }[],
  index: number,
  at: Path,
): boolean {
  const first = list.findIndex(({ code }) => code === list[index]?.code);
  if (first === index) return true;
  report(at, 'duplicate-code', 'It is named here twice.', 'Name it once.');
  return false;
}

/** Calls `add` with every framework item that a fact is mapped to. */
export function addServings(
  context: ReportContext,
  items: readonly string[],
  at: Path,
  add: (itemId: number) => void,
): void {
  const named = items.map((code) => ({ code }));
  items.forEach((code, index) => {
    const place = [...at, 'framework', index];
    const itemId = context.terms.items.rowOf(code, place, context.report);
    if (itemId !== null && isFirst(context, named, index, place)) add(itemId);
  });
}
