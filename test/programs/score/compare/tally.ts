/** What is scored, in the order in which it is told. */
export const scored = {
  figures: 'figures of the text that are claimed, by their place',
  values: 'their values',
  units: 'their units as written and, where several units share a classifier, the noun that tells',
  nouns: 'what their classifiers count',
  qualifiers: 'more than, about, at least and so on',
  kinds: 'result, target, problem or background',
  targets: 'figures that are targets',
  changes: 'level, amount or rate of change, and its direction',
  baselines: 'where a change began',
  periods: 'the words of their periods',
  datings: 'the EDTF of periods whose words were found',
  wholes: 'what they are parts of',
  levels: 'scope, output, outcome or impact',
  indicators: 'indicators of the vocabulary',
  labels: 'what is counted: character F1 of 0.7 with a label that is right',
  carriers: 'the measures that figures came of',
  acts: 'what was done or will be, clause by clause',
  stages: 'carried out or planned, of the acts that were found',
  measures: 'acts joined to measures',
  statements: 'results without a figure',
  statementLabels: 'what they are about, as labels',
  links: 'STATED links',
  problems: 'shortcomings',
  documents: 'documents that are named',
  organizations: 'organizations that are named',
  honours: 'titles that were awarded',
  headings: 'headings of sections, without their numbers',
  parts: 'the required parts of a statutory report',
} as const;

export type Scored = keyof typeof scored;

/** One thing that is not as it should be; words of the text stand in it. */
export type Miss = {
  readonly report: string;
  readonly at: number;
  /** The words of the text that it is about. */
  readonly words: string;
  readonly wanted: string | null;
  readonly given: string | null;
};

/**
 * How much of something is right. `given` counts what the draft says, so that right / given is the
 * precision; null where each thing that was found has exactly one answer.
 */
export type Count = { right: number; wanted: number; given: number | null; misses: Miss[] };

export type Tally = ReadonlyMap<Scored, Count>;

/** Keeps the counts of one draft. */
export function startTally(report: string, wordsOf: (start: number, end: number) => string) {
  const counts = new Map<Scored, Count>();
  const countOf = (name: Scored, isJudged: boolean): Count => {
    const present = counts.get(name);
    if (present) return present;
    const count = { right: 0, wanted: 0, given: isJudged ? null : 0, misses: [] };
    counts.set(name, count);
    return count;
  };
  const found = (name: Scored) => countOf(name, false);
  const miss = (count: Count, place: Place, wanted: unknown, given: unknown) => {
    const words = wordsOf(place.start, place.end);
    count.misses.push({ report, at: place.start, words, wanted: told(wanted), given: told(given) });
  };
  return {
    counts: counts as Tally,
    wordsOf: ({ start, end }: Place) => wordsOf(start, end),
    /** Something has one answer: is it right? */
    judge(name: Scored, isRight: boolean, { place, wanted, given }: Answer) {
      const count = countOf(name, true);
      count.wanted += 1;
      if (isRight) count.right += 1;
      else miss(count, place, wanted, given);
    },
    /** Something that was wanted was given. */
    hit(name: Scored) {
      const count = found(name);
      count.right += 1;
      count.wanted += 1;
      count.given = (count.given ?? 0) + 1;
    },
    /** Something that was wanted was not given. */
    lack(name: Scored, place: Place, wanted: unknown) {
      const count = found(name);
      count.wanted += 1;
      miss(count, place, wanted, null);
    },
    /** Something was given that was not wanted. */
    spare(name: Scored, place: Place, given: unknown) {
      const count = found(name);
      count.given = (count.given ?? 0) + 1;
      miss(count, place, null, given);
    },
    /** Something else was given than was wanted. */
    mistake(name: Scored, { place, wanted, given }: Answer) {
      const count = found(name);
      count.wanted += 1;
      count.given = (count.given ?? 0) + 1;
      miss(count, place, wanted, given);
    },
  };
}

export type TallyKeeper = ReturnType<typeof startTally>;

type Place = { readonly start: number; readonly end: number };
export type Answer = { place: Place; wanted: unknown; given: unknown };

const told = (value: unknown): string | null =>
  value === null || value === undefined
    ? null
    : typeof value === 'string'
      ? value
      : JSON.stringify(value);

/** The counts of several drafts as of one. */
export function addTallies(tallies: readonly Tally[]): Tally {
  const sum = new Map<Scored, Count>();
  for (const [name, count] of tallies.flatMap((tally) => [...tally])) {
    const before = sum.get(name);
    sum.set(name, {
      right: (before?.right ?? 0) + count.right,
      wanted: (before?.wanted ?? 0) + count.wanted,
      given: count.given === null ? null : (before?.given ?? 0) + count.given,
      misses: [...(before?.misses ?? []), ...count.misses],
    });
  }
  return sum;
}

/** Shares from 0 to 1; null where there was nothing to find, or nothing was given. */
export const recallOf = ({ right, wanted }: Count) => (wanted === 0 ? null : right / wanted);
export const precisionOf = ({ right, given }: Count) =>
  given === null || given === 0 ? null : right / given;
