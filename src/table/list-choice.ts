import { GraphQLError } from 'graphql';

/** @param lists those that could be chosen instead */
export const refuse = (message: string, lists: readonly string[]) =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT', lists } });

const namesOf = (lists: readonly string[]) => lists.map((path) => `list=${path}`).join(', ');

/** The lists that an error names of a query that has several side by side. */
export const listsBeside = (error: unknown): readonly string[] =>
  error instanceof GraphQLError ? ((error.extensions['lists'] as string[] | undefined) ?? []) : [];

export function refuseChoice(chosen: string, lists: readonly string[]): never {
  const names = namesOf(lists) || 'none';
  throw refuse(`The query has no list ${JSON.stringify(chosen)}; it has ${names}.`, lists);
}

/** Every list must lie in the one before it. */
export function checkLists(lists: readonly { path: string }[], every: readonly string[]): void {
  const beside = lists.find(
    ({ path }, index) => index > 0 && !path.startsWith(`${lists[index - 1]?.path}.`),
  );
  if (!beside) return;
  throw refuse(
    `A table holds one list, or lists in each other, and this query has several side by side. Ask for one of them, or choose one: ${namesOf(every)}.`,
    every,
  );
}
