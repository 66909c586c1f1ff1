import type { Composing } from './composing.ts';
import { originOfRule } from './composing.ts';
import { giveCodes } from './give-codes.ts';
import type { DraftHead } from './head-facts.ts';
import { headFacts } from './head-facts.ts';
import { createCarriers, placeMeasures } from './measures.ts';
import type { PlacedMeasure } from './measures.ts';
import { namedThings } from './named.ts';
import type { OutlineSection } from './outline.ts';
import { hangOutcomes } from './outcomes.ts';
import { placeProblems, placeTargets } from './plans.ts';
import type { WrittenFacts, WrittenMeasure, WrittenSection } from './written.ts';

/** Facts as they are to be written, and which item of the draft each object of them tells. */
export type Composed = { facts: WrittenFacts; ids: WeakMap<object, string> };

/** Writes what a draft says in the shape of facts, as far as the concessions let it. Waivers come afterwards. */
export function composeFacts(composing: Composing, head: DraftHead, version: string): Composed {
  const { outline, quoted } = composing;
  const ids = new WeakMap<object, string>();
  const measures = new Map(placeMeasures(composing).map((measure) => [measure.id, measure]));
  const carriers = createCarriers(composing);
  const hung = hangOutcomes(composing, { measures, carriers, ids });
  const targets = placeTargets(composing, measures, ids);
  const problems = placeProblems(composing, ids);
  const all = [...measures.values(), ...carriers.all()];
  const written = (measure: PlacedMeasure): WrittenMeasure => {
    const outcomes = (hung.get(measure.id) ?? [])
      .toSorted((a, b) => a.start - b.start)
      .map(({ outcome }) => outcome);
    const own = targets.filter((target) => target.measure === measure.id);
    const told: WrittenMeasure = {
      ...measure.written,
      ...sharedLink({ ...measure.written, outcomes }),
      ...(own.length > 0 && { targets: own.map(({ item }) => item) }),
    };
    ids.set(told, measure.id);
    return told;
  };
  const sectionFacts = sectionWriter({
    measures: all.map((one) => ({ ...one, written: written(one) })),
    targets,
    problems,
  });
  const named = namedThings(composing, head, ids);
  const sections = outline.map(sectionFacts);
  const codes = giveCodes(sections, ids);
  const checks = ratiosOf(composing, codes);
  const parts = partsOf(outline).flatMap(({ part, proof }) => {
    const quote = quoted.passageOf(proof);
    return quote === null ? [] : [{ part, quote }];
  });
  const body = {
    ...named,
    ...(parts.length > 0 && { parts }),
    sections,
    ...(checks.length > 0 && { checks }),
  };
  const facts = {
    report: headFacts(composing, head),
    origins: originsIn(composing, body, version),
    ...body,
  };
  return { facts, ids };
}

type Placed = {
  measures: readonly PlacedMeasure[];
  targets: ReturnType<typeof placeTargets>;
  problems: ReturnType<typeof placeProblems>;
};

/** Writes a section with what stands in it, in the order of the text. */
const sectionWriter =
  ({ measures, targets, problems }: Placed) =>
  (section: OutlineSection): WrittenSection => {
    const isHere = (each: { section: OutlineSection }) => each.section.code === section.code;
    const inOrder = measures
      .filter(isHere)
      .toSorted((a, b) => (a.acts[0]?.start ?? 0) - (b.acts[0]?.start ?? 0))
      .map(({ written }) => written);
    const lone = targets.filter((target) => isHere(target) && target.measure === null);
    const short = problems.filter(isHere);
    return {
      code: section.code,
      title: { zh: section.title },
      starts: section.starts,
      ...(section.heading !== null && { heading: section.heading }),
      ...(section.depth > 1 && { depth: section.depth }),
      ...(inOrder.length > 0 && { measures: inOrder }),
      ...(lone.length > 0 && { targets: lone.map(({ item }) => item) }),
      ...(short.length > 0 && { problems: short.map(({ item }) => item) }),
    };
  };

/** What all outcomes of a measure hang by is said once, for the measure. */
function sharedLink({ outcomes = [] }: WrittenMeasure): Pick<WrittenMeasure, 'link' | 'outcomes'> {
  const [first] = outcomes;
  if (!first) return {};
  const told = JSON.stringify(first.link);
  const isShared =
    outcomes.length > 1 && outcomes.every(({ link }) => JSON.stringify(link) === told);
  const { link } = first;
  if (!isShared || !link) return { outcomes };
  for (const outcome of outcomes) delete outcome.link;
  return { link, outcomes };
}

/** The first section of each required part. */
function partsOf(outline: readonly OutlineSection[]) {
  const first = new Map<string, OutlineSection>();
  for (const section of outline) {
    if (section.part !== null && !first.has(section.part)) first.set(section.part, section);
  }
  return [...first].map(([part, { proof }]) => ({ part, proof }));
}

/** Rates that the rules are sure of, of outcomes that are all written. */
function ratiosOf({ draft }: Composing, codes: ReadonlyMap<string, string>) {
  const seen = new Set<string>();
  return draft.ratios.flatMap(({ rate, count, base, review }) => {
    const [one, two, three] = [rate, count, base].map((id) => codes.get(id));
    if (review !== null || one === undefined || two === undefined || three === undefined) return [];
    if (seen.has(one) || new Set([one, two, three]).size < 3) return [];
    seen.add(one);
    return [{ kind: 'RATIO' as const, rate: one, count: two, base: three }];
  });
}

/** The origins that the facts name, in the order of their codes. */
function originsIn({ draft }: Composing, body: object, version: string): WrittenFacts['origins'] {
  const named = new Set<unknown>();
  collectOrigins(body, named);
  const rules = new Set(Object.values(draft).flatMap((list) => list.map(({ rule }) => rule)));
  const names = new Map(
    [...rules, 'measure-of-figure'].map((rule) => [originOfRule(rule), rule] as const),
  );
  return [...names]
    .filter(([code]) => named.has(code))
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => ({ code, kind: 'RULE', name: name === '' ? code : name, version }));
}

/** Adds the codes of the origins that an item and those in it name. */
function collectOrigins(item: object, named: Set<unknown>): void {
  if ('origin' in item) named.add(item.origin);
  for (const value of Object.values(item) as unknown[]) {
    if (typeof value === 'object' && value !== null) collectOrigins(value, named);
  }
}
