import { parse } from 'graphql';
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
    throw tooComplex('characters', text.length, 'Put long values into variables.');
  }
  try {
    return parse(text, parserOptions);
  } catch (error) {
    if (
      error instanceof Error &&
      error.message.includes(`more than ${limits.tokens.value} tokens`)
    ) {
      throw tooComplex('tokens', null, 'Ask in several requests, or use fragments.');
    }
    throw error;
  }
}
