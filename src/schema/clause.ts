import { uncoveredClauses } from '../db/tables/fidelity.ts';
import { connection } from '../fields/connection.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import {
  inTextOrder,
  ofReportCodes,
  ofSectionCodes,
  present,
  report,
  section,
  theirCodes,
  theirSections,
} from './listing-terms.ts';
import { worded } from './worded.ts';

const filters = filterFieldsOf('uncoveredClauses');

export const clauseListing = declareListing({
  table: 'uncoveredClauses',
  typename: 'UncoveredClause',
  rules: {
    codes: filters.ownCodes(theirCodes),
    reports: filters.codes(
      'reports',
      'The codes of the reports whose text holds them.',
      ofReportCodes,
    ),
    sections: filters.codes('sections', theirSections, ofSectionCodes),
    hasVerb: filters.boolean('Whether they hold a verb that says what was done.', (holds) => ({
      hasVerb: { eq: holds },
    })),
    hasWaiver: filters.boolean('Whether it is told why no fact rests on them.', (holds) => ({
      waiverZh: present(holds),
    })),
    report: filters.relation('report', 'Clauses of a report that passes this.'),
  },
  orders: { TEXT_ORDER: inTextOrder },
  facets: { reports: report, sections: section },
});

const UncoveredClause = builder.drizzleNode('uncoveredClauses', {
  name: 'UncoveredClause',
  description:
    'A clause of a report’s text that no fact rests on (未编入的分句): less than half of it lies in the words of a measure, an outcome, a link, a document or an honour.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'Its code: the report and the place in its text; it moves when the text does.',
    }),
    text: t.exposeString('text', { description: 'Its words, to the letter.' }),
    start: t.exposeInt('start', {
      description: 'Where it starts: Unicode code points from the start of the report’s text.',
    }),
    end: t.exposeInt('end', { description: 'Where it ends, that place itself not included.' }),
    hasVerb: t.exposeBoolean('hasVerb', {
      description:
        'Whether it holds a verb that says what was done (做法动词), so that it may tell an act or a result that is lost.',
    }),
    waiver: worded(t, uncoveredClauses, {
      nullable: true,
      description: 'Why no fact rests on it, in a curator’s words; null where nobody says.',
      of: ({ waiverZh, waiverEn }) => ({ zh: waiverZh, en: waiverEn }),
    }),
    section: t.relation('section', { description: 'The section that it stands in.' }),
    report: t.relation('report', { description: 'The report that it stands in.' }),
  }),
});

export const clauseConnection = connection(builder, 'UncoveredClause', {
  node: UncoveredClause,
  of: 'clauses that no fact rests on',
  facets: clauseListing,
});

builder.drizzleObjectField('sections', 'uncovered', (t) =>
  t.related(clauseListing, {
    description: 'The clauses of its text that no fact rests on.',
    connection: clauseConnection,
    relation: 'uncovered',
  }),
);

export const clauseRoots = rootFields((t) => ({
  uncoveredClause: t.lookup('uncoveredClauses', {
    typename: 'UncoveredClause',
    type: UncoveredClause,
    description: 'One such clause by its id or code; null where there is none.',
  }),
  uncoveredClauses: t.page(clauseListing, {
    description: 'The clauses of all reports that no fact rests on.',
    connection: clauseConnection,
  }),
}));
