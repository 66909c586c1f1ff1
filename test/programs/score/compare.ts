import { sliceCodePoints } from '../../../src/text/code-points.ts';
import type { Draft, DraftSpan } from '../../../src/draft/draft.ts';
import { compareActs } from './compare-acts.ts';
import { compareFigures } from './compare-figures.ts';
import type { FigurePairs } from './compare-figures.ts';
import type { Expected, ExpectedPassage } from './expected.ts';
import { factId } from './known.ts';
import { labelLikeness, sameLabel } from './label-likeness.ts';
import { isOverlap, overlapOf, pairUp } from './pair.ts';
import { startTally } from './tally.ts';
import type { Scored, Tally, TallyKeeper } from './tally.ts';

/** Passages that share less of their words are not the same thing. */
const samePassage = 0.3;

type Passage = {
  readonly spans: readonly DraftSpan[];
  readonly told: string;
  readonly id?: string;
};

/** Holds a draft of a text against what is right, item by item. */
export function compareDraft(
  report: string,
  text: string,
  { expected, draft }: { expected: Expected; draft: Draft },
): Tally {
  const tally = startTally(report, (start, end) => sliceCodePoints(text, start, end));
  const figures = compareFigures(expected, draft, tally);
  compareActs(text, expected, draft, tally);
  const passages = (
    name: Scored,
    wanted: readonly ExpectedPassage[] | undefined,
    given: Passage[],
  ) => comparePassages(name, wanted, { given, tally });
  if (expected.joinsActs) {
    passages(
      'measures',
      expected.measures,
      draft.measures.map(({ acts, title }) => ({ spans: acts, told: title })),
    );
  }
  const statements = passages(
    'statements',
    expected.statements,
    draft.statements.map((each) => ({ ...passage(each), told: each.label, id: each.id })),
  );
  for (const [wanted, given] of statements) {
    if (wanted.optional || !wanted.label) continue;
    const isRight = wanted.label.some((label) => labelLikeness(label, given.told) >= sameLabel);
    tally.judge('statementLabels', isRight, {
      place: wanted,
      wanted: wanted.label[0],
      given: given.told,
    });
  }
  compareLinks(expected, draft, { figures, statements, tally });
  passages(
    'problems',
    expected.problems,
    draft.problems.map((each) => ({ ...passage(each), told: each.title })),
  );
  passages(
    'documents',
    expected.documents,
    draft.documents.map((each) => ({ ...passage(each), told: each.title })),
  );
  passages(
    'organizations',
    expected.organizations,
    draft.organizations.map((each) => ({ ...passage(each), told: each.name })),
  );
  passages(
    'honours',
    expected.honours,
    draft.honours.map((each) => ({ ...passage(each), told: each.name })),
  );
  compareSections(expected, draft, passages);
  return tally.counts;
}

const passage = ({ start, end }: DraftSpan) => ({ spans: [{ start, end }] });

function compareSections(
  expected: Expected,
  draft: Draft,
  passages: (
    name: Scored,
    wanted: readonly ExpectedPassage[] | undefined,
    given: Passage[],
  ) => unknown,
): void {
  const headings = draft.sections.flatMap(({ heading }) => heading ?? []);
  passages(
    'headings',
    expected.headings,
    headings.map((heading) => ({ ...passage(heading), told: '' })),
  );
  // A part is proved by words of the section that holds it, and is told by its name.
  const parts = draft.sections.flatMap((section) =>
    section.part === null ? [] : [{ ...passage(section), told: section.part }],
  );
  passages('parts', expected.parts, parts);
}

/** Compares stretches of the text that are the same thing where they overlap, each only once. */
function comparePassages(
  name: Scored,
  wanted: readonly ExpectedPassage[] | undefined,
  { given, tally }: { given: Passage[]; tally: TallyKeeper },
): Map<ExpectedPassage, Passage> {
  if (!wanted) return new Map();
  const pairs = pairUp(wanted, given, (one, other) => {
    if (name === 'parts' && one.id !== other.told) return 0;
    const overlap = sharedWords(one.spans, other.spans);
    return overlap >= (name === 'parts' ? Number.EPSILON : samePassage) ? overlap : 0;
  });
  for (const one of wanted) {
    if (one.optional) continue;
    if (pairs.has(one)) tally.hit(name);
    else tally.lack(name, one, one.label?.[0] ?? one.id);
  }
  const paired = new Set(pairs.values());
  for (const other of given) {
    const [place] = other.spans;
    const isOptional = wanted.some(
      (one) => one.optional && sharedWords(one.spans, other.spans) > 0,
    );
    if (place && !paired.has(other) && !isOptional) tally.spare(name, place, other.told);
  }
  return pairs;
}

/** How much of the words of both is shared, from 0 to 1. */
function sharedWords(some: readonly DraftSpan[], others: readonly DraftSpan[]): number {
  const [one] = some;
  const [other] = others;
  if (some.length === 1 && others.length === 1 && one && other) return overlapOf(one, other);
  const [points, otherPoints] = [pointsOf(some), pointsOf(others)];
  const union = points.union(otherPoints).size;
  return union === 0 ? 0 : points.intersection(otherPoints).size / union;
}

const pointsOf = (spans: readonly DraftSpan[]) =>
  new Set(
    spans.flatMap(({ start, end }) => Array.from({ length: end - start }, (_, nth) => start + nth)),
  );

/** Compares the links that the text itself states: both ends must be the right ones. */
function compareLinks(
  expected: Expected,
  draft: Draft,
  {
    figures,
    statements,
    tally,
  }: {
    figures: FigurePairs;
    statements: ReadonlyMap<ExpectedPassage, Passage>;
    tally: TallyKeeper;
  },
): void {
  const spansOf = new Map(expected.measures.map(({ id, spans }) => [id, spans]));
  const actsOf = new Map(draft.measures.map(({ id, acts }) => [id, acts]));
  const found = new Map<string, ExpectedPassage | ExpectedFigureLike>();
  for (const [wanted, given] of figures) found.set(given.id, wanted);
  for (const [wanted, given] of statements) found.set(given.id ?? '', wanted);
  const stated = draft.links.filter(({ basis }) => basis === 'STATED');
  const isSameLink = (wanted: Expected['links'][number], given: (typeof stated)[number]) =>
    factId(found.get(given.outcome)?.id ?? '') === wanted.outcome &&
    (spansOf.get(wanted.measure) ?? []).some((span) =>
      (actsOf.get(given.measure) ?? []).some((act) => isOverlap(span, act)),
    );
  const outcomes = new Map(
    [...expected.figures, ...expected.statements].map((each) => [each.id, each]),
  );
  for (const link of expected.links) {
    const place = outcomes.get(link.outcome);
    if (!place || place.optional) continue;
    if (stated.some((each) => isSameLink(link, each))) tally.hit('links');
    else tally.lack('links', place, link);
  }
  const places = new Map([...draft.figures, ...draft.statements].map((each) => [each.id, each]));
  for (const link of stated) {
    if (found.get(link.outcome)?.optional) continue;
    const place = places.get(link.outcome);
    if (place && !expected.links.some((each) => isSameLink(each, link))) {
      tally.spare('links', place, link.rule);
    }
  }
}

type ExpectedFigureLike = { readonly id: string; readonly optional: boolean };
