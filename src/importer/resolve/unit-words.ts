/** How a unit is told in a text: its classifiers, and the nouns that they count. */
export type UnitWords = { classifiers: readonly string[]; nouns: readonly string[] };

/** The words of a quote up to a figure, and those behind its classifier as far as it counts them. */
export type WordsBeside = { before: string; after: string };

/** What ends the words that a figure counts: a mark, or the next number. */
const end = /[，,；;。！!？?、：:\n\d０-９]/u;

/**
 * The words of a quote beside a figure.
 * @param at where the number begins in the quote, and where its classifier ends: code points
 */
export function wordsBeside(quote: string, at: { start: number; end: number }): WordsBeside {
  const points = Array.from(quote);
  const rest = points.slice(at.end);
  const stop = rest.findIndex((point) => end.test(point));
  return {
    before: points.slice(0, at.start).join(''),
    after: rest.slice(0, stop < 0 ? rest.length : stop).join(''),
  };
}

/** What a figure counts, as the words of its clause before it say or, where there are none, those behind it. */
export function nameBeside({ before, after }: WordsBeside): string {
  const clause = before.split(end).at(-1) ?? '';
  const counted = clause.replace(/[约近达共为的]+$/u, '');
  return (counted === '' ? after : counted).trim();
}

/**
 * Which units of a classifier the words beside a figure name: the nearest noun counts, of several that
 * end there the longest, one behind the figure before one as near ahead of it. Where no noun stands
 * there, those units of which the classifier alone says what they count.
 */
export function unitsBeside(
  classifier: string,
  units: ReadonlyMap<string, UnitWords>,
  beside: WordsBeside,
): string[] {
  const hits = [...units].flatMap(([code, words]) =>
    nounsUnder(classifier, words).flatMap((noun) =>
      distancesOf(noun, beside).map((near) => ({ code, noun, near })),
    ),
  );
  const least = Math.min(...hits.map(({ near }) => near));
  const nearest = hits.filter(({ near }) => near === least);
  const longest = Math.max(...nearest.map(({ noun }) => noun.length));
  const named = nearest.filter(({ noun }) => noun.length === longest).map(({ code }) => code);
  if (named.length > 0) return [...new Set(named)];
  return [...units].flatMap(([code, { classifiers, nouns }]) =>
    nouns.length === 0 && classifiers.includes(classifier) ? code : [],
  );
}

/** The nouns of a unit that a classifier can count; 部门 is one under 个 where the unit says 个部门. */
function nounsUnder(classifier: string, { classifiers, nouns }: UnitWords): string[] {
  const own = classifiers.includes(classifier) ? nouns : [];
  const within = classifiers.flatMap((word) =>
    word.length > classifier.length && classifier !== '' && word.startsWith(classifier)
      ? word.slice(classifier.length)
      : [],
  );
  return [...own, ...within];
}

/** How far from a figure a noun stands: ahead of it, half a character further to come second, or behind. */
function distancesOf(noun: string, { before, after }: WordsBeside): number[] {
  const ahead = before.lastIndexOf(noun);
  const behind = after.indexOf(noun);
  return [
    ...(ahead < 0 ? [] : [before.length - ahead - noun.length + 0.5]),
    ...(behind < 0 ? [] : [behind]),
  ];
}
