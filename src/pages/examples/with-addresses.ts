import { Kind, TypeInfo, isObjectType, print, visit, visitWithTypeInfo } from 'graphql';
import type { FieldNode, GraphQLSchema, SelectionSetNode } from 'graphql';
import { parseWithin } from '../../validation/parse-within.ts';
import { knownBy } from './shown-table.ts';

const address: FieldNode = { kind: Kind.FIELD, name: { kind: Kind.NAME, value: 'url' } };

/** A query that also asks for the address of each thing, and of each piece of evidence, of which it asks what they are known by. */
export function withAddresses(schema: GraphQLSchema, query: string): string {
  const types = new TypeInfo(schema);
  const document = visit(
    parseWithin(query),
    visitWithTypeInfo(types, {
      SelectionSet: {
        leave(node) {
          const type = types.getParentType();
          const isKnown = isObjectType(type) && 'url' in type.getFields();
          return isKnown && !asksFor(node, isAddress) && asksFor(node, isKnownBy)
            ? { ...node, selections: [...node.selections, address] }
            : undefined;
        },
      },
    }),
  );
  return print(document);
}

const isAddress = (name: string) => name === 'url';
const isKnownBy = (name: string) => knownBy.includes(name);

/** Whether anything is asked for under such a name. */
const asksFor = ({ selections }: SelectionSetNode, isMeant: (name: string) => boolean) =>
  selections.some(
    (selection) =>
      selection.kind === Kind.FIELD && isMeant((selection.alias ?? selection.name).value),
  );
