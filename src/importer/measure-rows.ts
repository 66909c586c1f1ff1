import { addOutcome } from './outcome-rows.ts';
import type { Quoted } from './quotes.ts';
import type { Reading } from './reading.ts';
import type { ResolvedSection } from './sections.ts';
import type { MeasureFacts, OutcomeFacts } from './shape.ts';
import type { Path } from './parse-source.ts';

/** A measure or an outcome that has a row, as links refer to it. */
type End = { id: number; code: string; textOrder: string; offset: number };

/** The ends that links can join, and the pairs that are joined already. */
export type Linked = {
  measures: Map<number, End>;
  outcomes: Map<number, End>;
  pairs: Set<string>;
};

/** Adds the measures of all sections, the outcomes under them and the links between the two. */
export function addMeasures(reading: Reading, sections: readonly ResolvedSection[]): Linked {
  const linked: Linked = { measures: new Map(), outcomes: new Map(), pairs: new Set() };
  sections.forEach((section, index) => {
    section.facts.measures.forEach((facts, place) => {
      const at = ['sections', index, 'measures', place];
      addMeasure(reading, section, facts, { index, place, at }, linked);
    });
  });
  return linked;
}

function addMeasure(
  reading: Reading,
  section: ResolvedSection,
  facts: MeasureFacts,
  { index, place, at }: { index: number; place: number; at: Path },
  linked: Linked,
): void {
  const { rows, reportId, report, measures } = reading;
  const id = rows.measures.length + 1;
  const { code, title } = facts;
  const sectionId = reading.sectionIds + index;
  const words = reading.quote(facts.quote, section, [...at, 'quote']);
  measures.take(code, id, [...at, 'code'], report);
  const textOrder = reading.orderAt(words?.start ?? 0);
  rows.measures.push({
    id,
    code: reading.codeOf(code),
    reportId,
    placeId: reading.frame.placeId,
    year: reading.frame.year,
    sectionId,
    ordinal: place + 1,
    titleZh: title.zh,
    titleEn: title.en,
    evidenceId: reading.evidence(words) ?? 0,
    textOrder,
    searchId: reading.entry('MEASURE', reading.codeOf(code), title.zh),
  });
  const measure = { id, code, textOrder, offset: words?.start ?? 0 };
  linked.measures.set(id, measure);
  addParticipants(reading, facts, id, at);
  facts.outcomes.forEach((outcome, nth) => {
    const here = [...at, 'outcomes', nth];
    addBelow(reading, { outcome, section, sectionId, at: here, whole: null, link: {} });
  });

  function addBelow(
    inside: Reading,
    found: {
      outcome: OutcomeFacts;
      section: ResolvedSection;
      sectionId: number;
      at: Path;
      whole: number | null;
      link: NonNullable<OutcomeFacts['link']> | object;
    },
  ): void {
    const added = addOutcome(inside, found);
    const link = { basis: 'SAME_POINT' as const, ...found.link, ...found.outcome.link };
    const end = { code: found.outcome.code, ...added };
    linked.outcomes.set(added.id, end);
    const linkAt = [...found.at, 'link'];
    addLink(inside, linked, measure, end, link, linkAt, section);
    found.outcome.parts.forEach((part, nth) => {
      const here = [...found.at, 'parts', nth];
      addBelow(inside, { ...found, outcome: part, at: here, whole: added.id, link });
    });
  }
}

/** The documents, organizations and framework items that a measure has to do with. */
function addParticipants(reading: Reading, facts: MeasureFacts, measureId: number, at: Path): void {
  const { rows, report, terms, documents } = reading;
  const once = (list: readonly { code: string }[], index: number, place: Path) => {
    const first = list.findIndex(({ code }) => code === list[index]?.code);
    if (first === index) return true;
    report(place, 'duplicate-code', 'The measure names it twice.', 'Name it once.');
    return false;
  };
  facts.framework.forEach((code, index) => {
    const place = [...at, 'framework', index];
    const itemId = terms.items.rowOf(code, place, report);
    const named = facts.framework.map((item) => ({ code: item }));
    if (itemId === null || !once(named, index, place)) return;
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

/** Adds the links that a curator draws beyond those of each outcome to its own measure. */
export function addLinks(reading: Reading, linked: Linked): void {
  const { facts, report, measures, outcomes } = reading;
  facts.links.forEach((link, index) => {
    const at = ['links', index];
    const measureId = measures.rowOf(link.measure, [...at, 'measure'], report);
    const outcomeId = outcomes.rowOf(link.outcome, [...at, 'outcome'], report);
    const measure = linked.measures.get(measureId ?? 0);
    const outcome = linked.outcomes.get(outcomeId ?? 0);
    if (measure && outcome) addLink(reading, linked, measure, outcome, link, at, undefined);
  });
}

function addLink(
  reading: Reading,
  { pairs }: Linked,
  measure: End,
  outcome: End,
  link: NonNullable<OutcomeFacts['link']>,
  at: Path,
  section: ResolvedSection | undefined,
): void {
  const { rows, report, reportId } = reading;
  const pair = `${measure.code}--${outcome.code}`;
  if (pairs.has(pair)) {
    report(
      at,
      'duplicate-link',
      `${pair} is linked already.`,
      'Link a measure and an outcome once.',
    );
    return;
  }
  pairs.add(pair);
  if (link.basis === 'STATED' && link.quote === undefined) {
    report(
      at,
      'link-without-words',
      'A STATED link rests on words.',
      'Quote them, or choose SAME_POINT.',
    );
  }
  if (link.basis === 'CURATED' && link.note === undefined) {
    report(
      at,
      'link-without-note',
      'A CURATED link needs a reason.',
      'Give it as note: {zh: …, en: …}.',
    );
  }
  const words: Quoted | null =
    link.quote === undefined ? null : reading.quote(link.quote, section, [...at, 'quote']);
  rows.links.push({
    id: rows.links.length + 1,
    code: reading.codeOf(pair),
    reportId,
    measureId: measure.id,
    outcomeId: outcome.id,
    basis: link.basis,
    noteZh: link.note?.zh ?? null,
    noteEn: link.note?.en ?? null,
    evidenceId: reading.evidence(words),
    textOrder: `${measure.textOrder}/${String(outcome.offset).padStart(7, '0')}`,
  });
}
