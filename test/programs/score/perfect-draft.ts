import type { Draft, DraftFigure, DraftSpan } from '../../../src/draft/draft.ts';
import type { Expected, ExpectedFigure, ExpectedPassage } from './expected/expected.ts';

const drafted = { rule: 'by-hand', review: null };

/** A draft that says just what is right: what a score holds a draft against, as a draft. */
export function perfectDraft({
  figures,
  measures,
  joinsActs,
  acts,
  statements,
  problems = [],
  documents = [],
  organizations = [],
  honours = [],
  headings = [],
  parts = [],
  links,
}: Expected): Draft {
  return {
    figures: figures.filter(({ optional }) => !optional).map(figureOf),
    measures: measures.map((measure, index) => ({
      ...drafted,
      ...spanOf(measure),
      id: measure.id,
      section: '',
      title: measure.label?.[0] ?? '',
      stage: stageOf(measure, acts),
      acts: joinsActs ? measure.spans : [spanOf(measures[index] ?? measure)],
    })),
    countedActs: [],
    statements: required(statements).map((each) => ({
      ...told(each),
      id: each.id,
      label: each.label?.[0] ?? '',
      measure: null,
    })),
    problems: required(problems).map((each) => ({
      ...told(each),
      id: each.id,
      section: '',
      title: each.label?.[0] ?? '',
      cause: null,
    })),
    links: links.map((link) => ({ ...drafted, ...link, basis: 'STATED', from: null })),
    documents: required(documents).map((each) => ({
      ...told(each),
      title: each.id,
      issuer: null,
    })),
    organizations: required(organizations).map((each) => ({
      ...told(each),
      id: each.id,
      name: each.id,
    })),
    honours: required(honours).map((each) => ({ ...told(each), name: each.id, awarder: null })),
    sections: [
      ...headings.map((each) => ({ ...sectionOf(each), heading: spanOf(each) })),
      ...parts.map((each) => ({
        ...sectionOf(each),
        heading: null,
        part: each.id as Draft['sections'][number]['part'],
      })),
    ],
    ratios: [],
  };
}

const required = (passages: readonly ExpectedPassage[]) =>
  passages.filter(({ optional }) => !optional);

const spanOf = ({ start, end }: DraftSpan) => ({ start, end });

const told = (passage: ExpectedPassage) => ({ ...drafted, ...spanOf(passage) });

const sectionOf = (passage: ExpectedPassage) => ({
  ...told(passage),
  id: passage.id,
  part: null,
  within: null,
});

const stageOf = (measure: ExpectedPassage, acts: Expected['acts']) =>
  acts.find(({ start }) => measure.spans.some((span) => span.start === start))?.stage ??
  'CARRIED_OUT';

function figureOf(figure: ExpectedFigure): DraftFigure {
  const [period = null] = figure.period ?? [];
  return {
    ...drafted,
    ...spanOf(figure),
    id: figure.id,
    quote: spanOf(figure),
    kind: figure.kind?.[0] ?? 'RESULT',
    value: figure.value?.[0] ?? 0,
    unit: figure.unit?.[0] ?? '',
    unitHead: null,
    noun: figure.noun?.[0] ?? figure.unitNouns[0] ?? null,
    qualifier: figure.qualifier?.[0] ?? 'EXACT',
    isRank: false,
    comparison: null,
    baseline: figure.baseline?.[0] ?? null,
    change: figure.change?.[0] ?? 'LEVEL',
    direction: figure.direction?.[0] ?? null,
    changeOf: null,
    period: period && { text: period.text, edtf: period.edtf ?? '', stated: true },
    label: figure.label?.[0] ?? '',
    whole: figure.whole?.[0] ?? null,
    measure: figure.measure?.[0] ?? null,
    indicator: figure.indicator?.[0] ?? null,
    level: figure.level?.[0] ?? null,
  };
}
