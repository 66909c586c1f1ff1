import {
  Kind,
  getNamedType,
  getNullableType,
  getOperationAST,
  isAbstractType,
  isCompositeType,
  isListType,
  isObjectType,
} from 'graphql';
import type {
  ArgumentNode,
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLSchema,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import { declaredOf } from './declared.ts';
import { defaultGroups, maximumGroups } from './groups.ts';
import { maximumIds } from './lookup.ts';
import { defaultPageSize, maximumPageSize } from './page.ts';

/** The variables of a request as they came; what is wrong with them is for others to say. */
type Variables = Readonly<Record<string, unknown>>;

/** How many objects an answer may hold, given the variables. */
type Cost = (variables: Variables) => number;

/** How many rows a list that is no page is reckoned to hold; most hold fewer. */
const reckonedRows = 10;

/** Above this nobody counts on: it stands for any number beyond every limit. */
const countless = 1e9;

const constant =
  (value: number): Cost =>
  () =>
    value;

/**
 * How many objects the answer to a query may hold at most: those of a page as many times as it may
 * have rows, whether or not it finds any. Known before anything is asked, with the sizes that
 * variables give. A field under `@skip` or `@include` counts whatever they say.
 */
export function costOf(
  schema: GraphQLSchema,
  document: DocumentNode,
  operationName?: string | null,
): Cost {
  const operation = getOperationAST(document, operationName);
  const root = operation && schema.getRootType(operation.operation);
  if (!operation || !root) return constant(0);
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const defaults = new Map(
    (operation.variableDefinitions ?? []).map(({ variable, defaultValue }) => [
      variable.name.value,
      defaultValue,
    ]),
  );
  const counting = new Counting(schema, fragments, defaults);
  return counting.beneath(root, [operation.selectionSet]);
}

class Counting {
  readonly #schema: GraphQLSchema;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #defaults: ReadonlyMap<string, ValueNode | undefined>;
  /** How many fields were looked at: fragments within fragments can double them at every level. */
  #fields = 0;

  constructor(
    schema: GraphQLSchema,
    fragments: ReadonlyMap<string, FragmentDefinitionNode>,
    defaults: ReadonlyMap<string, ValueNode | undefined>,
  ) {
    this.#schema = schema;
    this.#fragments = fragments;
    this.#defaults = defaults;
  }

  /** What the fields of a type cost together; of several possible types the dearest. */
  beneath(type: GraphQLNamedType, sets: readonly SelectionSetNode[]): Cost {
    if (isAbstractType(type)) {
      const types = this.#schema.getPossibleTypes(type);
      return dearest(types.map((each) => this.beneath(each, sets)));
    }
    if (!isObjectType(type)) return constant(0);
    const fields = new Map<string, FieldNode[]>();
    for (const set of sets) this.#collect(type.name, set, fields);
    const costs = [...fields.values()].flatMap((nodes) => {
      const [node] = nodes;
      const field = node && this.#schema.getField(type, node.name.value);
      return field ? [this.#field(field, nodes)] : [];
    });
    return sum(costs);
  }

  #collect(typename: string, set: SelectionSetNode, fields: Map<string, FieldNode[]>): void {
    for (const node of set.selections) {
      this.#fields += 1;
      if (this.#fields > maximumFields) return;
      if (node.kind === Kind.FIELD) {
        const name = node.alias?.value ?? node.name.value;
        fields.set(name, [...(fields.get(name) ?? []), node]);
        continue;
      }
      const fragment =
        node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
      const condition = fragment?.typeCondition?.name.value;
      if (fragment && (condition === undefined || this.#isOf(condition, typename))) {
        this.#collect(typename, fragment.selectionSet, fields);
      }
    }
  }

  #isOf(condition: string, typename: string): boolean {
    if (condition === typename) return true;
    const [abstract, own] = [this.#schema.getType(condition), this.#schema.getType(typename)];
    return isAbstractType(abstract) && isObjectType(own) && this.#schema.isSubType(abstract, own);
  }

  #field(field: GraphQLField<unknown, unknown>, nodes: readonly FieldNode[]): Cost {
    if (this.#fields > maximumFields) return constant(countless);
    const type = getNamedType(field.type);
    if (!isCompositeType(type)) return constant(0);
    const sets = nodes.flatMap(({ selectionSet }) => selectionSet ?? []);
    const inner = this.beneath(type, sets);
    const rows = this.#rows(field, nodes[0]?.arguments ?? []);
    return (variables) => Math.min(countless, rows(variables) * (1 + inner(variables)));
  }

  /** How many objects a field gives; a page is counted where it is asked for, and not its parts. */
  #rows(field: GraphQLField<unknown, unknown>, args: readonly ArgumentNode[]): Cost {
    const kind = declaredOf(field)?.kind;
    const isList = isListType(getNullableType(field.type));
    switch (kind) {
      case 'page':
      case 'related':
      case 'search': {
        const first = this.#number(args, 'first', maximumPageSize);
        const last = this.#number(args, 'last', maximumPageSize);
        return (variables) => first(variables) ?? last(variables) ?? defaultPageSize;
      }
      case 'groups': {
        const first = this.#number(args, 'first', maximumGroups);
        return (variables) => first(variables) ?? defaultGroups;
      }
      case 'nodesById': {
        const ids = this.#value(args, 'ids');
        return (variables) => {
          const given = ids(variables);
          // A single value stands for a list of one.
          return Array.isArray(given) ? Math.min(given.length, maximumIds) : 1;
        };
      }
      // The rows of a page are counted with the page.
      case 'nodes':
      case 'edges':
        return constant(1);
      default:
        return constant(isList ? reckonedRows : 1);
    }
  }

  #number(args: readonly ArgumentNode[], name: string, most: number) {
    const value = this.#value(args, name);
    return (variables: Variables): number | null => {
      const given = value(variables);
      return typeof given === 'number' ? Math.max(0, Math.min(given, most)) : null;
    };
  }

  /** The value of an argument, or of the variable that stands for it. */
  #value(args: readonly ArgumentNode[], name: string): (variables: Variables) => unknown {
    const node = args.find((each) => each.name.value === name)?.value;
    if (node?.kind !== Kind.VARIABLE) return constantOf(node);
    const variable = node.name.value;
    const usual = constantOf(this.#defaults.get(variable));
    return (variables) => (variable in variables ? variables[variable] : usual());
  }
}

/** No query within the limits of tokens and aliases looks at so many fields. */
const maximumFields = 20_000;

function constantOf(node: ValueNode | undefined): () => unknown {
  switch (node?.kind) {
    case Kind.INT:
      return () => Number(node.value);
    case Kind.LIST:
      return () => node.values;
    default:
      return () => null;
  }
}

const sum =
  (costs: readonly Cost[]): Cost =>
  (variables) =>
    Math.min(
      countless,
      costs.reduce((total, cost) => total + cost(variables), 0),
    );

const dearest =
  (costs: readonly Cost[]): Cost =>
  (variables) =>
    costs.reduce((most, cost) => Math.max(most, cost(variables)), 0);
