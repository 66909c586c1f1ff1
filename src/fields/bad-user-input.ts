import { GraphQLError } from 'graphql';

/** An error of the client's making, with a sentence that says what was wrong and what to do. */
export function badUserInput(message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });
}
