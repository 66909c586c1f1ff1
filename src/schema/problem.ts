import { problemFigures, problems } from '../db/tables/plan.ts';
import { indicators as indicatorTable } from '../db/tables/unit.ts';
import { connection } from '../fields/connection.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { seedBounds } from '../limits.ts';
import { builder, rootFields } from './builder.ts';
import { edgeParts } from './edge.ts';
import { figureParts } from './figure.ts';
import { FrameworkItem, frameworkItemListing } from './framework.ts';
import { idsOf, matchingText } from './id-sets.ts';
import {
  byTitle,
  byYear,
  inTextOrder,
  place,
  present,
  report,
  rulesOfWhere,
  section,
  some,
  theirCodes,
  year,
} from './listing-terms.ts';
import { Change, Quantity } from './quantity.ts';
import { origin, reviewReason, reviewState, rulesOfOrigin, rulesOfReview } from './review.ts';
import { translated, worded } from './worded.ts';
import { pageUrl } from './url.ts';

const filters = filterFieldsOf('problems');

export const problemListing = declareListing({
  table: 'problems',
  typename: 'Problem',
  rules: {
    codes: filters.ownCodes(theirCodes),
    ...rulesOfWhere(filters),
    years: filters.anyOf('Int', 'The years of their reports.', (values) => ({
      year: { in: values },
    })),
    frameworkItems: filters.codes(
      'frameworkItems',
      'The codes of framework items that they fall under.',
      (values) => ({ frameworkItems: { code: { in: values } } }),
    ),
    indicators: filters.codes(
      'indicators',
      'The codes of the indicators that any of their figures observes.',
      (values) => ({ figures: { indicatorId: { in: idsOf(indicatorTable, values) } } }),
    ),
    ...rulesOfReview(filters),
    ...rulesOfOrigin(filters),
    hasTranslation: filters.boolean('Whether their title is there in English.', (holds) => ({
      titleEn: present(holds),
    })),
    hasAnswer: filters.boolean('Whether any planned measure is set against them.', (holds) =>
      some(holds, { answers: true }),
    ),
    hasCause: filters.boolean('Whether the text gives their cause.', (holds) => ({
      causeEvidenceId: present(holds),
    })),
    hasFigures: filters.boolean('Whether any figure tells how far they go.', (holds) =>
      some(holds, { figures: true }),
    ),
    text: filters.text('Words in their title and the words that tell them.', (typed) => ({
      searchId: matchingText('PROBLEM', typed),
    })),
    report: filters.relation('report', 'Problems of a report that passes this.'),
    measures: filters.relation('measures', 'Problems that such a planned measure answers.'),
  },
  orders: { TEXT_ORDER: inTextOrder, TITLE: byTitle, YEAR: byYear },
  facets: { reports: report, sections: section, places: place, years: year },
});

