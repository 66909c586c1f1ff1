import type { CompiledPlan } from '../../src/compiler/statement.ts';

/** A plan that is a statement and nothing else. */
export const planOf = (statement: string): CompiledPlan => ({
  statement,
  valuesFor: () => [],
  choices: [],
  pages: [],
  isOfNamed: false,
});
