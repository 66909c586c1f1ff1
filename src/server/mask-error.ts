import { GraphQLError } from 'graphql';
import { maskError } from 'graphql-yoga';
import type { MaskError } from 'graphql-yoga';

/**
 * Tells nobody what went wrong unexpectedly. That the database has refused a question is told, though the query
 * builder wraps what it is told by it in an error of its own.
 */
export const maskUnexpected: MaskError = (error, message, isDev) => {
  const refusal = refusalIn(error);
  // One that is told as it is must stay itself: Yoga logs what it finds another in the place of.
  if (!refusal || isOurs(error)) return maskError(error, message, isDev);
  const { nodes, path } = error instanceof GraphQLError ? error : {};
  const { extensions } = refusal;
  return new GraphQLError(refusal.message, {
    ...(nodes && { nodes }),
    ...(path && { path }),
    extensions,
  });
};

/** The innermost error, where it has a code of ours. */
export function refusalIn(error: unknown): GraphQLError | null {
  if (!(error instanceof Error)) return null;
  const { originalError } = error as { originalError?: Error };
  const inner = originalError ?? error.cause;
  if (inner instanceof Error) return refusalIn(inner);
  return isOurs(error) ? error : null;
}

const isOurs = (error: unknown): error is GraphQLError =>
  error instanceof GraphQLError && error.extensions['code'] !== undefined;
