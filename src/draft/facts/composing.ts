import type { Clause } from '../../text/clause.ts';
import { findClauses } from '../../text/clause.ts';
import { countWhile } from '../../text/count-while.ts';
import { findStops } from '../../text/point.ts';
import type { Stops } from '../../text/point.ts';
import type { Draft, DraftFigure, DraftLink, DraftSpan, Drafted } from '../draft.ts';
import { createConcessions } from './concessions.ts';
import type { Concessions } from './concessions.ts';
import { outlineOf } from './outline.ts';
import type { OutlineSection } from './outline.ts';
import { quotedText } from './passage.ts';
import type { QuotedText } from './passage.ts';
import type { DraftVocabulary } from './vocabulary.ts';

/** What the parts of composing facts share. */
export type Composing = {
  readonly quoted: QuotedText;
  readonly draft: Draft;
  readonly outline: readonly OutlineSection[];
  readonly vocabulary: DraftVocabulary;
  readonly clauses: readonly Clause[];
  readonly stops: Stops;
  readonly figures: ReadonlyMap<string, DraftFigure>;
  /** The figures that begin within a stretch, in the order of the text. */
  readonly figuresIn: (span: DraftSpan) => readonly DraftFigure[];
  /** By the level's id: the figures that are told as its changes. */
  readonly moves: ReadonlyMap<string | null, readonly DraftFigure[]>;
  readonly links: ReadonlyMap<string, DraftLink>;
  readonly concessions: Concessions;
};

export function composingOf(text: string, draft: Draft, vocabulary: DraftVocabulary): Composing {
  const quoted = quotedText(text);
  const inOrder = draft.figures.toSorted((one, other) => one.start - other.start);
  return {
    quoted,
    draft,
    vocabulary,
    outline: outlineOf(quoted, draft.sections),
    clauses: findClauses(text),
    stops: findStops(text),
    figures: new Map(draft.figures.map((figure) => [figure.id, figure])),
    figuresIn: ({ start, end }) =>
      inOrder.slice(
        countWhile(inOrder, (figure) => figure.start < start),
        countWhile(inOrder, (figure) => figure.start < end),
      ),
    moves: Map.groupBy(draft.figures, ({ changeOf }) => changeOf),
    links: new Map(draft.links.map((link) => [linkKey(link), link])),
    concessions: createConcessions(),
  };
}

export const linkKey = ({ measure, outcome }: Pick<DraftLink, 'measure' | 'outcome'>): string =>
  `${measure} ${outcome}`;

/** Where an item came from and, where its rule or the writing of it is unsure, why. */
export function said(
  { rule, review }: Drafted,
  more: readonly (string | null)[] = [],
): { review?: string; origin: string } {
  const reasons = [review, ...more].filter((reason) => reason !== null && reason !== '');
  const told = reasons.join('; ').slice(0, 1900);
  return { ...(told !== '' && { review: told }), origin: originOfRule(rule) };
}

/** The code of the origin of what a rule said. */
export const originOfRule = (rule: string): string => {
  const slug = rule
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 60);
  return slug === '' ? 'rule' : slug;
};

/** What a figure counts, and what it is held against; its quote where nothing says so. */
export const labelOf = ({ label, comparison }: DraftFigure, quote: string): { zh: string } =>
  titleOf(`${label}${comparison ?? ''}`, quote);

/** Words of a text as a title or a label: in one line, and not too long. */
export function titleOf(words: string, otherwise: string): { zh: string } {
  const line = words.replaceAll(/\s+/gu, ' ').trim();
  const points = Array.from(line === '' ? otherwise.replaceAll(/\s+/gu, ' ').trim() : line);
  return { zh: points.length === 0 ? '未命名' : points.slice(0, 200).join('') };
}
