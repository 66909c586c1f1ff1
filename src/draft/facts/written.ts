import type { Passage } from '../../importer/read/shapes/terms.ts';

/** What a draft writes of a report, in the shape of facts.yaml: only the fields that it ever fills. */

type WrittenWords = { zh: string; en?: string };

type Said = { review?: string; origin?: string };

export type WrittenFigure = {
  value?: number;
  rank?: number;
  change?: number;
  changePercent?: number;
  baseline?: number;
  figure?: string;
  unit?: string | { classifier: string; noun?: string; head?: Passage };
  indicator?: string;
};

export type WrittenPeriod = { text: string; edtf?: string; basis?: 'STATED' | 'INFERRED' };

export type WrittenLink = Said & { basis: 'STATED' | 'SAME_POINT'; from?: Passage };

export type WrittenOutcome = Said &
  WrittenFigure & {
    code: string;
    label: WrittenWords;
    level?: string;
    dimension?: WrittenWords;
    quote?: Passage;
    statement?: string;
    partial?: boolean;
    period?: WrittenPeriod;
    link?: WrittenLink;
    parts?: WrittenOutcome[];
  };

export type WrittenTarget = Said &
  WrittenFigure & { code: string; label: WrittenWords; quote: Passage; due?: WrittenPeriod };

export type WrittenMeasure = Said & {
  code: string;
  title: WrittenWords;
  stage?: 'PLANNED';
  quote: Passage;
  acts?: Passage[];
  link?: WrittenLink;
  outcomes?: WrittenOutcome[];
  targets?: WrittenTarget[];
};

export type WrittenProblem = Said & {
  code: string;
  title: WrittenWords;
  quote: Passage;
  cause?: Passage;
  figures?: (WrittenFigure & { label: WrittenWords; quote: Passage })[];
};

export type WrittenSection = {
  code: string;
  title: WrittenWords;
  starts: Passage;
  heading?: string;
  depth?: number;
  measures?: WrittenMeasure[];
  targets?: WrittenTarget[];
  problems?: WrittenProblem[];
};

export type WrittenWaiver = { quote: Passage; reason: WrittenWords };

export type WrittenFacts = {
  report: {
    kind: string;
    title: WrittenWords;
    place: string;
    publisher?: string | { code: string; quote: Passage };
    publishedOn?: string | { date: string; quote: Passage };
    period?: WrittenPeriod & { quote: Passage };
    url?: string;
  };
  origins: { code: string; kind: 'RULE'; name: string; version: string }[];
  organizations?: (Said & { code: string; quote: Passage })[];
  documents?: (Said & { code: string; title: WrittenWords; issuer?: string; quote: Passage })[];
  honours?: (Said & {
    code: string;
    name: WrittenWords;
    place: string;
    awarder?: string;
    quote: Passage;
  })[];
  sections: WrittenSection[];
  checks?: { kind: 'RATIO'; rate: string; count: string; base: string }[];
  waivers?: WrittenWaiver[];
  parts?: { part: string; quote: Passage }[];
};
