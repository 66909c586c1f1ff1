import type { Scored } from './compare/tally.ts';

/** What a score has to reach, from 0 to 1. */
export type Bar = { readonly recall?: number; readonly precision?: number };
export type Bars = Partial<Record<Scored, Bar>>;

/** Where a text comes from: what it was written for says how much can be asked of a draft of it. */
export type Source = 'CURATED' | 'MADE_UP' | 'GOLD';

const both = (least: number): Bar => ({ recall: least, precision: least });

/** What drafts are held to, by where the text comes from. */
export const bars: Readonly<Record<Source, Bars>> = {
  CURATED: {
    figures: both(1),
    units: { recall: 0.98 },
    acts: both(0.95),
    measures: both(0.95),
    statements: both(0.9),
    links: both(0.9),
    documents: { recall: 1 },
    labels: { recall: 0.75 },
  },
  MADE_UP: {
    headings: { recall: 0.95 },
    units: { recall: 0.95 },
    levels: { recall: 0.95 },
    periods: both(0.95),
    wholes: both(0.95),
    targets: both(0.95),
    statements: both(0.85),
    labels: { recall: 0.8 },
  },
  GOLD: {
    figures: { recall: 0.98, precision: 0.95 },
    values: { recall: 0.99 },
    units: { recall: 0.97 },
    qualifiers: { recall: 0.97 },
    kinds: { recall: 0.95 },
    labels: { recall: 0.8 },
    baselines: { recall: 0.9 },
    acts: both(0.85),
    statements: { recall: 0.6 },
  },
};
