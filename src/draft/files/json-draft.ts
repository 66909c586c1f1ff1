import type { ReadDocument } from '../../readers/document.ts';
import type { Draft, DraftFigure, DraftMeasure, DraftSpan } from '../draft.ts';

type Span = Pick<DraftSpan, 'start' | 'end'>;

/** A draft as it is printed: places are code points of the stored text. */
export type JsonDraft = {
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
  readonly measures: readonly (Span &
    Pick<DraftMeasure, 'id' | 'title' | 'stage'> & { acts: Span[] })[];
  readonly statements: readonly (Span & { label: string })[];
  /** SHA-256 of the stored text's UTF-8. */
  readonly sha256: string;
};

const spanOf = ({ start, end }: DraftSpan): Span => ({ start, end });

/** What others need to score a draft or to use it, and nothing of the facts that are made of it. */
export function asJson(draft: Draft, { digests }: ReadDocument): JsonDraft {
  return {
    figures: draft.figures.map((figure) => {
      const { id, value, unit, qualifier, baseline, kind, change, period, label, whole, measure } =
        figure;
      const told = { id, value, unit, qualifier, baseline, kind, change, period, label };
      return { ...spanOf(figure), ...told, whole, measure };
    }),
    measures: draft.measures.map((measure) => {
      const { id, title, stage, acts } = measure;
      return { id, ...spanOf(measure), title, stage, acts: acts.map(spanOf) };
    }),
    statements: draft.statements.map((statement) => ({
      ...spanOf(statement),
      label: statement.label,
    })),
    sha256: digests.text,
  };
}
