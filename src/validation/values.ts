import { Kind, visit } from 'graphql';
import type { ASTNode, DocumentNode, GraphQLError } from 'graphql';
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

/** As many characters of a variable's name are told: what is sent as variables may have any. */
const shown = 60;

/** What is wrong with the values of variables; null for nothing. */
export function faultInVariables(
  variables: Readonly<Record<string, unknown>> | null | undefined,
): GraphQLError | null {
  const deep = Object.entries(variables ?? {}).find(([, value]) => isTooDeep(value));
  return deep
    ? tooDeep(null, `It is the variable $${deep[0].slice(0, shown).toWellFormed()}.`)
    : null;
}

/** The same of the values that stand in a document. */
export function faultInDocument(document: DocumentNode): GraphQLError | null {
  let depth = 0;
  let deepest = 0;
  let first: ASTNode | null = null;
  const inside = {
    enter(node: ASTNode) {
      depth += 1;
      deepest = Math.max(deepest, depth);
      if (depth > most) first ??= node;
    },
    leave() {
      depth -= 1;
    },
  };
  visit(document, { [Kind.OBJECT]: inside, [Kind.LIST]: inside });
  return first && tooDeep(deepest, '', { nodes: [first] });
}

const tooDeep = (depth: number | null, which: string, beyond: { nodes: ASTNode[] } | null = null) =>
  tooComplex(
    'valueDepth',
    depth,
    `${which} Filter in fewer steps from one thing to the next.`.trimStart(),
    beyond,
  );
