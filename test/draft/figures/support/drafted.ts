import type { DraftSection } from '../../../../src/draft/draft.ts';
import { findFigures } from '../../../../src/draft/figures/find-figures.ts';
import type { RequiredPart } from '../../../../src/vocabulary.ts';

/** The figures and ratios of plain words of a report of 2023, the whole of them in one section. */
export function draft(text: string, part: RequiredPart | null = null) {
  const section: DraftSection = {
    id: 's1',
    start: 0,
    end: Array.from(text).length,
    heading: null,
    part,
    within: null,
    rule: 'test',
    review: null,
  };
  const sections = part === null ? [] : [section];
  return findFigures(text, { sections, measures: [], year: 2023, indicators: [] });
}

/** What each figure counts. */
export const labelsOf = (text: string): string[] => draft(text).figures.map(({ label }) => label);

/** The words of a span of code points. */
export const wordsAt = (text: string, { start, end }: { start: number; end: number }): string =>
  Array.from(text).slice(start, end).join('');

/** F1 of two labels by their characters, each as often as it stands. */
export function likeness(one: string, other: string): number {
  const left = new Map<string, number>();
  for (const character of one) left.set(character, (left.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of other) {
    const count = left.get(character) ?? 0;
    if (count > 0) shared += 1;
    left.set(character, count - 1);
  }
  const length = Array.from(one).length + Array.from(other).length;
  return length === 0 ? 1 : (2 * shared) / length;
}
