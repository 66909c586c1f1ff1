import type { Vocabulary } from '../importer/read/read-seed.ts';
import { findActs } from './acts/find-acts.ts';
import type { Draft } from './draft.ts';
import { findFigures } from './figures/find-figures.ts';
import { indexIndicators } from './figures/relations/indicator-of.ts';
import type { IndicatorIndex } from './figures/relations/indicator-of.ts';
import { findHead } from './structure/find-head.ts';
import { readAcross } from './structure/reading.ts';
import { sliceCodePoints } from '../text/code-points.ts';
import { simplifyText } from '../text/characters/simplify.ts';

/** What is known of a report before its text is read; null where only the text can tell the year. */
type DraftFrame = {
  readonly vocabulary: Pick<Vocabulary, 'indicators' | 'units'>;
  readonly year: number | null;
};

/** Drafts what a text says, by rules and from the text alone. Throws on no string. */
export function draftReport(text: string, { vocabulary, year }: DraftFrame): Draft {
  const { linksOf, ...acts } = findActs(text, year);
  const { sections, measures, statements } = acts;
  const indicators = indicatorsOf(vocabulary);
  const reading = readAcross(text);
  const head = findHead(reading);
  const told = year ?? head.year?.value ?? null;
  const title = head.title
    ? simplifyText(sliceCodePoints(text, head.title.start, head.title.end))
    : '';
  const context = { sections, measures, year: told, title, indicators };
  const { figures, ratios } = findFigures(text, context);
  const results = figures.filter(({ kind }) => kind === 'RESULT');
  const links = linksOf([...results, ...statements]);
  return { ...acts, figures, ratios, links };
}

/** Prepared once for each vocabulary, however many texts are drafted under it. */
const known = new WeakMap<object, IndicatorIndex>();

function indicatorsOf({ indicators, units }: DraftFrame['vocabulary']): IndicatorIndex {
  const present = known.get(indicators);
  if (present) return present;
  const byCode = new Map(units.value.map((unit) => [unit.code, unit]));
  const index = indexIndicators(
    indicators.value.map(({ code, phrases, level, unit }) => {
      const { classifiers = [], nouns = [] } = byCode.get(unit) ?? {};
      const others = units.value.filter(
        (other) =>
          other.code !== unit && other.classifiers.some((each) => classifiers.includes(each)),
      );
      const otherNouns = others.flatMap((other) => other.nouns ?? []);
      return { code, phrases, level: level ?? null, classifiers, nouns, otherNouns };
    }),
  );
  known.set(indicators, index);
  return index;
}
