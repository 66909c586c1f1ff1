import { Kind, visit } from 'graphql';
import type { DocumentNode } from 'graphql';
import { limits } from '../../limits.ts';

/**
 * Whether lists and objects stand in each other deeper than may be: filters that reach from one
 * thing to the next without end would become a statement that no database takes.
 */
export function isTooDeep(value: unknown, most: number = limits.valueDepth.value): boolean {
  if (typeof value !== 'object' || value === null) return false;
  if (most === 0) return true;
  for (const item of Object.values(value)) if (isTooDeep(item, most - 1)) return true;
  return false;
}

/** The same of all variables. */
export const anyIsTooDeep = (variables: Readonly<Record<string, unknown>> | null | undefined) =>
  Object.values(variables ?? {}).some((value) => isTooDeep(value));

/** How deep the values in a document go. */
export function valueDepthOf(document: DocumentNode): number {
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
  return deepest;
}
