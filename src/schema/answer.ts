import { answers } from '../db/tables/plan.ts';
import { connection } from '../fields/connection.ts';
import { builder } from './builder.ts';
import { edgeParts } from './edge.ts';
import { LinkBasis } from './enums.ts';
import { Measure, measureListing } from './measure.ts';
import { Problem, problemListing } from './problem.ts';
import { worded } from './worded.ts';

/** That a planned measure is set against a problem, seen from either end. */
function edge(name: string, far: 'measure' | 'problem') {
  const { cursor, node, select } = edgeParts(far);
  return builder.drizzleObject('answers', {
    variant: name,
    description: `That a planned measure is set against a problem, with the ${far} at the other end.`,
    select,
    fields: (t) => ({
      cursor: t.string(cursor),
      node: t.relation(far, { ...node, description: `The ${far} at the other end.` }),
      basis: t.expose('basis', {
        type: LinkBasis,
        description: 'What sets the two against each other.',
      }),
      note: worded(t, answers, {
        nullable: true,
        description:
          'Why the measure answers the problem; there where a curator says that it does.',
        of: ({ noteZh, noteEn }) => ({ zh: noteZh, en: noteEn }),
      }),
      evidence: t.relation('evidence', {
        nullable: true,
        description: 'The words that say so; there for every STATED one.',
      }),
    }),
  });
}

const problemMeasures = connection(builder, 'ProblemMeasure', {
  node: Measure,
  links: { edge: edge('ProblemMeasureEdge', 'measure'), through: 'measure' },
  of: 'the planned measures that are set against a problem',
  facets: measureListing,
});

const measureProblems = connection(builder, 'MeasureProblem', {
  node: Problem,
  links: { edge: edge('MeasureProblemEdge', 'problem'), through: 'problem' },
  of: 'the problems that a planned measure is set against',
  facets: problemListing,
});

builder.drizzleObjectField(Problem, 'answeredBy', (t) =>
  t.related(measureListing, {
    description:
      'The planned measures that are set against it; each edge says what that rests on. Empty where nothing is.',
    connection: problemMeasures,
    relation: 'answers',
    through: 'measure',
  }),
);

builder.drizzleObjectField(Measure, 'answers', (t) =>
  t.related(problemListing, {
    description: 'The problems that it is set against; empty for what is carried out already.',
    connection: measureProblems,
    relation: 'answers',
    through: 'problem',
  }),
);
