import { Placeholder, aliasedTable, is, sql } from 'drizzle-orm';
import type { SQL } from 'drizzle-orm';
import type { SQLiteTable } from 'drizzle-orm/sqlite-core';
import { isObjectType } from 'graphql';
import type { GraphQLObjectType, GraphQLSchema, VariableValues } from 'graphql';
import { DerivedPlaceholder, boundValue } from '../db/dialect.ts';
import { writeStatement } from '../db/write-statement.ts';
import type { Dialect } from '../db/postgres/dialects.ts';
import type { TableName, relations } from '../db/relations.ts';
import { areOfVariables, argumentsOf, collectFields } from '../fields/collect-fields.ts';
import type { Selected, Selecting, Selection } from '../fields/collect-fields.ts';
import { bindParameters } from '../fields/field-arguments.ts';
import type { ArgumentValues, FieldArguments, ValueOf } from '../fields/field-arguments.ts';
import type { Kind, ReadField, ReadKind, RowPart } from '../fields/field-spec.ts';
import { fillIn, markedFor } from './filled-in.ts';
import type { Fill } from './filled-in.ts';
import { jsonObject } from './json-sql.ts';
import type { PageChoice } from './ways/choose.ts';
import type { ReadPage } from './bound-work.ts';
import type { JsonFragment, JsonMember } from './json-sql.ts';
import type { InSteps } from './in-steps.ts';

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

/** A row of the database that an object of the API is read from. */
export type RowSource = {
  table: SQLiteTable;
  name: TableName;
  /** Where the object is a part of the row. */
  part?: RowPart;
};

/** An object that is no row of a table: its values by name, each as SQL; null for none of a name. */
export type NamedValues = {
  plain: (name: string) => SQL | null;
  /** The same where it is a list, as JSON. */
  list: (name: string) => SQL | null;
};

/** What the fields of an object are read from; null at the root. */
export type ObjectSource = RowSource | NamedValues | null;

/** @throws NotCompiled where a field that needs a row of a table has none */
export function rowIn(source: ObjectSource, { name }: Selected['field']): RowSource {
  if (source === null || !('table' in source)) throw new NotCompiled(name);
  return source;
}

/** @throws NotCompiled where a field that needs an object which is no row has none */
export function valuesIn(source: ObjectSource, { name }: Selected['field']): NamedValues {
  if (source === null || 'table' in source) throw new NotCompiled(name);
  return source;
}

/** A JSON text, at once or in steps: what has fields of its own is compiled one field after the other. */
export type Compiling = JsonFragment[] | InSteps<JsonFragment[]>;

/** Makes a field of a kind a JSON text. */
export type CompileKind<Of extends Kind> = ReadKind<Of, CompileContext, ObjectSource, Compiling>;
export type CompileField = ReadField<CompileContext, ObjectSource, Compiling>;

/** The arguments of one field; read again for every request if they hold variables. */
type Site = (variables: VariableValues) => ArgumentValues;

/** The value of a parameter for a request, by the arguments of all sites. */
type Binding = (sites: readonly ArgumentValues[], context: object) => unknown;

/** Which way each page goes that has a choice, by its place among them; any where there are few rows. */
export type ChosenWays = readonly number[] | 'ANY';

/** How the pages of a statement are read. */
export type PageWays = {
  /** Which way each page goes that has a choice, in their order; null while they are looked for. */
  chosen: ChosenWays | null;
  /** How many of these have been compiled. */
  chosenSoFar: number;
  /** Of which of these nothing but the rows is asked for, and the statement for these once it is compiled. */
  alone: number | null;
  rows: SQL | null;
  /** The choices that there are, where none was made yet. */
  choices: PageChoice[];
  /** All that are read of the tables themselves. */
  read: ReadPage[];
  /** Whether nothing is looked for, but what the request names. */
  isOfNamed: boolean;
};

/** What is gathered while one operation is compiled. */
export class CompileContext {
  readonly schema: GraphQLSchema;
  readonly relations: Relations;
  /** Conditions without which the answer is an error: cursors without keys must name a row. */
  readonly preconditions: SQL[] = [];
  readonly ways: PageWays;
  /** Whose statement it becomes. */
  readonly dialect: Dialect;
  readonly #fills: Fill[] = [];
  readonly #compileField: CompileField;
  readonly #selecting: Selecting;
  readonly #sites: Site[] = [];
  readonly #bindings: Binding[] = [];
  #names = 0;

