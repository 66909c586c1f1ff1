import type { WrittenMeasure, WrittenOutcome, WrittenSection } from './written.ts';

/** Codes that no two facts of one kind share. */
function codeGiver() {
  const taken = new Set<string>();
  const counts = new Map<string, number>();
  return (wanted: string): string => {
    let code = wanted;
    let nth = counts.get(wanted) ?? 1;
    while (taken.has(code)) code = `${wanted}-${(nth += 1)}`;
    counts.set(wanted, nth);
    taken.add(code);
    return code;
  };
}

/**
 * Gives each fact its code: that of its indicator or else of its section and its place in it (`m-03-2`).
 * @returns the codes of outcomes by the items of the draft
 */
export function giveCodes(
  sections: readonly WrittenSection[],
  ids: WeakMap<object, string>,
): Map<string, string> {
  const codes = new Map<string, string>();
  const give = { outcome: codeGiver(), target: codeGiver() };
  for (const { code: section, measures = [], targets = [], problems = [] } of sections) {
    const place = section.replace(/^s-/, '');
    const counts = { m: 0, o: 0, t: 0, p: 0 };
    const next = (kind: keyof typeof counts) => `${kind}-${place}-${(counts[kind] += 1)}`;
    const nameOutcome = (outcome: WrittenOutcome) => {
      outcome.code = give.outcome(outcome.indicator ?? next('o'));
      const id = ids.get(outcome);
      if (id !== undefined) codes.set(id, outcome.code);
      for (const part of outcome.parts ?? []) nameOutcome(part);
    };
    const nameMeasure = (measure: WrittenMeasure) => {
      measure.code = next('m');
      for (const outcome of measure.outcomes ?? []) nameOutcome(outcome);
      for (const target of measure.targets ?? []) {
        target.code = give.target(target.indicator ?? next('t'));
      }
    };
    for (const measure of measures) nameMeasure(measure);
    for (const target of targets) target.code = give.target(target.indicator ?? next('t'));
    for (const problem of problems) problem.code = next('p');
  }
  return codes;
}
