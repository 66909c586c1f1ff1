import type {
  DraftFigure,
  DraftLink,
  DraftMeasure,
  DraftSpan,
} from '../../../../src/draft/draft.ts';

/** What is right: any of these values. Where nobody said what is right, it is not scored. */
export type Accepted<Value> = readonly Value[] | undefined;

/** A thing of the text; what is optional may be drafted or left out, and counts in neither case. */
type Item = DraftSpan & { readonly id: string; readonly optional: boolean };

export type ExpectedPeriod = { readonly text: string; readonly edtf?: string | undefined };

/** A figure by what is right of it, field by field as in a draft. */
export type ExpectedFigure = Item & {
  [
    Field in
      | 'kind'
      | 'value'
      | 'qualifier'
      | 'baseline'
      | 'change'
      | 'direction'
      | 'level'
      | 'indicator'
      | 'label'
      | 'whole'
      | 'measure'
      | 'noun'
  ]?: Accepted<DraftFigure[Field]>;
} & {
  /** As written; with and without the noun where both are one. */
  readonly unit?: Accepted<string>;
  /** The nouns that tell the unit from others with its classifier; none where that alone does. */
  readonly unitNouns: readonly string[];
  readonly period?: Accepted<ExpectedPeriod | null>;
};

/** A stretch of the text with what it is called; where it is apart, all of its stretches. */
export type ExpectedPassage = Item & {
  readonly spans: readonly DraftSpan[];
  readonly label?: Accepted<string>;
};

export type ExpectedAct = DraftSpan & {
  readonly optional: boolean;
  readonly stage: DraftMeasure['stage'];
};

/** What somebody decided on a text; lists that nobody made are undefined and not scored. */
export type Expected = {
  readonly figures: readonly ExpectedFigure[];
  readonly acts: readonly ExpectedAct[];
  /** Undefined where acts are told one by one and nobody joined them. */
  readonly measures: readonly ExpectedPassage[];
  /** Whether a measure is more than one of its acts. */
  readonly joinsActs: boolean;
  readonly statements: readonly ExpectedPassage[];
  readonly links: readonly Pick<DraftLink, 'measure' | 'outcome'>[];
  readonly problems: readonly ExpectedPassage[] | undefined;
  readonly documents: readonly ExpectedPassage[] | undefined;
  readonly organizations: readonly ExpectedPassage[] | undefined;
  readonly honours: readonly ExpectedPassage[] | undefined;
  readonly headings: readonly ExpectedPassage[] | undefined;
  readonly parts: readonly ExpectedPassage[] | undefined;
};
