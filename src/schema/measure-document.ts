import { connection } from '../fields/connection.ts';
import { builder } from './builder.ts';
import { Document, documentListing } from './document.ts';
import { edgeParts } from './edge.ts';
import { DocumentRelation } from './enums.ts';
import { Measure, measureListing } from './measure.ts';

/** That a measure issues, implements or cites a document, seen from either end. */
function edge(name: string, far: 'measure' | 'document') {
  const { cursor, node, select } = edgeParts(far);
  return builder.drizzleObject('measureDocuments', {
    variant: name,
    description: `What a measure does with a document, with the ${far} at the other end.`,
    select,
    fields: (t) => ({
      cursor: t.string(cursor),
      node: t.relation(far, { ...node, description: `The ${far} at the other end.` }),
      relation: t.expose('relation', {
        type: DocumentRelation,
        description: 'What the measure does with the document: issue, implement or cite it.',
      }),
    }),
  });
}

const measureDocuments = connection(builder, 'MeasureDocument', {
  node: Document,
  links: { edge: edge('MeasureDocumentEdge', 'document'), through: 'document' },
  of: 'a measure’s documents',
  facets: documentListing,
});

const documentMeasures = connection(builder, 'DocumentMeasure', {
  node: Measure,
  links: { edge: edge('DocumentMeasureEdge', 'measure'), through: 'measure' },
  of: 'a document’s measures',
  facets: measureListing,
});

builder.drizzleObjectField(Measure, 'documents', (t) =>
  t.related(documentListing, {
    description: 'The documents that it issues, implements or cites; each edge says which.',
    connection: measureDocuments,
    relation: 'documents',
    through: 'document',
  }),
);

builder.drizzleObjectField(Document, 'measures', (t) =>
  t.related(measureListing, {
    description: 'The measures that issue, implement or cite it; each edge says which.',
    connection: documentMeasures,
    relation: 'measures',
    through: 'measure',
  }),
);
