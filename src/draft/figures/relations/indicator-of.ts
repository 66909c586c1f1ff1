import type { DraftFigure } from '../../draft.ts';

/** A variable of the vocabulary, as far as texts are looked through for it. */
export type FigureIndicator = {
  readonly code: string;
  /** How texts name it. */
  readonly phrases: readonly string[];
  readonly level: DraftFigure['level'];
  /** The classifiers and units that its figures have; empty where any will do. */
  readonly classifiers: readonly string[];
  /** What its classifiers count, and what the same classifiers count in other units. */
  readonly nouns: readonly string[];
  readonly otherNouns: readonly string[];
};

/** Prepared once for all figures of all texts. */
export type IndicatorIndex = readonly { phrase: string; indicator: FigureIndicator }[];

export const indexIndicators = (indicators: readonly FigureIndicator[]): IndicatorIndex =>
  indicators
    .flatMap((indicator) =>
      indicator.phrases.map((phrase) => ({ phrase: phrase.replaceAll(/[\s“”]/g, ''), indicator })),
    )
    .toSorted((a, b) => b.phrase.length - a.phrase.length);

/**
 * The indicator with the longest phrase that the figure's own words tell, or its label where that phrase has
 * something of them; in one of its units. Null where none does.
 */
export function indicatorOf(
  index: IndicatorIndex,
  { label, own, unit, noun }: { label: string; own: string; unit: string; noun: string | null },
): FigureIndicator | null {
  const fits = (indicator: FigureIndicator) =>
    (indicator.classifiers.length === 0 || indicator.classifiers.includes(unit)) &&
    (noun === null || !countsOthers(noun, indicator));
  const told = index.find(({ phrase, indicator }) => tells(own, phrase) && fits(indicator));
  const found =
    told ??
    index.find(
      ({ phrase, indicator }) =>
        (own === '' || Array.from(phrase).some((character) => own.includes(character))) &&
        tells(label, phrase) &&
        fits(indicator),
    );
  return found?.indicator ?? null;
}

/** 9个乡镇 observes no number of departments, though both are counted by 个. */
function countsOthers(noun: string, { nouns, otherNouns }: FigureIndicator): boolean {
  const longestIn = (words: readonly string[]) =>
    Math.max(0, ...words.map((word) => (noun.endsWith(word) ? word.length : 0)));
  return longestIn(otherNouns) > longestIn(nouns);
}

const shortest = 4;

/** 不予受理 is none of what is 受理. */
const denies = /(?:不予|未予|免予|不再|未能|拒不|不|未)$/;

/** Where words stand in others from a place on, and are not denied there; −1 where they do not. */
function toldAt(words: string, told: string, from = 0): number {
  const at = words.indexOf(told, from);
  return at > 0 && denies.test(words.slice(0, at)) ? toldAt(words, told, at + 1) : at;
}

/** Whether words hold a phrase, or all of a longer one in its order with others between. */
function tells(words: string, phrase: string): boolean {
  if (toldAt(words, phrase) >= 0) return true;
  if (phrase.length < shortest || words.length > 3 * phrase.length) return false;
  let at = toldAt(words, phrase.charAt(0));
  if (at < 0) return false;
  for (const character of phrase) {
    at = words.indexOf(character, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