export const Problem = builder.drizzleNode('problems', {
  name: 'Problem',
  description:
    'Something that a report itself says falls short (问题), with what it says of the cause and the planned measures that are set against it.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: pageUrl(t, problems, 'problem'),
    title: worded(t, problems, {
      description: 'Its title, in the curator’s words.',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    hasTranslation: translated(t, problems, {
      what: 'title',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    origin: t.relation('origin', origin),
    reviewState: t.expose('reviewState', reviewState),
    reviewReason: t.exposeString('reviewReason', reviewReason),
    evidence: t.relation('evidence', { description: 'The words that tell it.' }),
    cause: t.relation('cause', {
      nullable: true,
      description: 'The words that give its cause (原因); null where the text gives none.',
    }),
    figures: t.relation('figures', {
      query: { orderBy: { ordinal: 'asc' }, limit: seedBounds.figures },
      description: 'The figures that tell how far it goes; empty where it has none.',
    }),
    year: t.exposeInt('year', {
      nullable: true,
      description: 'The year of its report; null where that is not known.',
    }),
    section: t.relation('section', { description: 'The section that it stands in.' }),
    report: t.relation('report', { description: 'The report that tells of it.' }),
  }),
});

builder.drizzleObject('problemFigures', {
  name: 'ProblemFigure',
  description: 'A figure that tells how far a problem goes (问题数据).',
  select: { columns: {} },
  fields: (t) => ({
    ordinal: t.exposeInt('ordinal', { description: 'Its place in its problem, from 1.' }),
    label: worded(t, problemFigures, {
      description: 'What it counts, in the curator’s words and without the figure.',
      of: ({ labelZh, labelEn }) => ({ zh: labelZh, en: labelEn }),
    }),
    hasTranslation: translated(t, problemFigures, {
      what: 'label',
      of: ({ labelZh, labelEn }) => ({ zh: labelZh, en: labelEn }),
    }),
    quantity: t.embedded(Quantity, {
      ...figureParts.quantity,
      description: 'The figure; null where the report tells only a change.',
    }),
    baseline: t.embedded(Quantity, {
      ...figureParts.baseline,
      description: 'The figure before, where the same words tell it.',
    }),
    change: t.embedded(Change, {
      ...figureParts.change,
      description: 'How far the figure moved; null where the report tells no change.',
    }),
    indicator: t.relation('indicator', {
      nullable: true,
      description: 'The indicator that it observes, if any.',
    }),
    evidence: t.relation('evidence', { description: 'The words that hold it.' }),
  }),
});

const problemConnection = connection(builder, 'Problem', {
  node: Problem,
  of: 'problems',
  facets: problemListing,
});

/** That a problem falls under an item of a framework, seen from either end. */
function itemEdge(name: string, far: 'problem' | 'item') {
  const { cursor, node, select } = edgeParts(far);
  return builder.drizzleObject('problemFrameworkItems', {
    variant: name,
    description: `That a problem falls under an item, with the ${far} at the other end.`,
    select,
    fields: (t) => ({
      cursor: t.string(cursor),
      node: t.relation(far, { ...node, description: `The ${far} at the other end.` }),
    }),
  });
}

const problemItems = connection(builder, 'ProblemFrameworkItem', {
  node: FrameworkItem,
  links: { edge: itemEdge('ProblemFrameworkItemEdge', 'item'), through: 'item' },
  of: 'the framework items that a problem falls under',
  facets: frameworkItemListing,
});

const itemProblems = connection(builder, 'FrameworkItemProblem', {
  node: Problem,
  links: { edge: itemEdge('FrameworkItemProblemEdge', 'problem'), through: 'problem' },
  of: 'the problems that fall under a framework item',
  facets: problemListing,
});

builder.drizzleObjectField(Problem, 'frameworkItems', (t) =>
  t.related(frameworkItemListing, {
    description: 'The items of frameworks that it falls under, as a curator judged.',
    connection: problemItems,
    relation: 'shortcomings',
    through: 'item',
  }),
);
builder.drizzleObjectField(FrameworkItem, 'problems', (t) =>
  t.related(problemListing, {
    description: 'The problems of all reports that fall under it, as curators judged.',
    connection: itemProblems,
    relation: 'shortcomings',
    through: 'problem',
  }),
);
builder.drizzleObjectField('reports', 'problems', (t) =>
  t.related(problemListing, {
    description: 'What it says falls short.',
    connection: problemConnection,
    relation: 'problems',
  }),
);
builder.drizzleObjectField('sections', 'problems', (t) =>
  t.related(problemListing, {
    description: 'The problems that stand in it.',
    connection: problemConnection,
    relation: 'problems',
  }),
);

export const problemRoots = rootFields((t) => ({
  problem: t.lookup('problems', {
    typename: 'Problem',
    type: Problem,
    description: 'One problem by its id or code; null where there is none.',
  }),
  problems: t.page(problemListing, {
    description: 'What the reports of all places say falls short (问题).',
    connection: problemConnection,
  }),
}));
