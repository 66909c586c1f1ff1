import { links } from '../db/tables/outcome.ts';
import { connection, connectionOver } from '../fields/connection.ts';
import { withPart } from '../fields/field-spec.ts';
import { cursorOfRow } from '../fields/page.ts';
import type { Row } from '../fields/page.ts';
import { builder, rootFields } from './builder.ts';
import { LinkBasis } from './enums.ts';
import * as listings from './listings.ts';
import { Measure } from './measure.ts';
import { Outcome } from './outcome.ts';
import { worded } from './worded.ts';

const Link = builder.drizzleNode('links', {
  name: 'Link',
  description:
    'That an outcome is told as the result of a measure (关联): the heart of this knowledge base. It repeats what the report claims and says what the claim rests on; it proves no cause.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    measure: t.relation('measure', { description: 'The measure.' }),
    outcome: t.relation('outcome', { description: 'The outcome.' }),
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
    report: t.relation('report', { description: 'The report that tells of both.' }),
  }),
});

/** An edge is a link seen from one of its ends. */
const edge = (name: string, far: 'measure' | 'outcome') =>
  builder.drizzleObject('links', {
    variant: name,
    description: `A link, with the ${far} at its other end.`,
    select: { columns: {}, with: { [far]: { columns: { code: true } } } },
    fields: (t) => ({
      cursor: t.string({
        description: 'Its place in the list, to go on from.',
        extensions: withPart({ part: 'cursor' }),
        resolve: (link) => cursorOfRow(link as unknown as Row),
      }),
      node: t.relation(far, {
        description: `The ${far} itself.`,
        extensions: withPart({ part: 'edgeNode' }),
      }),
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
    }),
  });

const measureOutcomes = connectionOver(builder, 'MeasureOutcome', {
  node: Outcome,
  edge: edge('MeasureOutcomeEdge', 'outcome'),
  through: 'outcome',
  of: 'a measure’s outcomes',
  facets: listings.outcomes,
});

const outcomeMeasures = connectionOver(builder, 'OutcomeMeasure', {
  node: Measure,
  edge: edge('OutcomeMeasureEdge', 'measure'),
  through: 'measure',
  of: 'an outcome’s measures',
  facets: listings.measures,
});

builder.drizzleObjectField(Measure, 'outcomes', (t) =>
  t.related(listings.outcomes, {
    description: 'Its outcomes; each edge says what the link rests on.',
    connection: measureOutcomes,
    relation: 'links',
    through: 'outcome',
  }),
);

builder.drizzleObjectField(Outcome, 'measures', (t) =>
  t.related(listings.measures, {
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
  facets: listings.links,
});

export const linkRoots = rootFields((t) => ({
  link: t.lookup('links', { typename: 'Link', type: Link, description: 'One link.' }),
  links: t.page(listings.links, {
    description: 'Which measures led to which outcomes: the links of all reports.',
    connection: linkConnection,
  }),
}));
