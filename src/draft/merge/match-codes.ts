import type { WrittenFacts, WrittenOutcome } from '../facts/written.ts';
import { matchBetween } from './match-between.ts';
import type { Known } from './match-between.ts';

export const wordsOf = (passage: unknown): string =>
  typeof passage === 'string'
    ? passage
    : ((passage as { exact?: string } | undefined)?.exact ?? '');

const sign = (...parts: unknown[]) => JSON.stringify(parts);

const problemsOf = ({ problems = [] }: WrittenFacts['sections'][number]): Known[] =>
  problems.map((fact) => {
    const words = wordsOf(fact.quote);
    return { fact, signs: [sign(words), sign(fact.title.zh)], words };
  });

/** The facts of a draft, kind by kind; codes are unique within a kind. */
function knownOf(facts: WrittenFacts): Record<string, Known[]> {
  const { sections, documents = [], honours = [] } = facts;
  const measures = sections.flatMap((section) => section.measures ?? []);
  const withParts = (outcomes: readonly WrittenOutcome[]): WrittenOutcome[] =>
    outcomes.flatMap((outcome) => [outcome, ...withParts(outcome.parts ?? [])]);
  const outcomes = withParts(measures.flatMap((measure) => measure.outcomes ?? []));
  const targets = [
    ...measures.flatMap((measure) => measure.targets ?? []),
    ...sections.flatMap((section) => section.targets ?? []),
  ];
  const figured = (fact: WrittenOutcome | (typeof targets)[number]): Known => {
    const told = wordsOf(fact.quote ?? ('statement' in fact ? fact.statement : ''));
    const { value, change, indicator, label } = fact;
    return {
      fact,
      signs: [
        sign(told, label.zh, indicator, value, change),
        sign(told, value, change),
        sign(label.zh, value, change),
        sign(indicator, label.zh),
        sign(label.zh),
      ],
    };
  };
  return {
    sections: sections.map((fact) => ({
      fact,
      signs: [
        sign(fact.heading, fact.title.zh),
        sign(fact.heading ?? fact.title.zh),
        sign(wordsOf(fact.starts)),
      ],
    })),
    measures: measures.map((fact) => ({
      fact,
      signs: [
        sign(wordsOf(fact.quote), fact.title.zh),
        sign(wordsOf(fact.quote)),
        sign(fact.title.zh, fact.stage),
      ],
      words: wordsOf(fact.quote),
    })),
    outcomes: outcomes.map(figured),
    targets: targets.map(figured),
    problems: sections.flatMap(problemsOf),
    documents: documents.map((fact) => ({
      fact,
      signs: [sign(fact.title.zh), sign(wordsOf(fact.quote))],
    })),
    honours: honours.map((fact) => ({
      fact,
      signs: [sign(fact.name.zh), sign(wordsOf(fact.quote))],
    })),
  };
}

/**
 * Gives the facts of a new draft the codes that the same facts had in the draft before, and to those that
 * are new codes that nobody has: `taken` are those that a person gave since.
 */
export function matchCodes(
  facts: WrittenFacts,
  before: WrittenFacts,
  taken: ReadonlySet<string>,
): WrittenFacts {
  const renamed = structuredClone(facts);
  const [now, then] = [knownOf(renamed), knownOf(before)];
  const outcomes = new Map<string, string>();
  for (const [kind, list] of Object.entries(now)) {
    const earlier = then[kind] ?? [];
    const codes = matched(list, earlier);
    // A section whose heading and first words are new is the one that stood there; what is prose may be said in other words.
    if (kind === 'sections') matchBetween(list, earlier, { codes, isSame: () => true });
    if (kind === 'measures' || kind === 'problems') {
      matchBetween(list, earlier, { codes, isSame: areAlike });
    }
    const used = new Set([...taken, ...earlier.map(({ fact }) => fact.code), ...codes.values()]);
    for (const { fact } of list) {
      const code = codes.get(fact) ?? freeCode(fact.code, used);
      used.add(code);
      if (kind === 'outcomes') outcomes.set(fact.code, code);
      fact.code = code;
    }
  }
  for (const check of renamed.checks ?? []) {
    for (const role of ['rate', 'count', 'base'] as const) {
      check[role] = outcomes.get(check[role]) ?? check[role];
    }
  }
  return renamed;
}

/** The codes of those facts that are known again, by sign after sign; a sign that several have says nothing. */
function matched(now: readonly Known[], then: readonly Known[]): Map<{ code: string }, string> {
  const codes = new Map<{ code: string }, string>();
  const taken = new Set<string>();
  const rungs = Math.max(0, ...now.map(({ signs }) => signs.length));
  for (let rung = 0; rung < rungs; rung += 1) {
    const open = then.filter(({ fact }) => !taken.has(fact.code));
    const bySign = Map.groupBy(open, ({ signs }) => signs[rung]);
    const waiting = now.filter(({ fact }) => !codes.has(fact));
    const own = Map.groupBy(waiting, ({ signs }) => signs[rung]);
    for (const [name, list] of own) {
      const others = bySign.get(name) ?? [];
      // Equal facts stand in the order of the text; beyond the first sign all of them must still be there, and later
      // only what is alone is sure.
      const isOrdered = rung === 0 || (rung === 1 && list.length === others.length);
      if (!isOrdered && (list.length > 1 || others.length > 1)) continue;
      list.forEach(({ fact }, nth) => {
        const code = others[nth]?.fact.code;
        if (code === undefined) return;
        codes.set(fact, code);
        taken.add(code);
      });
    }
  }
  return codes;
}

/** Whether two facts rest on mostly the same words, by the pairs of characters that both have. */
function areAlike({ words: one = '' }: Known, { words: other = '' }: Known): boolean {
  const [ours, theirs] = [pairsOf(one), pairsOf(other)];
  return 2 * ours.intersection(theirs).size > (ours.size + theirs.size) / 2;
}

const pairsOf = (words: string): Set<string> =>
  new Set(Array.from(words, (_, at) => words.slice(at, at + 2)).slice(0, -1));

function freeCode(wanted: string, used: ReadonlySet<string>): string {
  let code = wanted;
  for (let nth = 2; used.has(code); nth += 1) code = `${wanted}-${nth}`;
  return code;
}
