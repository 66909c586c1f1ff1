import { agreementOf } from '../../text/krippendorff.ts';
import type { Agreement } from '../../text/krippendorff.ts';
import type { CodedOutcome, Coding } from './coding.ts';
import { compareFields } from './compare-fields.ts';
import { matchCodings } from './match-codings.ts';
import type { Matched } from './match-items.ts';

/** How far two coders saw the same things: those of both, and those of one alone. */
type ItemAgreement = {
  name: string;
  both: number;
  onlyOne: number;
  onlyOther: number;
  /** Twice those of both in per cent of all that either found (Dice); null without any. */
  percent: number | null;
};

type FieldAgreement = { name: string } & Agreement;

type Disagreement = {
  /** What they disagree on: that it is there, or one of its fields. */
  on: string;
  words: string;
  one: string;
  other: string;
};

/** How two codings of one report agree. */
export type Comparison = {
  one: string;
  other: string;
  items: ItemAgreement[];
  fields: FieldAgreement[];
  /** Measures of both that are not the same words to the letter. */
  loose: { one: string; other: string; shared: number }[];
  /** Per cent of the joined outcomes whose quotes are identical, and how much of the words is shared. */
  quotes: { identical: number | null; shared: number | null };
  disagreements: Disagreement[];
};

/** Compares two codings over what both coded: first what is there, then what is said of it. */
export function compareCodings(one: Coding, other: Coding): Comparison {
  const matched = matchCodings(one, other);
  const { measures, outcomes, targets, problems } = matched;
  const fields = compareFields(matched);
  const identical = outcomes.pairs.filter(({ overlap }) => overlap === 1).length;
  const shared = outcomes.pairs.reduce((sum, { overlap }) => sum + overlap, 0);
  const count = outcomes.pairs.length;
  const ahead = [
    itemsOf('targets', targets),
    itemsOf('problems', problems),
    itemsOf('answers', matched.answers),
  ];
  return {
    one: one.coder,
    other: other.coder,
    items: [
      itemsOf('measures', measures),
      itemsOf('outcomes', outcomes),
      itemsOf('figures', only(outcomes, true)),
      itemsOf('statements', only(outcomes, false)),
      // Of a report without a plan or shortcomings nothing is said.
      ...ahead.filter(({ both, onlyOne, onlyOther }) => both + onlyOne + onlyOther > 0),
    ],
    fields: fields.map(({ name, pairs }) => ({
      name,
      ...agreementOf(pairs.map(({ one: mine, other: theirs }) => [mine, theirs])),
    })),
    loose: measures.pairs.flatMap(({ one: a, other: b, overlap }) =>
      overlap === 1 ? [] : [{ one: a.words, other: b.words, shared: share(overlap, 1) ?? 0 }],
    ),
    quotes: { identical: share(identical, count), shared: share(shared, count) },
    disagreements: [
      ...missing('measure', measures),
      ...missing('outcome', outcomes),
      ...missing('target', targets),
      ...missing('problem', problems),
      ...missing('answer', matched.answers),
      ...fields.flatMap(({ name, pairs }) =>
        pairs.flatMap(({ words, one: mine, other: theirs }) =>
          mine === theirs ? [] : [{ on: name, words, one: mine, other: theirs }],
        ),
      ),
    ],
  };
}

const share = (part: number, whole: number) =>
  whole === 0 ? null : Number(((part / whole) * 100).toFixed(1));

function itemsOf(name: string, { pairs, onlyOne, onlyOther }: Matched<unknown>): ItemAgreement {
  const both = pairs.length;
  const all = both * 2 + onlyOne.length + onlyOther.length;
  return {
    name,
    both,
    onlyOne: onlyOne.length,
    onlyOther: onlyOther.length,
    percent: share(both * 2, all),
  };
}

/** Figures alone, or results in words alone. */
function only<Item extends CodedOutcome>(matched: Matched<Item>, figures: boolean): Matched<Item> {
  const keep = ({ figure }: Item) => (figure !== null) === figures;
  return {
    pairs: matched.pairs.filter(({ one }) => keep(one)),
    onlyOne: matched.onlyOne.filter(keep),
    onlyOther: matched.onlyOther.filter(keep),
  };
}

function missing(what: string, { onlyOne, onlyOther }: Matched<{ words: string }>): Disagreement[] {
  const told = (words: string, one: string, other: string) => ({ on: what, words, one, other });
  return [
    ...onlyOne.map(({ words }) => told(words, 'there', 'not there')),
    ...onlyOther.map(({ words }) => told(words, 'not there', 'there')),
  ];
}
