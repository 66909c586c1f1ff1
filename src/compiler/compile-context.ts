import { aliasedTable, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { Kind, getArgumentValues } from 'graphql';
import type {
  FragmentDefinitionNode,
  GraphQLObjectType,
  GraphQLSchema,
  SelectionSetNode,
  VariableValues,
} from 'graphql';
import type { relations } from '../db/relations.ts';
import { collectFields } from '../fields/collect-fields.ts';
import type { Selected, Selecting } from '../fields/collect-fields.ts';
import type { FieldSpec } from '../fields/field-spec.ts';
import { bindParameters } from '../fields/bind-parameters.ts';
import type { TableName } from '../db/relations.ts';
import type { JsonFragment } from './json-sql.ts';

/** Why the compiler leaves an operation to the ordinary executor. */
export const notCompiledReasons = [
  /** A field says in no way that is known here where its value comes from. */
  'NOT_DECLARED',
  /** What must not be null may be, and only the executor can say so. */
  'MAY_BE_NULL',
  /** A list that could be of any length. */
  'UNBOUNDED',
  /** The schema is asked for and not the data. */
  'INTROSPECTION',
] as const;
export type NotCompiledReason = (typeof notCompiledReasons)[number];

/** What the compiler cannot do; the ordinary executor answers instead. */
export class NotCompiled extends Error {
  readonly reason: NotCompiledReason;
  /** @param detail the field or table that it is about; never anything that a request holds */
  constructor(detail: string, reason: NotCompiledReason = 'NOT_DECLARED') {
    super(detail);
    this.reason = reason;
  }
}

export type Relations = typeof relations;
export type ArgumentValues = Readonly<Record<string, unknown>>;

/** A row of the database that an object of the API is read from. */
export type RowSource = {
  table: SQLiteTable;
  name: TableName;
  /** Where the object is a part of the row: which columns and relations its fields are. */
  part?: { columns: Readonly<Record<string, string>>; relations: Readonly<Record<string, string>> };
};

/** How the parts of the compiler call each other without knowing each other's files. */
export type Compilers = {
  row: (
    type: GraphQLObjectType,
    sets: readonly SelectionSetNode[],
    place: RowSource,
  ) => JsonFragment[];
  field: (type: GraphQLObjectType, selected: Selected, place: RowSource) => JsonFragment[];
  related: (selected: Selected, declared: FieldSpec & { kind: 'related' }, place: RowSource) => SQL;
};

/** The arguments of one field; read again for every request if they hold variables. */
type Site = {
  read: (variables: VariableValues) => ArgumentValues;
  args: ArgumentValues;
  usesVariables: boolean;
};

/** Where the value of a parameter comes from. */
type Binding =
  | { constant: unknown }
  | { site: number; of: (args: ArgumentValues) => unknown }
  | { ofRequest: (context: never) => unknown };

/** The arguments of a field, and how their values go into the statement. */
export type FieldArguments = {
  args: ArgumentValues;
  /** An argument, its texts, numbers and lists lifted into parameters. */
  parameter: (name: string) => unknown;
  /** A parameter whose value is worked out from the arguments. */
  computed: (of: (args: ArgumentValues) => unknown) => SQL;
};

/** What is gathered while one operation is compiled. */
export class CompileContext {
  readonly schema: GraphQLSchema;
  readonly relations: Relations;
  readonly compilers: Compilers;
  /** Conditions without which the answer is an error: cursors without keys must name a row. */
  readonly preconditions: SQL[] = [];
  readonly #selecting: Selecting;
  readonly #variables: VariableValues;
  readonly #sites: Site[] = [];
  readonly #bindings: Binding[] = [];
  #names = 0;

  constructor(options: {
    schema: GraphQLSchema;
    relations: Relations;
    compilers: (context: CompileContext) => Compilers;
    fragments: ReadonlyMap<string, FragmentDefinitionNode>;
    variables: VariableValues;
  }) {
    this.schema = options.schema;
    this.relations = options.relations;
    this.compilers = options.compilers(this);
    this.#selecting = options;
    this.#variables = options.variables;
  }

  /** A name that nothing else in the statement has. */
  freshAlias(): string {
    this.#names += 1;
    return `t${this.#names}`;
  }

  /** A table under a name of its own. */
  alias<Table extends SQLiteTable>(table: Table): Table {
    return aliasedTable(table, this.freshAlias());
  }

  /** The table of a name, under a name of its own. */
  table(name: TableName): SQLiteTable {
    return this.alias<SQLiteTable>(this.relations[name].table);
  }

  /** The fields that are selected on a type, in the order of their first mention. */
  fieldsOf(type: GraphQLObjectType, sets: readonly SelectionSetNode[]): Selected[] {
    return collectFields(this.#selecting, type, sets);
  }

  /**
   * The arguments of a field.
   * @throws what `check` throws, now and for every request that gives other variables
   */
  argumentsOf({ field, nodes }: Selected, check?: (args: ArgumentValues) => void): FieldArguments {
    const [node] = nodes;
    if (!node) throw new NotCompiled('a field without a node');
    const read = (variables: VariableValues) => {
      const now = getArgumentValues(field, node, variables);
      check?.(now);
      return now;
    };
    const args = read(this.#variables);
    const site = this.#sites.length;
    const usesVariables = JSON.stringify(node.arguments ?? []).includes(`"${Kind.VARIABLE}"`);
    this.#sites.push({ read, args, usesVariables });
    const computed = (of: (args: ArgumentValues) => unknown) =>
      this.#bind(usesVariables ? { site, of } : { constant: of(args) });
    return {
      args,
      computed,
      parameter: (name) =>
        bindParameters(args[name], (_value, path) =>
          computed((now) => {
            let value: unknown = now[name];
            for (const key of path) value = (value as Record<string | number, unknown>)[key];
            return Array.isArray(value) ? JSON.stringify(value) : value;
          }),
        ),
    };
  }

  /** A parameter whose value the request brings along. */
  requestParameter(of: (context: never) => unknown): SQL {
    return this.#bind({ ofRequest: of });
  }

  /**
   * A bare parameter after LIMIT, or against a column with statistics, would have SQLite plan the
   * whole statement anew whenever its value changes. Behind a SELECT it is only a value.
   */
  #bind(binding: Binding): SQL {
    this.#bindings.push(binding);
    return sql`(select ${sql.placeholder(`p${this.#bindings.length - 1}`)})`;
  }

  /** How the values of a request come about, one for each name of a parameter, in their order. */
  valuesFor(names: readonly unknown[]): (variables: VariableValues, context: object) => unknown[] {
    const bindings = names.map((name): Binding => {
      const placeholder = (name as { name?: unknown } | null)?.name;
      const bound = typeof placeholder === 'string' && this.#bindings[Number(placeholder.slice(1))];
      return bound || { constant: name };
    });
    const sites = this.#sites;
    return (variables, context) => {
      const args = sites.map((site) => (site.usesVariables ? site.read(variables) : site.args));
      return bindings.map((binding) => {
        if ('constant' in binding) return binding.constant;
        if ('ofRequest' in binding) return binding.ofRequest(context as never);
        return binding.of(args[binding.site] ?? {});
      });
    };
  }
}