  constructor(options: {
    relations: Relations;
    compileField: CompileField;
    selecting: Selecting;
    chosen: ChosenWays | null;
    alone: number | null;
    dialect: Dialect;
  }) {
    this.dialect = options.dialect;
    const { chosen, alone } = options;
    this.ways = {
      chosen,
      chosenSoFar: 0,
      alone,
      rows: null,
      choices: [],
      read: [],
      isOfNamed: true,
    };
    this.schema = options.selecting.schema;
    this.relations = options.relations;
    this.#compileField = options.compileField;
    this.#selecting = options.selecting;
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
  fieldsOf({ type, sets }: Selection): [parent: GraphQLObjectType, fields: Selected[]] {
    if (!isObjectType(type)) throw new NotCompiled(type.name);
    return [type, collectFields(this.#selecting, type, sets)];
  }

  /** An object with the fields that are selected, each as `compile` gives it, as a JSON text. */
  *object(
    selection: Selection,
    compile: (selected: Selected, parent: GraphQLObjectType) => Compiling,
  ): InSteps<JsonFragment[]> {
    const [parent, fields] = this.fieldsOf(selection);
    const members: JsonMember[] = [];
    for (const selected of fields) {
      members.push([selected.name, yield* memberOf(parent, selected, compile)]);
      yield;
    }
    return jsonObject(members);
  }

  /** An object whose fields are read from a source, as a JSON text. */
  read(selection: Selection, source: ObjectSource): InSteps<JsonFragment[]> {
    return this.object(selection, (selected, parent) => this.field(parent, selected, source));
  }

  /** One field of such an object. */
  field(parent: GraphQLObjectType, selected: Selected, source: ObjectSource): Compiling {
    return this.#compileField(this, parent, selected, source);
  }

  /**
   * The arguments of a field.
   * @throws what `check` throws, now and for every request that gives other variables
   */
  argumentsOf(selected: Selected, check?: (args: ArgumentValues) => void): FieldArguments {
    const read = (variables: VariableValues) => {
      const now = argumentsOf(selected, variables);
      check?.(now);
      return now;
    };
    const args = read(this.#selecting.variables);
    const site = this.#sites.length;
    const usesVariables = areOfVariables(selected.nodes[0]?.arguments);
    this.#sites.push(usesVariables ? read : always(args));
    const computed = (of: ValueOf) =>
      this.#bind(usesVariables ? (sites) => of(sites[site] ?? {}) : always(of(args)));
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
  requestParameter(of: (context: object) => unknown): SQL {
    return this.#bind((_sites, context) => of(context));
  }

  /**
   * A piece of JSON that SQLite would work out by a function of this process. PostgreSQL gives what the function
   * takes, as JSON, and the piece is put in its place once the answer is there.
   */
  filledIn(from: SQL, fill: Fill): SQL {
    this.#fills.push(fill);
    return markedFor(this.#fills.length - 1, from);
  }

  /** What becomes of an answer before it is one. */
  finishing(): CompiledFinish {
    return this.#fills.length === 0 ? null : fillIn(this.#fills);
  }

  #bind(binding: Binding): SQL {
    this.#bindings.push(binding);
    return boundValue(sql.placeholder(`p${this.#bindings.length - 1}`));
  }

  /** A statement as a text, with how the values of its parameters come about for a request. */
  render(query: SQL): { statement: string; valuesFor: ReturnType<typeof bindAll> } {
    const { text: statement, values } = writeStatement(query, this.dialect);
    return { statement, valuesFor: this.#valuesFor(values) };
  }

  /** How the values of a request come about, one for each name of a parameter, in their order. */
  #valuesFor(names: readonly unknown[]): (variables: VariableValues, context: object) => unknown[] {
    return bindAll(
      this.#sites,
      names.map((name) => this.#bindingOf(name)),
    );
  }

  #bindingOf(name: unknown): Binding {
    if (name instanceof DerivedPlaceholder) {
      const { of } = name;
      return derive(
        of,
        name.from.map((each) => ('value' in each ? always(each.value) : this.#bindingOf(each))),
      );
    }
    const bound = is(name, Placeholder) && this.#bindings[Number(name.name.slice(1))];
    return bound || always(name);
  }
}

/** A field of an object. */
function* memberOf(
  parent: GraphQLObjectType,
  selected: Selected,
  compile: (selected: Selected, parent: GraphQLObjectType) => Compiling,
): InSteps<JsonFragment[]> {
  if (selected.field.name === '__typename') return [JSON.stringify(parent.name)];
  const compiling = compile(selected, parent);
  return Array.isArray(compiling) ? compiling : yield* compiling;
}

/** What becomes of the bytes of an answer before it is one; null for nothing. */
export type CompiledFinish = ((answer: Uint8Array) => Uint8Array) | null;

/*
 * A plan is kept for long, and with it whatever its functions can see: made out here they see nothing of
 * the operation, of its SQL in pieces, and of all else that was needed only to compile it.
 */

const always =
  <Value>(value: Value) =>
  () =>
    value;

const derive =
  (of: DerivedPlaceholder['of'], from: readonly Binding[]): Binding =>
  (sites, context) =>
    of(...from.map((each) => each(sites, context)));

const bindAll =
  (sites: readonly Site[], bindings: readonly Binding[]) =>
  (variables: VariableValues, context: object) => {
    const args = sites.map((read) => read(variables));
    return bindings.map((binding) => binding(args, context));
  };
