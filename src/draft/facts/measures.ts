import type { Passage } from '../../importer/read/shapes/terms.ts';
import { seedBounds } from '../../limits.ts';
import type { DraftMeasure, DraftSpan, Drafted } from '../draft.ts';
import { countWhile } from '../../text/count-while.ts';
import { said, titleOf } from './composing.ts';
import type { Composing } from './composing.ts';
import { sectionOf } from './outline.ts';
import type { OutlineSection } from './outline.ts';
import type { WrittenMeasure } from './written.ts';

/** A measure that facts can hold, with where its acts stand. */
export type PlacedMeasure = {
  readonly id: string;
  readonly section: OutlineSection;
  readonly acts: readonly DraftSpan[];
  readonly isPlanned: boolean;
  readonly written: WrittenMeasure;
};

/** The measures of a draft, as far as their acts can be quoted; why the others are left is noted. */
export function placeMeasures(composing: Composing): PlacedMeasure[] {
  return composing.draft.measures.flatMap((measure) => {
    if (!composing.concessions.isLive(measure.id)) return [];
    const placed = placeMeasure(composing, measure);
    if (!placed)
      composing.concessions.drop(measure.id, 'the words of its acts cannot be told from others');
    return placed ?? [];
  });
}

function placeMeasure(composing: Composing, measure: DraftMeasure): PlacedMeasure | null {
  const { concessions, outline } = composing;
  const { id, start, end, title, stage } = measure;
  const told = measure.acts.length > 0 ? measure.acts : [{ start, end }];
  const section = sectionOf(outline, told[0] ?? measure);
  if (!section) return null;
  const cut = concessions.has(id, 'trim-acts') ? withoutFigures(composing, told) : told;
  const all = quotedActs(composing, cut, section);
  const [first, ...others] = concessions.has(id, 'one-act') ? all.slice(0, 1) : all;
  if (!first) return null;
  const acts = others.slice(0, seedBounds.acts);
  return {
    id,
    section,
    acts: [first, ...acts].map(({ span }) => span),
    isPlanned: stage === 'PLANNED',
    written: {
      code: '',
      title: titleOf(title, composing.quoted.wordsOf(first.span)),
      ...(stage === 'PLANNED' && { stage }),
      quote: first.quote,
      ...(acts.length > 0 && { acts: acts.map(({ quote }) => quote) }),
      ...said(measure),
    },
  };
}

type Act = { span: DraftSpan; quote: Passage };

/** The acts inside a section that can be quoted, in the order of the text, none over another. */
function quotedActs({ quoted }: Composing, spans: readonly DraftSpan[], section: DraftSpan): Act[] {
  const acts: Act[] = [];
  for (const span of spans.toSorted((a, b) => a.start - b.start)) {
    const isApart = span.start >= (acts.at(-1)?.span.end ?? 0) && span.end > span.start;
    const quote = isApart ? quoted.passageOf(span, section) : null;
    if (quote !== null) acts.push({ span, quote });
  }
  return acts;
}

/** Acts without the words of figures: those that hold none or, where all do, what stands before the first figure. */
function withoutFigures({ draft }: Composing, acts: readonly DraftSpan[]): DraftSpan[] {
  const isIn = (act: DraftSpan) =>
    draft.figures.filter(({ start }) => start >= act.start && start < act.end);
  const bare = acts.filter((act) => isIn(act).length === 0);
  if (bare.length > 0) return bare;
  return acts.flatMap((act) => {
    const end = Math.min(...isIn(act).map(({ start }) => start));
    return end - act.start >= 2 ? { start: act.start, end } : [];
  });
}

const carrierRule: Drafted = {
  rule: 'measure-of-figure',
  review: 'no act was found in this paragraph: the words before its first figure stand for it',
};

/** Measures for figures that none was found for: one for each paragraph, of the words before its first such figure. */
export function createCarriers(composing: Composing) {
  const { quoted, clauses, concessions, figuresIn } = composing;
  const carriers = new Map<string, PlacedMeasure | null>();
  const feeds = Array.from(quoted.text).flatMap((point, at) => (point === '\n' ? [at] : []));
  return {
    all: () => [...carriers.values()].filter((carrier) => carrier !== null),
    of(section: OutlineSection, figure: DraftSpan): PlacedMeasure | null {
      const line = countWhile(feeds, (feed) => feed < figure.start);
      const id = `carrier ${section.code} ${line}`;
      const known = carriers.get(id);
      if (known !== undefined) return known;
      const next = clauses[countWhile(clauses, ({ end }) => end <= figure.start)];
      const clause = next && next.start <= figure.start ? next : undefined;
      const span = clause && wordsBeside(clause, figure);
      const quote = span && concessions.isLive(id) ? quoted.passageOf(span, section) : null;
      const carrier =
        span && quote !== null
          ? {
              id,
              section,
              acts: [span],
              isPlanned: false,
              written: {
                code: '',
                title: titleOf(quoted.wordsOf(span), ''),
                quote,
                ...said(carrierRule),
              },
            }
          : null;
      carriers.set(id, carrier);
      return carrier;
    },
  };

  /** The words of a clause between its figures: before this one or, where there are none, behind it. */
  function wordsBeside(clause: DraftSpan, figure: DraftSpan): DraftSpan | null {
    const inside = figuresIn(clause);
    const before = inside.filter(({ end }) => end > clause.start && end <= figure.start);
    const from = Math.max(clause.start, ...before.map(({ end }) => end));
    const next = inside.find(({ start }) => start >= figure.end)?.start ?? clause.end;
    const to = Math.min(clause.end, next);
    const spans = [
      { start: from, end: figure.start },
      { start: figure.end, end: to },
    ];
    return spans.find((span) => quoted.wordsOf(span).replaceAll(/\s/gu, '').length >= 2) ?? null;
  }
}
