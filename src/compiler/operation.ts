import {
  GraphQLIncludeDirective,
  GraphQLSkipDirective,
  Kind,
  getArgumentValues,
  getDirectiveValues,
  isAbstractType,
} from 'graphql';
import type {
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  VariableValues,
} from 'graphql';
import { aliasedTable, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import type { Declared } from '../fields/declared.ts';
import { lift } from '../fields/lift.ts';
import type { TableName } from '../fields/listing.ts';
import type { Piece } from './text.ts';

/** What the compiler cannot do; the ordinary executor answers instead. */
export class NotCompiled extends Error {}

/** A field as selected, merged from wherever it is asked for under one name. */
export type Selected = {
  name: string;
  field: GraphQLField<unknown, unknown>;
  nodes: FieldNode[];
};

/** The arguments of one field of the operation; read again for every request with variables. */
type Site = {
  field: GraphQLField<unknown, unknown>;
  node: FieldNode;
  args: Record<string, unknown>;
  usesVariables: boolean;
  check?: (args: Record<string, unknown>) => void;
};

type Binding = { site: number; path: readonly (string | number)[] };

/** A row of the database that an object of the API is read from. */
export type Place = {
  table: SQLiteTable;
  name: TableName;
  /** Where the object is a part of the row: which columns and relations its fields are. */
  part?: { columns: Readonly<Record<string, string>>; relations: Readonly<Record<string, string>> };
};

/** How the pieces call each other without knowing each other's files. */
export type Compilers = {
  row: (type: GraphQLObjectType, sets: readonly SelectionSetNode[], place: Place) => Piece[];
  field: (type: GraphQLObjectType, selected: Selected, place: Place) => Piece[];
  related: (selected: Selected, declared: Declared & { kind: 'related' }, place: Place) => SQL;
};

/** What is gathered while one operation is compiled. */
export class Operation {
  readonly schema: GraphQLSchema;
  readonly node: OperationDefinitionNode;
  readonly #fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  readonly #variables: VariableValues;
  readonly sites: Site[] = [];
  readonly bindings: Binding[] = [];
  /** Conditions without which the answer is an error: cursors that must name a row. */
  readonly guards: SQL[] = [];
  #aliases = 0;

  constructor(options: {
    schema: GraphQLSchema;
    operation: OperationDefinitionNode;
    fragments: ReadonlyMap<string, FragmentDefinitionNode>;
    variables: VariableValues;
  }) {
    this.schema = options.schema;
    this.node = options.operation;
    this.#fragments = options.fragments;
    this.#variables = options.variables;
  }

  /** A table under a name of its own. */
  alias<Table extends SQLiteTable>(table: Table): Table {
    this.#aliases += 1;
    return aliasedTable(table, `t${this.#aliases}`);
  }

  /** The fields that are selected on a type, in the order of their first mention. */
  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selected[] {
    const found = new Map<string, Selected>();
    const collect = ({ selections }: SelectionSetNode) => {
      for (const node of selections) {
        const skip = getDirectiveValues(GraphQLSkipDirective, node, this.#variables);
        const include = getDirectiveValues(GraphQLIncludeDirective, node, this.#variables);
        if (skip?.['if'] === true || include?.['if'] === false) continue;
        if (node.kind === Kind.FIELD) {
          const name = node.alias?.value ?? node.name.value;
          const known = found.get(name);
          const field = this.schema.getField(type, node.name.value);
          if (!field) throw new NotCompiled(`no field ${node.name.value}`);
          if (known) known.nodes.push(node);
          else found.set(name, { name, field, nodes: [node] });
          continue;
        }
        const fragment =
          node.kind === Kind.INLINE_FRAGMENT ? node : this.#fragments.get(node.name.value);
        if (fragment && this.#applies(fragment.typeCondition?.name.value, type)) {
          collect(fragment.selectionSet);
        }
      }
    };
    for (const set of sets) collect(set);
    return [...found.values()];
  }

  #applies(condition: string | undefined, type: GraphQLObjectType): boolean {
    if (condition === undefined || condition === type.name) return true;
    const named = this.schema.getType(condition);
    return isAbstractType(named) && this.schema.isSubType(named, type);
  }

  /** The arguments of a field, and how their values go into the statement. */
  argumentsOf(
    { field, nodes }: Selected,
    check?: Site['check'],
  ): { args: Record<string, unknown>; parameter: (name: string) => unknown } {
    const [node] = nodes;
    if (!node) throw new NotCompiled('a field without a node');
    const args = getArgumentValues(field, node, this.#variables);
    check?.(args);
    const site = this.sites.length;
    const usesVariables = JSON.stringify(node.arguments ?? []).includes(`"${Kind.VARIABLE}"`);
    this.sites.push({ field, node, args, usesVariables, ...(check && { check }) });
    return {
      args,
      parameter: (name) =>
        lift(args[name], (_value, path) => this.#bind({ site, path: [name, ...path] })),
    };
  }

  #bind(binding: Binding): SQL {
    this.bindings.push(binding);
    return sql`${sql.placeholder(`p${this.bindings.length - 1}`)}`;
  }
}

/** The values of a statement's parameters for a request, in the order of their bindings. */
export function bind(
  { sites, bindings }: Pick<Operation, 'sites' | 'bindings'>,
  variables: VariableValues,
): unknown[] {
  const args = sites.map(({ field, node, args: constant, usesVariables, check }) => {
    if (!usesVariables) return constant;
    const now = getArgumentValues(field, node, variables);
    check?.(now);
    return now;
  });
  return bindings.map(({ site, path }) => {
    let value: unknown = args[site];
    for (const key of path) value = (value as Record<string | number, unknown>)[key];
    return Array.isArray(value) ? JSON.stringify(value) : value;
  });
}
