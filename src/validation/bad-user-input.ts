import { GraphQLError } from 'graphql';
import { limits } from '../limits.ts';
import type { LimitName } from '../limits.ts';

/**
 * An error of the client's making, with a sentence that says what was wrong and what to do.
 * @param limit the limit that it is beyond, if it is one that stands in the way
 */
export function badUserInput(message: string, limit?: LimitName): GraphQLError {
  const bound = limit && { limit, maximum: limits[limit].value };
  return new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', ...bound } });
}

/**
 * That an argument asks for fewer than none or for more than there may be.
 * @param advice what to do where it asks for more
 */
export function outOfRange(
  argument: string,
  asked: number,
  limit: LimitName,
  advice: string,
): GraphQLError {
  const { value } = limits[limit];
  return asked < 0
    ? badUserInput(`\`${argument}\` is ${asked}; it may be from 0 to ${value} (${limit}).`, limit)
    : badUserInput(`\`${argument}\` is ${asked}; at most ${value} (${limit}). ${advice}`, limit);
}
