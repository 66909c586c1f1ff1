import { sliceCodePoints } from '../../text/code-points.ts';
import type { ReadDocument } from '../../readers/document.ts';
import { toldActs } from '../acts/counted/told-acts.ts';
import type { Draft, DraftFigure, DraftMeasure, DraftSpan } from '../draft.ts';

type Span = Pick<DraftSpan, 'start' | 'end'>;

/** A draft as it is printed: places are code points of the stored text, and no two items have one id. */
export type JsonDraft = {
  /** The file as it was named. */
  readonly file: string;
  readonly figures: readonly (Span &
    Pick<
      DraftFigure,
      | 'id'
      | 'value'
      | 'unit'
      | 'qualifier'
      | 'baseline'
      | 'kind'
      | 'change'
      | 'period'
      | 'label'
      | 'whole'
      | 'measure'
    >)[];
  /** One for each act, those told with a figure too; the acts of one measure have it as `measure`, and its title. */
  readonly measures: readonly JsonAct[];
  readonly statements: readonly (Span & { id: string; label: string; measure: string | null })[];
  /** SHA-256 of the stored text's UTF-8. */
  readonly sha256: string;
};

/** The first act of a measure has the measure's id, which figures and statements name. */
type JsonAct = Span & Pick<DraftMeasure, 'id' | 'title' | 'stage'> & { readonly measure: string };

/** A file that was not drafted: why not. Its line stands where that of its draft would. */
export type JsonFailure = { readonly file: string; readonly error: string };

const spanOf = ({ start, end }: DraftSpan): Span => ({ start, end });

/** What others need to score a draft or to use it, and nothing of the facts that are made of it. */
export function asJson(draft: Draft, { text, digests }: ReadDocument): Omit<JsonDraft, 'file'> {
  return {
    figures: draft.figures.map((figure) => {
      const { id, value, unit, qualifier, baseline, kind, change, period, label, whole, measure } =
        figure;
      const told = { id, value, unit, qualifier, baseline, kind, change, period, label };
      return { ...spanOf(figure), ...told, whole, measure };
    }),
    measures: actsOf(draft, text),
    statements: draft.statements.map((statement) => {
      const { id, label, measure } = statement;
      return { ...spanOf(statement), id, label, measure };
    }),
    sha256: digests.text,
  };
}

function actsOf(draft: Draft, text: string): JsonAct[] {
  const titles = new Map(draft.measures.map(({ id, title }) => [id, title]));
  const counts = new Map<string, number>();
  return toldActs(draft).map(({ start, end, measure, stage }) => {
    const own = measure ?? 'c';
    const nth = (counts.get(own) ?? 0) + 1;
    counts.set(own, nth);
    const id = measure === null ? `c${nth}` : nth === 1 ? measure : `${measure}.${nth}`;
    const title = titles.get(own) ?? sliceCodePoints(text, start, end);
    return { id, start, end, title, stage, measure: measure ?? id };
  });
}
