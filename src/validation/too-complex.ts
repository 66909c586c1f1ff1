import { GraphQLError } from 'graphql';
import type { ASTNode, Source } from 'graphql';
import { limits } from '../limits.ts';
import type { LimitName } from '../limits.ts';

/** The field of the root for which most of it is asked. */
export type Costliest = { name: string; nodes: readonly ASTNode[] };

/** Where in a query it goes beyond a limit. */
type Beyond = Costliest | { nodes: readonly ASTNode[] } | { source: Source; positions: number[] };

/**
 * That a query goes beyond a limit: by how much, and what to do.
 * @param found null where nobody knows, since it was not counted to its end
 */
export function tooComplex(
  name: LimitName,
  found: number | null,
  advice: string,
  beyond: Beyond | null = null,
): GraphQLError {
  const { value } = limits[name];
  const { name: costliest, ...place } = { name: null, ...beyond };
  const where = costliest === null ? '' : ` Most of it is for ${costliest}.`;
  return new GraphQLError(`${wordsFor(name, found)}${where} ${advice}`, {
    ...place,
    extensions: { code: 'QUERY_TOO_COMPLEX', limit: name, maximum: value },
  });
}

function wordsFor(name: LimitName, found: number | null): string {
  const { value, description } = limits[name];
  switch (name) {
    case 'rowsRead':
      return `To answer this, up to ${inMillions(found ?? value)} rows might have to be read of these data; at most ${inMillions(value)} are allowed (rowsRead).`;
    case 'bytesReckoned':
      return `This answer could be up to ${inMegabytes(found ?? value)} on these data; at most ${inMegabytes(value)} is allowed (bytesReckoned).`;
    case 'answerBytes':
      return found === null
        ? `This answer would be longer than ${inMegabytes(value)}, which is the most that is allowed (answerBytes).`
        : `This answer is ${inMegabytes(found)} long; at most ${inMegabytes(value)} is allowed (answerBytes).`;
    default: {
      const has = found === null ? '' : `it has ${found}; `;
      const what = description.replace(/[.;:].*$/s, '');
      return `The query goes beyond the limit “${name}” (${what}): ${has}at most ${value} are allowed.`;
    }
  }
}

/** Rounded up, so that what is beyond a limit is never told as the limit itself. */
const inMegabytes = (bytes: number) => `${Math.ceil(bytes / 1e5) / 10} MB`;
const inMillions = (rows: number) => `${Math.ceil(rows / 1e5) / 10} million`;
