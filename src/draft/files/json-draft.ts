import { sliceCodePoints } from '../../text/code-points.ts';
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
  /** One for each act, those told with a figure too; the acts of one measure have its `id` and title. */
  readonly measures: readonly JsonAct[];
  readonly statements: readonly (Span & { label: string })[];
  /** SHA-256 of the stored text's UTF-8. */
  readonly sha256: string;
};

type JsonAct = Span & Pick<DraftMeasure, 'id' | 'title' | 'stage'>;

const spanOf = ({ start, end }: DraftSpan): Span => ({ start, end });

/** What others need to score a draft or to use it, and nothing of the facts that are made of it. */
export function asJson(draft: Draft, { text, digests }: ReadDocument): JsonDraft {
  return {
    figures: draft.figures.map((figure) => {
      const { id, value, unit, qualifier, baseline, kind, change, period, label, whole, measure } =
        figure;
      const told = { id, value, unit, qualifier, baseline, kind, change, period, label };
      return { ...spanOf(figure), ...told, whole, measure };
    }),
    measures: actsOf(draft, text),
    statements: draft.statements.map((statement) => ({
      ...spanOf(statement),
      label: statement.label,
    })),
    sha256: digests.text,
  };
}

function actsOf({ measures, countedActs }: Draft, text: string): JsonAct[] {
  const titles = new Map(measures.map(({ id, title }) => [id, title]));
  const told = measures.flatMap(({ id, title, stage, acts }) =>
    acts.map((act) => ({ id, ...spanOf(act), title, stage })),
  );
  const counted = countedActs.map((act, nth) => ({
    id: act.measure ?? `c${nth + 1}`,
    ...spanOf(act),
    title: titles.get(act.measure ?? '') ?? sliceCodePoints(text, act.start, act.end),
    stage: act.stage,
  }));
  return [...told, ...counted].toSorted((one, other) => one.start - other.start);
}
