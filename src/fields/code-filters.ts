import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getArgumentValues,
  getDirectiveValues,
  getNamedType,
  isCompositeType,
} from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  GraphQLNamedType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  VariableValues,
} from 'graphql';
import { fragmentsOf } from './collect-fields.ts';
import { declaredOf } from './declared.ts';
import { codesIn } from './listing.ts';
import type { FilterValue } from './listing.ts';
import { codesLookedUp, codesOfIds } from './looked-up-codes.ts';
import type { By } from './looked-up-codes.ts';
import type { Named, NamedCodes } from './named-codes.ts';
import { codeArguments } from './search.ts';

/** Reads the codes that one field of an operation names. */
export type ReadCodes = (variables: VariableValues) => readonly NamedCodes[];

/** What a field that was declared so reads of its arguments as codes; null for a field that reads none. */
function codesReadBy(declared: ReturnType<typeof declaredOf>) {
  switch (declared?.kind) {
    case 'lookup':
      return ({ by }: FilterValue) => codesLookedUp(declared, by as By);
    case 'node':
      return ({ id }: FilterValue) => codesOfIds('id', [id]);
    case 'nodesById':
      return ({ ids }: FilterValue) => codesOfIds('ids', Array.isArray(ids) ? ids : []);
    case 'page':
    case 'related':
    case 'groups': {
      const { listing } = declared;
      return (args: FilterValue): readonly Named[] =>
        codesIn(listing, args['filter'] as FilterValue | null, 'filter');
    }
    case 'search':
      return (args: FilterValue): readonly Named[] =>
        Object.entries(codeArguments).flatMap(([argument, table]) => {
          const codes = args[argument];
          return Array.isArray(codes) ? [{ argument, table, codes: codes as string[] }] : [];
        });
    default:
      return null;
  }
}

/** The names of the arguments in which codes may stand. */
const mayNameCodes = new Set(['filter', 'by', 'id', 'ids', ...Object.keys(codeArguments)]);

/**
 * The fields of an operation that name codes, in filters or to look something up, each as what reads them; of a valid document whose
 * fragments select no more than may be.
 */
export function codeFiltersOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
): readonly ReadCodes[] {
  const fragments = fragmentsOf(document);
  const readers: ReadCodes[] = [];

  type Around = { path: readonly string[]; conditions: readonly SelectionNode[] };

  function walk(type: GraphQLNamedType, { selections }: SelectionSetNode, around: Around): void {
    for (const node of selections) {
      const conditions = node.directives?.length ? [...around.conditions, node] : around.conditions;
      const within = { ...around, conditions };
      if (node.kind === Kind.FIELD) field(type, node, within);
      else {
        const fragment = node.kind === Kind.FRAGMENT_SPREAD ? fragments.get(node.name.value) : node;
        const name = fragment?.typeCondition?.name.value;
        const inner = name === undefined ? type : schema.getType(name);
        if (fragment && inner) walk(inner, fragment.selectionSet, within);
      }
    }
  }

  function field(type: GraphQLNamedType, node: FieldNode, around: Around): void {
    const found = isCompositeType(type) ? schema.getField(type, node.name.value) : undefined;
    if (!found) return;
    const path = [...around.path, node.alias?.value ?? node.name.value];
    const read = node.arguments?.some(({ name }) => mayNameCodes.has(name.value))
      ? codesReadBy(declaredOf(found))
      : null;
    if (read) {
      readers.push((variables) =>
        around.conditions.every((condition) => isIncluded(condition, variables))
          ? read(getArgumentValues(found, node, variables)).map((named) => ({ ...named, path }))
          : [],
      );
    }
    if (node.selectionSet) walk(getNamedType(found.type), node.selectionSet, { ...around, path });
  }

  const root = schema.getRootType(operation.operation);
  if (root) walk(root, operation.selectionSet, { path: [], conditions: [] });
  return readers;
}

function isIncluded(node: SelectionNode, variables: VariableValues): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}
