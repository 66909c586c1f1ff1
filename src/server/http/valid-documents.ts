import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createDocumentCache } from './document-cache.ts';

/** How Yoga parses and validates, with all its plugins. */
export type Enveloped = {
  schema: GraphQLSchema;
  parse: (text: string) => DocumentNode;
  validate: (schema: GraphQLSchema, document: DocumentNode) => readonly unknown[];
};

/** The document of a text, read once; null for one that Yoga refuses. */
export function createValidDocuments(
  enveloped: () => Enveloped,
): (text: string) => DocumentNode | null {
  const documents = createDocumentCache<{ document: DocumentNode | null }>();

  function read(text: string): DocumentNode | null {
    try {
      const { parse, validate, schema } = enveloped();
      const document = parse(text);
      return validate(schema, document).length === 0 ? document : null;
    } catch {
      return null;
    }
  }

  return (text) => {
    const kept = documents.get(text);
    if (kept) return kept.document;
    const document = read(text);
    documents.set(text, { document });
    return document;
  };
}
