import { documents } from '../db/tables/report.ts';
import { organizations as organizationTable } from '../db/tables/vocabulary.ts';
import { connection } from '../fields/connection.ts';
import { matchingText, idsOf } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { builder, rootFields } from './builder.ts';
import {
  byTitle,
  inTextOrder,
  ofReportCodes,
  present,
  report,
  theirCodes,
} from './listing-terms.ts';
import { origin, reviewReason, reviewState, rulesOfOrigin, rulesOfReview } from './review.ts';
import { translated, worded } from './worded.ts';
import { pageUrl } from './url.ts';

const filters = filterFieldsOf('documents');

export const documentListing = declareListing({
  table: 'documents',
  typename: 'Document',
  rules: {
    codes: filters.ownCodes(theirCodes),
    ...rulesOfReview(filters),
    ...rulesOfOrigin(filters),
    reports: filters.codes('reports', 'The codes of the reports that name them.', ofReportCodes),
    issuers: filters.codes(
      'organizations',
      'The codes of the organizations that issued them.',
      (values) => ({ issuerId: { in: idsOf(organizationTable, values) } }),
    ),
    hasIssuer: filters.boolean('Whether the report says who issued them.', (holds) => ({
      issuerId: present(holds),
    })),
    text: filters.text('Words in their title and in the words that name them.', (typed) => ({
      searchId: matchingText('DOCUMENT', typed),
    })),
    report: filters.relation('report', 'Documents that such a report names.'),
  },
  orders: { TEXT_ORDER: inTextOrder, TITLE: byTitle },
  facets: {
    reports: report,
    issuers: { description: 'Who issued them.', column: 'issuerId', of: 'organizations' },
  },
});

export const Document = builder.drizzleNode('documents', {
  name: 'Document',
  description: 'A document that a report names (文件), such as one between 《 and 》.',
  id: { column: ({ code }) => code },
  select: { columns: { code: true } },
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code, as people cite it.' }),
    url: pageUrl(t, documents, 'document'),
    title: worded(t, documents, {
      description: 'Its title: in Chinese as the report has it, in English in the curator’s words.',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    hasTranslation: translated(t, documents, {
      what: 'title',
      of: ({ titleZh, titleEn }) => ({ zh: titleZh, en: titleEn }),
    }),
    issuer: t.relation('issuer', {
      nullable: true,
      description: 'Who issued it; null where the report does not tell.',
    }),
    note: worded(t, documents, {
      nullable: true,
      description: 'What a reader must know of it, such as whose document it is.',
      of: ({ noteZh, noteEn }) => ({ zh: noteZh, en: noteEn }),
    }),
    evidence: t.relation('evidence', { description: 'The words by which the report names it.' }),
    origin: t.relation('origin', origin),
    reviewState: t.expose('reviewState', reviewState),
    reviewReason: t.exposeString('reviewReason', reviewReason),
    report: t.relation('report', { description: 'The report that names it.' }),
  }),
});

const documentConnection = connection(builder, 'Document', {
  node: Document,
  of: 'documents',
  facets: documentListing,
});

builder.drizzleObjectField('reports', 'documents', (t) =>
  t.related(documentListing, {
    description: 'The documents that it names, in the order of the text.',
    connection: documentConnection,
    relation: 'documents',
  }),
);

builder.drizzleObjectField('organizations', 'documents', (t) =>
  t.related(documentListing, {
    description: 'The documents that it issued, as reports say.',
    connection: documentConnection,
    relation: 'documents',
  }),
);

export const documentRoots = rootFields((t) => ({
  document: t.lookup('documents', {
    typename: 'Document',
    type: Document,
    description: 'One document by its id or code; null where there is none.',
  }),
  documents: t.page(documentListing, {
    description: 'The documents that reports name.',
    connection: documentConnection,
  }),
}));
