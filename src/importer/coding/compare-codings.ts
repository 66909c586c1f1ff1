import { agreementOf } from '../../text/krippendorff.ts';
import type { Agreement } from '../../text/krippendorff.ts';
import type { Span } from '../resolve/quotes.ts';
import type { CodedOutcome, Coding } from './coding.ts';
import { matchItems } from './match-items.ts';
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
  const isOfBoth = ({ spans }: { spans: readonly Span[] }) =>
    [one, other].every(({ coded }) =>
      spans.some(({ start }) => coded.some((each) => start >= each.start && start < each.end)),
    );
  const measuresOf = ({ measures }: Coding) =>
    measures.map((each, at) => ({ ...each, at })).filter(isOfBoth);
  const measures = matchItems(measuresOf(one), measuresOf(other));
  const outcomes = matchItems(one.outcomes.filter(isOfBoth), other.outcomes.filter(isOfBoth));
  const partners = new Map(measures.pairs.map((pair) => [pair.other.at, pair.one.at]));
  const fields = comparedFields(outcomes, partners);
  const identical = outcomes.pairs.filter(({ overlap }) => overlap === 1).length;
  const shared = outcomes.pairs.reduce((sum, { overlap }) => sum + overlap, 0);
  const count = outcomes.pairs.length;
  return {
    one: one.coder,
    other: other.coder,
    items: [
      itemsOf('measures', measures),
      itemsOf('outcomes', outcomes),
      itemsOf('figures', only(outcomes, true)),
      itemsOf('statements', only(outcomes, false)),
    ],
    fields: fields.map(({ name, pairs }) => ({ name, ...agreementOf(pairs) })),
    loose: measures.pairs.flatMap(({ one: a, other: b, overlap }) =>
      overlap === 1 ? [] : [{ one: a.words, other: b.words, shared: share(overlap, 1) ?? 0 }],
    ),
    quotes: { identical: share(identical, count), shared: share(shared, count) },
    disagreements: [
      ...missing('measure', measures),
      ...missing('outcome', outcomes),
      ...fields.flatMap(({ name, pairs }) =>
        pairs.flatMap(([a, b], at) =>
          a === b
            ? []
            : [{ on: name, words: outcomes.pairs[at]?.one.words ?? '', one: a, other: b }],
        ),
      ),
    ],
  };
}

/**
 * What either coder says of the outcomes of both, field by field.
 * @param partners by the place of a measure of the other coder: that of the one's that it is
 */
function comparedFields({ pairs }: Matched<CodedOutcome>, partners: ReadonlyMap<number, number>) {
  const fields: Record<string, (outcome: CodedOutcome, isOther: boolean) => string> = {
    kind: ({ kind }) => kind,
    value: ({ value }) => String(value ?? ''),
    baseline: ({ baseline }) => String(baseline ?? ''),
    level: ({ level }) => level,
    basis: ({ basis }) => basis,
    period: ({ period }) => period,
    'period basis': ({ periodBasis }) => periodBasis,
    measure: ({ measure }, isOther) =>
      `measure ${String(isOther ? (partners.get(measure) ?? 'of one coder') : measure)}`,
  };
  return Object.entries(fields).map(([name, field]) => ({
    name,
    pairs: pairs.map(({ one, other }) => [field(one, false), field(other, true)] as const),
  }));
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
function only(matched: Matched<CodedOutcome>, figures: boolean): Matched<CodedOutcome> {
  const keep = ({ figure }: CodedOutcome) => (figure !== null) === figures;
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
