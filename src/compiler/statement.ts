import { and, sql } from 'drizzle-orm';
import { OperationTypeNode } from 'graphql';
import type { GraphQLSchema, VariableValues } from 'graphql';
import { asBytes } from '../db/dialect.ts';
import type { Dialect } from '../db/postgres/dialects.ts';
import { selectionOf } from '../fields/collect-fields.ts';
import type { AskedOperation } from '../fields/collect-fields.ts';
import type { ReadPage } from './bound-work.ts';
import { CompileContext, NotCompiled } from './compile-context.ts';
import type { ChosenWays, CompiledFinish, Relations } from './compile-context.ts';
import { compileField } from './compile-field.ts';
import { atOnce } from './in-steps.ts';
import type { InSteps } from './in-steps.ts';
import { concatenate } from './json-sql.ts';
import type { PageChoice } from './ways/choose.ts';

/** An operation as one statement, whose only value is the whole response as a JSON text. */
export type CompiledPlan = {
  statement: string;
  /**
   * The values of its parameters for a request, in their order.
   * @throws a GraphQLError where an argument cannot be taken
   */
  valuesFor: (variables: VariableValues, context: object) => unknown[];
  /** What becomes of its value before that is the answer. */
  finish?: CompiledFinish;
  /** The pages that can be read in several ways, where none was chosen yet. */
  choices: readonly PageChoice[];
  /** Whether all that it reads is named by the request, be that in many steps: any plan for it is as good for all values. */
  isOfNamed: boolean;
  /** The pages that it reads of tables themselves. */
  pages: readonly ReadPage[];
};

/** What is compiled: an operation of a validated document, with variables of one shape. */
export type CompileInput = AskedOperation & {
  schema: GraphQLSchema;
  relations: Relations;
  /** Which way each page goes that has a choice, in their order; left out where none was made yet. */
  chosen?: ChosenWays | undefined;
  /** Whether nothing but the choices matters, where there are any. */
  isForChoices?: boolean;
  /** The page, by its place among these, whose rows alone the statement is to find, as a list of their numbers. */
  alone?: number | undefined;
  /** Whose statement it becomes; SQLite's if not said. */
  dialect?: Dialect | undefined;
};

/**
 * Compiles a query into one statement. Its value is null where a cursor names no row.
 * @throws NotCompiled for what only the ordinary executor can answer
 */
export const compileStatement = (source: CompileInput): CompiledPlan =>
  atOnce(compileInSteps(source));

/** The same, one field after the other. */
export function* compileInSteps(source: CompileInput): InSteps<CompiledPlan> {
  const { schema, relations, operation } = source;
  const root = operation.operation === OperationTypeNode.QUERY && selectionOf(schema, source);
  if (!root) throw new NotCompiled('no query');
  const context = new CompileContext({
    selecting: root.selecting,
    relations,
    compileField,
    chosen: source.chosen ?? null,
    alone: source.alone ?? null,
    dialect: source.dialect ?? 'sqlite',
  });
  const members = yield* context.read(root, null);
  const text = concatenate(['{"data":', ...members, '}']);
  const answer = asBytes(text);
  const guarded =
    context.preconditions.length === 0
      ? sql`select ${answer}`
      : sql`select case when ${and(...context.preconditions)} then ${answer} end`;
  const { choices, read: pages, rows, isOfNamed } = context.ways;
  yield;
  const isNotRun = source.isForChoices === true && choices.length > 0;
  return {
    ...context.render(isNotRun ? sql`` : (rows ?? guarded)),
    finish: context.finishing(),
    choices,
    pages,
    isOfNamed,
  };
}
