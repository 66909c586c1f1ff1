import { retiredCodes } from '../db/tables/fidelity.ts';
import { connection } from '../fields/connection.ts';
import { seedBounds } from '../limits.ts';
import { builder, rootFields } from './builder.ts';
import { RetiredType } from './enums.ts';
import * as sourceListings from './source-listings.ts';
import { worded } from './worded.ts';

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
    type: t.expose('type', { type: RetiredType, description: 'What bore it.' }),
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

/** No report has more retired codes than this; the importer refuses one that would. */
const maximumRetired = seedBounds.ofReport;

builder.drizzleObjectField('reports', 'retired', (t) =>
  t.relation('retired', {
    query: { orderBy: { code: 'asc' }, limit: maximumRetired },
    description: 'Its codes that are given no longer, and what took their place.',
  }),
);

export const retiredRoots = rootFields((t) => ({
  retiredCode: t.lookup('retiredCodes', {
    typename: 'RetiredCode',
    type: RetiredCode,
    description:
      'What became of a code: where a look-up finds nothing, whether it was given once. Its code is the id that was cited.',
  }),
  retiredCodes: t.page(sourceListings.retiredCodes, {
    description: 'The codes that are given no longer, and what took their place.',
    connection: connection(builder, 'RetiredCode', {
      node: RetiredCode,
      of: 'retired codes',
      facets: sourceListings.retiredCodes,
    }),
  }),
}));
