/**
 * What the rules found in one report's text, before it becomes facts. Spans are code points of the stored
 * text, start included, end excluded. Nothing here is invented: labels and titles are the text's own words.
 */

import type { RequiredPart } from '../vocabulary.ts';

export type DraftSpan = { readonly start: number; readonly end: number };

/** Which rule made an item and, where it is not sure, why, in words for the reviewer. */
export type Drafted = {
  /** Stable name of the rule, such as `label-before-verb`; kept as the item's origin after acceptance. */
  readonly rule: string;
  /** Why a person should look; null where the rule is sure. */
  readonly review: string | null;
};

/** `BACKGROUND` is true of the text and claimed by nothing that the government did, plans or lacks. */
export type FigureKind = 'RESULT' | 'TARGET' | 'PROBLEM' | 'BACKGROUND';

export type DraftSection = Drafted &
  DraftSpan & {
    readonly id: string;
    /** Without its number; null for what stands before the first heading or has none. */
    readonly heading: DraftSpan | null;
    readonly part: RequiredPart | null;
    /** The section that holds it. */
    readonly within: string | null;
  };

/** Acts of government that are one measure; the place of a measure is that of its first act, its quote. */
export type DraftMeasure = Drafted &
  DraftSpan & {
    readonly id: string;
    readonly section: string;
    readonly title: string;
    readonly stage: 'CARRIED_OUT' | 'PLANNED';
    /** All of its acts in order, the quote too. */
    readonly acts: readonly DraftSpan[];
  };

/** An act told with a figure, which the facts tell by that figure; `measure` is the one that it is told with. */
export type DraftCountedAct = Drafted &
  DraftSpan & { readonly measure: string | null; readonly stage: DraftMeasure['stage'] };

export type DraftFigure = Drafted &
  DraftSpan & {
    readonly id: string;
    readonly kind: FigureKind;
    /** The words that prove it: the shortest run that says what it counts. */
    readonly quote: DraftSpan;
    readonly value: number;
    /** As written, in simplified characters; empty where there is none. */
    readonly unit: string;
    /** Of a number alone in a cell of a table: the words of a head or a caption that tell its unit; null elsewhere. */
    readonly unitHead: DraftSpan | null;
    /** The noun that a classifier counts, as written; null where the text names none. */
    readonly noun: string | null;
    readonly qualifier: string;
    /** Whether it is a place in a ranking: 居全市第2位. */
    readonly isRank: boolean;
    /** What its words hold it against (高于全省平均水平), so that it says how far apart the two are; null elsewhere. */
    readonly comparison: string | null;
    /** Of a change: where it began, in `unit`; null where that is told in another unit. */
    readonly baseline: number | null;
    readonly change: 'LEVEL' | 'BY' | 'RATE_OF_CHANGE';
    readonly direction: 'UP' | 'DOWN' | null;
    /** Of a change: the level told beside it, of which it is the change (O6); null where none is. */
    readonly changeOf: string | null;
    /** The period's own words and its EDTF; null where the text tells none. */
    readonly period: {
      readonly text: string;
      /** Null where the words tell no date: 截至目前. */
      readonly edtf: string | null;
      readonly stated: boolean;
    } | null;
    /** What is counted, in the text's own words; empty where the clause names nothing. */
    readonly label: string;
    /** The figure that it is a part of. */
    readonly whole: string | null;
    /** The measure that it came of. */
    readonly measure: string | null;
    /** Code of the vocabulary's indicator whose phrase the label holds. */
    readonly indicator: string | null;
    readonly level: 'SCOPE' | 'OUTPUT' | 'OUTCOME' | 'IMPACT' | null;
  };

/** A result told without a figure. */
export type DraftStatement = Drafted &
  DraftSpan & { readonly id: string; readonly label: string; readonly measure: string | null };

/** A shortcoming that the text admits, and its cause where told. */
export type DraftProblem = Drafted &
  DraftSpan & {
    readonly id: string;
    readonly section: string;
    readonly title: string;
    readonly cause: DraftSpan | null;
  };

/** A measure and what came of it, joined by the text itself (`STATED`) or by standing together. */
export type DraftLink = Drafted & {
  readonly measure: string;
  /** Id of a figure or statement. */
  readonly outcome: string;
  readonly basis: 'STATED' | 'SAME_POINT';
  /** Of a `STATED` link: the words of the act from which its evidence runs to those of the outcome; else null. */
  readonly from: DraftSpan | null;
};

export type DraftDocument = Drafted &
  DraftSpan & { readonly title: string; readonly issuer: string | null };
export type DraftOrganization = Drafted &
  DraftSpan & { readonly id: string; readonly name: string };
export type DraftHonour = Drafted &
  DraftSpan & { readonly name: string; readonly awarder: string | null };

/** A rate beside the count and the base that it is of: ids of figures. */
export type DraftRatio = Drafted & {
  readonly rate: string;
  readonly count: string;
  readonly base: string;
};

/** All that the rules say of one text, in the order of the text. */
export type Draft = {
  readonly sections: readonly DraftSection[];
  readonly measures: readonly DraftMeasure[];
  readonly countedActs: readonly DraftCountedAct[];
  readonly figures: readonly DraftFigure[];
  readonly statements: readonly DraftStatement[];
  readonly problems: readonly DraftProblem[];
  readonly links: readonly DraftLink[];
  readonly documents: readonly DraftDocument[];
  readonly organizations: readonly DraftOrganization[];
  readonly honours: readonly DraftHonour[];
  readonly ratios: readonly DraftRatio[];
};
