import type { FactUnit } from './facts.ts';

/**
 * What a synthetic report is made of. A template is data: the words that go into the text and what
 * they state. Text and facts are both written from it, so every quote stands in the text.
 *
 * In words, `{}` is the figure, `{from}` the one before, `{by}` how far it moved and `{way}` which way (下降), `{county}`, `{city}`, `{province}`,
 * `{year}` and `{next}`, the year after, are the report's, and `<a|b>` is one of several wordings.
 */

/** A wording in Chinese and in English. */
export type Pair = readonly [zh: string, en: string];

/** From and to, both included. */
export type Range = readonly [from: number, to: number];

/** Where a figure comes from; without any of these it is drawn from its range. */
type SyntheticSource = {
  /** A number that the report tells several times, such as how many townships there are. */
  fact?: 'townships' | 'villages' | 'departments';
  /** At most the figure of an outcome before it, mostly nearly all of it. */
  shareOf?: string;
  /** The rate of two outcomes before it, in per cent; sometimes not the one that follows. */
  rateOf?: { count: string; base: string };
};

export type SyntheticFigure = SyntheticSource & {
  /** Code of a unit of the vocabulary, one of whose classifiers follows the figure; or a unit of the report's own. */
  unit: FactUnit;
  range?: Range;
  /** The range of the figure before, which stands as `{from}`. */
  from?: Range;
  /** Whether it may be told roughly: 80余, 3.5万, 近300. */
  rough?: boolean;
  /** Whether it is a place in a ranking, which has no unit. */
  isRank?: true;
  /** By how much it moved, which stands as `{by}` beside it, and which way. */
  by?: { range: Range; way: 'INCREASE' | 'DECREASE' };
  /**
   * In place of `by`: it moved from what the year before had, which its report tells as well. The range is in tenths
   * where it is a rate, and the move in per cent where it is none.
   */
  isCarried?: true;
  /** Where the figure is itself the amount of a change. */
  change?: 'INCREASE' | 'DECREASE';
};

type ToldFact = {
  code: string;
  label: Pair;
  words: string;
  note?: Pair;
  indicator?: string;
};

/** A part of a whole, with the figure's share of it left to chance. */
type SectionPart = { code: string; dimension: Pair; words: string; indicator?: string };

/** A result: a figure, or a statement in its own words. */
export type Outcome = ToldFact & {
  level: 'OUTPUT' | 'OUTCOME' | 'IMPACT' | 'SCOPE';
  figure?: SyntheticFigure;
  /** Whether the words before it join it to its measure. */
  joined?: boolean;
  parts?: readonly SectionPart[];
  /** What its words tell with the same figure: 响应率、办结率均为100%. */
  shared?: { code: string; label: Pair };
  /** Whether its parts are only some of them. */
  partial?: boolean;
};

/** That a document was issued, carried out or named; `words` hold its title as `{}`. */
export type Naming = {
  document: string;
  title: Pair;
  words: string;
  relation: 'ISSUES' | 'IMPLEMENTS' | 'CITES';
};

/** A stretch of a sentence; a plain text is an act. */
export type Clause = string | Outcome | Naming;

export type Measure = {
  code: string;
  title: Pair;
  /** The words that say what was done; they stand once in the section. */
  words: string;
  framework: readonly string[];
  clauses: readonly Clause[];
};

/** What is to be reached: a figure, or what its words state. `{due}` is when. */
export type TargetTemplate = {
  code: string;
  label: Pair;
  words: string;
  figure?: SyntheticFigure;
  indicator?: string;
  deliverable?: string;
  /** By the end or the middle of the next year, or by the end of the outline, of which every report may tell anew. */
  due?: 'END' | 'JUNE' | 'OUTLINE';
};

/** What is to be done in the next year. */
export type PlannedMeasure = {
  code: string;
  title: Pair;
  words: string;
  framework: readonly string[];
  /** The measure of the next report that carries it on. */
  carries?: string;
  /** Whether it is said who carries it out. */
  isOwned?: true;
  /** The problem that it answers, and the words before it that say so. */
  answers?: { problem: string; words?: string };
  targets: readonly TargetTemplate[];
};

/** What falls short. */
export type SyntheticProblem = {
  code: string;
  title: Pair;
  words: string;
  framework: readonly string[];
  figure?: { label: Pair; words: string; figure: SyntheticFigure };
  cause?: string;
};

export type SyntheticSection = {
  code: string;
  title: Pair;
  heading: string;
  measures: readonly Measure[];
};

/** Words for a stretch of time, and which one of a year they mean. */
export const periods = {
  全年: (year: number) => `${year}`,
  上半年: (year: number) => `${year}-01/${year}-06`,
  今年以来: (year: number) => `${year}/`,
  截至目前: () => null,
} as const;

export type PeriodName = keyof typeof periods;
