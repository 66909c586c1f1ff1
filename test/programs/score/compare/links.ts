import type { Draft, DraftSpan } from '../../../../src/draft/draft.ts';
import type { FigurePairs } from './figures.ts';
import type { Passage } from './passages.ts';
import type { Expected, ExpectedPassage } from '../expected/expected.ts';
import { factId } from '../expected/known.ts';
import { isOverlap } from './pair.ts';
import type { TallyKeeper } from './tally.ts';

/** Compares the links that the text itself states: both ends must be the right ones. */
export function compareLinks(
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
  const toldSpans = (spans: readonly DraftSpan[] | undefined) =>
    (spans ?? []).map(tally.wordsOf).join(' … ');
  const found = new Map<string, Found>();
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
    else tally.lack('links', place, toldSpans(spansOf.get(link.measure)));
  }
  const places = new Map([...draft.figures, ...draft.statements].map((each) => [each.id, each]));
  for (const link of stated) {
    if (found.get(link.outcome)?.optional) continue;
    const place = places.get(link.outcome);
    if (place && !expected.links.some((each) => isSameLink(each, link))) {
      tally.spare('links', place, toldSpans(actsOf.get(link.measure)));
    }
  }
}

/** What a link leads to: a figure or a statement. */
type Found = { readonly id: string; readonly optional: boolean };
