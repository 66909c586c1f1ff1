import { GraphQLError, Kind, visit } from 'graphql';
import type { DocumentNode } from 'graphql';
import { limits } from '../../limits.ts';
import { tooComplex } from './too-complex.ts';

const most = limits.valueDepth.value;

/**
 * Filters that reach from one thing to the next without end would become a statement that no
 * database takes, and where a text holds a zero, some of what reads it takes that for its end.
 */
function faultIn(value: unknown, depth = 0): 'depth' | 'zero' | null {
  if (typeof value === 'string') return value.includes('\0') ? 'zero' : null;
  if (typeof value !== 'object' || value === null) return null;
  if (depth === most) return 'depth';
  for (const item of Object.values(value)) {
    const fault = faultIn(item, depth + 1);
    if (fault) return fault;
  }
  return null;
}

/** What is wrong with the values of variables; null for nothing. */
export function faultInVariables(
  variables: Readonly<Record<string, unknown>> | null | undefined,
): GraphQLError | null {
  for (const value of Object.values(variables ?? {})) {
    const fault = faultIn(value);
    if (fault) return fault === 'depth' ? tooDeep(null) : holdsZero();
  }
  return null;
}

/** The same of the values that stand in a document. */
export function faultInDocument(document: DocumentNode): GraphQLError | null {
  let depth = 0;
  let deepest = 0;
  let zero = false;
  const inside = {
    enter() {
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    leave() {
      depth -= 1;
    },
  };
  visit(document, {
    [Kind.OBJECT]: inside,
    [Kind.LIST]: inside,
    [Kind.STRING]({ value }) {
      zero ||= value.includes('\0');
    },
  });
  if (deepest > most) return tooDeep(deepest);
  return zero ? holdsZero() : null;
}

const tooDeep = (depth: number | null) =>
  tooComplex('valueDepth', depth, 'Filter in fewer steps from one thing to the next.');

const holdsZero = () =>
  new GraphQLError('A text holds the character U+0000, which no report does; leave it out.', {
    extensions: { code: 'BAD_USER_INPUT' },
  });
