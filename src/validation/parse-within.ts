import { GraphQLError, Source, parse } from 'graphql';
import type { DocumentNode } from 'graphql';
import { limits } from '../limits.ts';
import { tooComplex } from './too-complex.ts';

/** `{}` selects nothing, which GraphQL has no meaning for: a mistake that is to be told. */
const parserOptions = { maxTokens: limits.tokens.value, allowEmptySelectionSets: false };

/**
 * Parses a query, unless it is too long to be read.
 * @throws a GraphQLError, QUERY_TOO_COMPLEX where it is too long
 */
export function parseWithin(text: string): DocumentNode {
  if (text.length > limits.characters.value) {
    const beyond = { source: new Source(text), positions: [limits.characters.value] };
    throw tooComplex('characters', text.length, 'Put long values into variables.', beyond);
  }
  try {
    return parse(text, parserOptions);
  } catch (error) {
    if (
      error instanceof GraphQLError &&
      error.message.includes(`more than ${limits.tokens.value} tokens`)
    ) {
      const { source, positions } = error;
      const beyond = source && positions ? { source, positions: [...positions] } : null;
      throw tooComplex('tokens', null, 'Ask in several requests, or use fragments.', beyond);
    }
    throw error;
  }
}
