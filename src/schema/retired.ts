import { retiredCodes } from '../db/tables/fidelity.ts';
import { connection } from '../fields/connection.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import { RetiredType } from './enums.ts';
import { byCode, ofReportCodes, present, report } from './listing-terms.ts';
import { worded } from './worded.ts';

const filters = filterFieldsOf('retiredCodes');

const retiredListing = declareListing({
  table: 'retiredCodes',
  typename: 'RetiredCode',
  rules: {
    // Whoever asks which of some codes are retired names those that are not as well: nothing to warn of.
    codes: filters.anyOf('String', 'The ids that they were known by.', (values) => ({
      code: { in: values },
    })),
    reports: filters.codes(
      'reports',
      'The codes of the reports whose codes they were.',
      ofReportCodes,
    ),
    types: filters.anyOf(RetiredType, 'What kind of thing bore them.', (values) => ({
      type: { in: values },
    })),
    hasReplacement: filters.boolean('Whether something took their place.', (holds) => ({
      replacement: present(holds),
    })),
  },
  orders: { CODE: byCode },
  facets: {
    types: { description: 'What kind of thing bore them.', column: 'type' },
    reports: report,
  },
});

const RetiredCode = builder.drizzleNode('retiredCodes', {
  name: 'RetiredCode',
  description:
    'A code that was given once and is given no longer (停用编码); it stays reserved, so that what cites it is never led to something else.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', {
      description: 'The id that this API knew it by: "Outcome:xinghe-2023/all-advised".',
    }),
    type: t.expose('type', { type: RetiredType, description: 'What kind of thing bore it.' }),
    replacement: t.exposeString('replacement', {
      nullable: true,
      description: 'The id of what took its place; null where nothing did.',
    }),
    reason: worded(t, retiredCodes, {
      description: 'Why it is given no longer.',
      of: ({ reasonZh, reasonEn }) => ({ zh: reasonZh, en: reasonEn }),
    }),
    report: t.relation('report', { description: 'The report whose code it was.' }),
  }),
});

const retiredConnection = connection(builder, 'RetiredCode', {
  node: RetiredCode,
  of: 'retired codes',
  facets: retiredListing,
});

builder.drizzleObjectField('reports', 'retiredCodes', (t) =>
  t.related(retiredListing, {
    description: 'Its codes that are given no longer, and what took their place.',
    connection: retiredConnection,
    relation: 'retiredCodes',
  }),
);

export const retiredRoots = rootFields((t) => ({
  retiredCode: t.lookup('retiredCodes', {
    typename: 'RetiredCode',
    type: RetiredCode,
    description:
      'What became of a code: where a look-up finds nothing, whether it was given once. Its code is the id that was cited.',
  }),
  retiredCodes: t.page(retiredListing, {
    description: 'The codes that are given no longer, and what took their place.',
    connection: retiredConnection,
  }),
}));
