/** What is said about a synthetic report, in the shape of facts.json. */

/** In reports that are told in Chinese alone, English is left out. */
export type FactWords = { zh: string; en?: string };

/** A unit of the vocabulary, or a classifier that makes one of the report's own: with what it counts, where that is said. */
export type FactUnit = string | { classifier: string; noun: string };

/** Of what a rule said: which rule, and why a person should look at it. */
type Said = { origin?: 'draft'; review?: string };

type Quote = string | { exact: string; prefix?: string; suffix?: string };

export type OutcomeFacts = Said & {
  code: string;
  label: FactWords;
  level: string;
  quote: Quote;
  value?: number;
  /** A place in a ranking, in place of a value. */
  rank?: number;
  unit?: FactUnit;
  baseline?: number;
  /** In place of a value or beside it: by how much something changed, a fall below zero. */
  change?: number;
  /** Beside a value: by how many per cent of what was before it changed. */
  changePercent?: number;
  statement?: string;
  partial?: true;
  period?: { text: string; edtf?: string };
  indicator?: string;
  dimension?: FactWords;
  note?: FactWords;
  /** Left out by a part, which hangs as its whole does. */
  link?: { basis: 'STATED'; from: string } | { basis: 'SAME_POINT' };
  parts?: OutcomeFacts[];
};

export type TargetFacts = Said & {
  code: string;
  label: FactWords;
  quote: string;
  value?: number;
  change?: number;
  unit?: FactUnit;
  statement?: string;
  indicator?: string;
  deliverable?: string;
  due?: { text: string; edtf: string; basis?: 'INFERRED' };
  revises?: string;
};

export type AnswerFacts =
  | { measure: string; basis: 'STATED'; quote: string }
  | { measure: string; basis: 'CURATED'; note: FactWords };

export type ProblemFigureFacts = { label: FactWords; quote: string; value: number; unit: FactUnit };

export type ProblemFacts = Said & {
  code: string;
  title: FactWords;
  quote: string;
  cause?: string;
  framework: readonly string[];
  figures?: ProblemFigureFacts[];
  answeredBy: AnswerFacts[];
};

export type MeasureFacts = Said & {
  code: string;
  title: FactWords;
  stage?: 'PLANNED';
  continues?: { measure: string; basis: 'CURATED'; note: FactWords };
  quote: string;
  /** Its other acts, in the order of the text. */
  acts: string[];
  framework: readonly string[];
  documents: { code: string; relation: string }[];
  organizations: { code: string; role: 'ACTOR' }[];
  outcomes: OutcomeFacts[];
  targets?: TargetFacts[];
};

export type SectionFacts = {
  code: string;
  title: FactWords;
  starts: string;
  /** How deep it stands; 1 where left out. */
  depth?: number;
  heading?: string;
  measures: MeasureFacts[];
  targets?: TargetFacts[];
  problems?: ProblemFacts[];
};

export type CheckFacts =
  | { kind: 'RATIO'; rate: string; count: string; base: string }
  | { kind: 'SUBSET'; part: string; whole: string }
  | { kind: 'SAME_FACT'; code: string; outcomes: string[] };

export type LinkFacts = { measure: string; outcome: string; basis: 'CURATED'; note: FactWords };

export type Facts = {
  report: {
    kind: string;
    title: FactWords;
    place: string;
    publisher: string;
    publishedOn?: string;
    period: { text: string; quote: string; edtf: string };
  };
  origins?: { code: 'draft'; kind: 'RULE'; name: string; version: string }[];
  organizations: { code: string; quote: Quote }[];
  documents: (Said & { code: string; title: FactWords; quote: string })[];
  honours: object[];
  sections: SectionFacts[];
  links: LinkFacts[];
  checks: CheckFacts[];
  waivers: { quote: string; reason: FactWords }[];
  parts: { part: string; quote: string }[];
};
