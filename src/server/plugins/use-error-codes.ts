import { GraphQLError } from 'graphql';
import type { Plugin } from 'graphql-yoga';

/** Instead of graphql-js’s “Validation aborted”, which does not say of what. */
const tooManyFaults =
  'The query has too many faults to tell them all; mend those above, which come first, and ask again.';

/**
 * Gives every error a code. What graphql-js says of values that do not fit the schema has none;
 * whatever else goes wrong has one by then.
 */
export function useErrorCodes({
  code = 'BAD_USER_INPUT',
  onErrors = () => {},
}: {
  code?: string;
  /** Told of the codes of all errors of a result. */
  onErrors?: (codes: readonly string[]) => void;
} = {}): Plugin {
  const withCode = (error: GraphQLError) => {
    const isCut = error.message.endsWith('Validation aborted.');
    if (error.extensions['code'] !== undefined && !isCut) return error;
    const message = isCut ? tooManyFaults : error.message;
    const { nodes, source, positions, path, extensions } = error;
    return new GraphQLError(message, {
      ...(nodes && { nodes }),
      ...(source && { source }),
      ...(positions && { positions }),
      ...(path && { path }),
      extensions: { code, ...extensions },
    });
  };
  return {
    onResultProcess({ result, setResult }) {
      if (Array.isArray(result) || !('errors' in result) || !result.errors) return;
      const errors = result.errors.map(withCode);
      onErrors(errors.map(({ extensions }) => String(extensions['code'])));
      setResult({ ...result, errors });
    },
  };
}
