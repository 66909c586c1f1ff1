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
  /**
   * Milliseconds that a question in a text that has been read is likely to take at once; null for one that
   * is still to be read. The lesser of the last two counts, since once a machine that is busy may say anything.
   */
  timeOf: (text: string) => number | null;
  /** Notes how many milliseconds such a question took at once. */
  noteTime: (text: string, milliseconds: number) => void;
};

type Known = {
  document: DocumentNode | null;
  /** Milliseconds that the last two questions took; one that was not asked twice yet is taken for small. */
  times: [last: number, before: number];
};

/**
 * The documents of texts that Yoga would take.
 * @param keptCharacters of how many characters the texts are together whose documents are kept
 */
export function createValidDocuments(
  enveloped: () => Enveloped,
  keptCharacters?: number,
): ValidDocuments {
  const documents = createDocumentCache<Known>(keptCharacters);

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
      documents.set(text, { document, times: [0, 0] });
      return document;
    },
    timeOf(text) {
      const known = documents.peek(text);
      return known ? Math.min(...known.times) : null;
    },
    noteTime(text, milliseconds) {
      const known = documents.peek(text);
      if (known) known.times = [milliseconds, known.times[0]];
    },
  };
}
