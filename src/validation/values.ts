import { Kind, visit } from 'graphql';
import type { DocumentNode, GraphQLError } from 'graphql';
import { limits } from '../limits.ts';
import { tooComplex } from './too-complex.ts';

const most = limits.valueDepth.value;

/**
 * Whether a value lies deeper than the limit: filters that reach from one thing to the next without
 * end would become a statement that no database takes.
 */
function isTooDeep(value: unknown, depth = 0): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return depth === most || Object.values(value).some((item) => isTooDeep(item, depth + 1));
}

/** What is wrong with the values of variables; null for nothing. */
export function faultInVariables(
  variables: Readonly<Record<string, unknown>> | null | undefined,
): GraphQLError | null {
  return Object.values(variables ?? {}).some((value) => isTooDeep(value)) ? tooDeep(null) : null;
}

/** The same of the values that stand in a document. */
export function faultInDocument(document: DocumentNode): GraphQLError | null {
  let depth = 0;
  let deepest = 0;
  const inside = {
    enter() {
      depth += 1;
      deepest = Math.max(deepest, depth);
    },
    leave() {
      depth -= 1;
    },
  };
  visit(document, { [Kind.OBJECT]: inside, [Kind.LIST]: inside });
  return deepest > most ? tooDeep(deepest) : null;
}

const tooDeep = (depth: number | null) =>
  tooComplex('valueDepth', depth, 'Filter in fewer steps from one thing to the next.');
