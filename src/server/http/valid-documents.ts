import type { DocumentNode, GraphQLSchema } from 'graphql';
import { createDocumentCache } from './document-cache.ts';

/** How Yoga parses and validates, with all its plugins. */
export type Enveloped = {
  schema: GraphQLSchema;
  parse: (text: string) => DocumentNode;
  validate: (schema: GraphQLSchema, document: DocumentNode) => readonly unknown[];
};

export type ValidDocuments = {
  /** The document of a text, read once; null for one that Yoga refuses. */
  documentFor: (text: string) => DocumentNode | null;
  /** Whether a text has been read, so that it costs next to nothing to have it again. */
  isRead: (text: string) => boolean;
};

/** The documents of texts that Yoga would take. */
export function createValidDocuments(enveloped: () => Enveloped): ValidDocuments {
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

  return {
    documentFor(text) {
      const kept = documents.get(text);
      if (kept) return kept.document;
      const document = read(text);
      documents.set(text, { document });
      return document;
    },
    isRead: (text) => documents.has(text),
  };
}
