import { links } from '../db/tables/outcome.ts';
import { connection } from '../fields/connection.ts';
import { matchingText } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import { edgeParts } from './edge.ts';
import { LinkBasis } from './enums.ts';
import {
  inTextOrder,
  ofLinked,
  ofReportCodes,
  present,
  report,
  theirCodes,
} from './listing-terms.ts';
import { Measure, measureListing } from './measure.ts';
import { outcomeListing } from './outcome-listing.ts';
import { Outcome } from './outcome.ts';
import { origin, reviewReason, reviewState, rulesOfOrigin, rulesOfReview } from './review.ts';
import { linkUrl } from './url.ts';
import { worded } from './worded.ts';

const filters = filterFieldsOf('links');

export const linkListing = declareListing({
  table: 'links',
  typename: 'Link',
  rules: {
    codes: filters.ownCodes(theirCodes),
    ...rulesOfReview(filters),
    ...rulesOfOrigin(filters),
    reports: filters.codes(
      'reports',
      'The codes of the reports that tell of both ends.',
      ofReportCodes,
    ),
    bases: filters.anyOf(
      LinkBasis,
      'What joins their ends: stated words, the same point, or a curator.',
      (values) => ({ basis: { in: values } }),
    ),
    hasNote: filters.boolean('Whether a note says why they join.', (holds) => ({
      noteZh: present(holds),
    })),
    text: filters.text('Words by which their measure or their outcome is found.', (typed) => ({
      OR: [
        { measure: { searchId: matchingText('MEASURE', typed) } },
        { outcome: { searchId: matchingText('OUTCOME', typed) } },
      ],
    })),
    measure: filters.relation('measure', 'Links whose measure passes this.', ofLinked),
    outcome: filters.relation('outcome', 'Links whose outcome passes this.'),
  },
  orders: { TEXT_ORDER: inTextOrder },
  facets: {
    bases: {
      description:
        'Their bases; counted as if the filter named none, so that the share of each can be seen.',
      column: 'basis',
      ignores: 'bases',
    },
    reports: report,
  },
});

const Link = builder.drizzleNode('links', {
  name: 'Link',
  description:
    'That an outcome is told as the result of a measure (关联): the heart of this knowledge base. It repeats what the report claims and says what the claim rests on; it proves no cause.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: linkUrl(t, links),
    measure: t.relation('measure', { description: 'The measure that is told to have led there.' }),
    outcome: t.relation('outcome', { description: 'The outcome that is told as its result.' }),
    basis: t.expose('basis', { type: LinkBasis, description: 'What joins the two.' }),
    note: worded(t, links, {
      nullable: true,
      description: 'Why a curator joined them; there for every CURATED link.',
      of: ({ noteZh, noteEn }) => ({ zh: noteZh, en: noteEn }),
    }),
    evidence: t.relation('evidence', {
      nullable: true,
      description: 'The words that join them; there for every STATED link.',
    }),
    origin: t.relation('origin', origin),
    reviewState: t.expose('reviewState', reviewState),
    reviewReason: t.exposeString('reviewReason', reviewReason),
    report: t.relation('report', { description: 'The report that tells of both.' }),
  }),
});

/** An edge is a link seen from one of its ends. */
function linkEdge(name: string, far: 'measure' | 'outcome') {
  const { cursor, node, select } = edgeParts(far);
  return builder.drizzleObject('links', {
    variant: name,
    description: `A link, with the ${far} at its other end.`,
    select,
    fields: (t) => ({
      cursor: t.string(cursor),
      link: t.variant(Link, { description: 'The link itself, to cite and to ask for again.' }),
      node: t.relation(far, { ...node, description: `The ${far} at the other end.` }),
      basis: t.expose('basis', { type: LinkBasis, description: 'What joins the two.' }),
      note: worded(t, links, {
        nullable: true,
        description: 'Why a curator joined them; there for every CURATED link.',
        of: ({ noteZh, noteEn }) => ({ zh: noteZh, en: noteEn }),
      }),
      evidence: t.relation('evidence', {
        nullable: true,
        description: 'The words that join them; there for every STATED link.',
      }),
      origin: t.relation('origin', origin),
      reviewState: t.expose('reviewState', reviewState),
      reviewReason: t.exposeString('reviewReason', reviewReason),
    }),
  });
}

const measureOutcomes = connection(builder, 'MeasureOutcome', {
  node: Outcome,
  links: { edge: linkEdge('MeasureOutcomeEdge', 'outcome'), through: 'outcome' },
  of: 'a measure’s outcomes',
  facets: outcomeListing,
});

const outcomeMeasures = connection(builder, 'OutcomeMeasure', {
  node: Measure,
  links: { edge: linkEdge('OutcomeMeasureEdge', 'measure'), through: 'measure' },
  of: 'an outcome’s measures',
  facets: measureListing,
});

builder.drizzleObjectField(Measure, 'outcomes', (t) =>
  t.related(outcomeListing, {
    description: 'Its outcomes; each edge says what the link rests on.',
    connection: measureOutcomes,
    relation: 'links',
    through: 'outcome',
  }),
);

builder.drizzleObjectField(Outcome, 'measures', (t) =>
  t.related(measureListing, {
    description:
      'The measures that it is told as a result of; each edge says what the link rests on.',
    connection: outcomeMeasures,
    relation: 'links',
    through: 'measure',
  }),
);

export const linkConnection = connection(builder, 'Link', {
  node: Link,
  of: 'links',
  facets: linkListing,
});

export const linkRoots = rootFields((t) => ({
  link: t.lookup('links', {
    typename: 'Link',
    type: Link,
    description: 'One link by its id or code; null where there is none.',
  }),
  links: t.page(linkListing, {
    description: 'Which measures led to which outcomes: the links of all reports.',
    connection: linkConnection,
  }),
}));
