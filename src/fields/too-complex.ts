import { GraphQLError } from 'graphql';
import { limits } from '../limits.ts';
import type { LimitName } from '../limits.ts';

/** That a query goes beyond a limit: by how much, and what to do. */
export function tooComplex(name: LimitName, found: number | null, advice: string): GraphQLError {
  const { value, description } = limits[name];
  const told = found === null ? `more than ${value}` : String(found);
  return new GraphQLError(
    `The query goes beyond the limit “${name}” (${description.replace(/[.;:].*$/s, '')}): ${told}, and at most ${value} may be. ${advice}`,
    { extensions: { code: 'QUERY_TOO_COMPLEX', limit: name, maximum: value } },
  );
}
