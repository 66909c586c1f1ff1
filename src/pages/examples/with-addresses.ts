import { Kind, TypeInfo, isObjectType, print, visit, visitWithTypeInfo } from 'graphql';
import type { FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import { parseWithin } from '../../validation/parse-within.ts';

const address: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'url' } };

/** A query that also asks for the address of each thing, and of each piece of evidence, that it asks anything of. */
export function withAddresses(schema: GraphQLSchema, query: string): string {
  const types = new TypeInfo(schema);
  const document = visit(
    parseWithin(query),
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node) {
          const type = types.getParentType();
          const isKnown = isObjectType(type) && 'url' in type.getFields();
          return isKnown && !asksFor(node) && asksForLeaf(node)
            ? { ...node, selections: [...node.selections, address] }
            : undefined;
        },
      },
    }),
  );
  return print(document);
}

const asksFor = ({ selections }: SelectionSetNode) =>
  selections.some(
    (selection) =>
      selection.kind === Kind.FIELD && (selection.alias ?? selection.name).value === 'url',
  );

/** Whether a thing is told of itself, and is not only the way to others. */
const asksForLeaf = ({ selections }: SelectionSetNode) =>
  selections.some((selection) => selection.kind === Kind.FIELD && !selection.selectionSet);
