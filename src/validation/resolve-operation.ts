import { GraphQLError, Kind, getOperationAST } from 'graphql';
import type { DocumentNode, OperationDefinitionNode } from 'graphql';

/** So many operations are named, each by so many characters: a document may have any number of any length. */
const named = { operations: 10, characters: 60 } as const;

/**
 * The operation of a document that is asked. GraphQL over HTTP wants status 200 beside `application/json`
 * where there is none, as for whatever else is wrong with a query.
 * @throws OPERATION_RESOLUTION_FAILURE with the operations that there are
 */
export function resolveOperation(
  document: DocumentNode,
  operationName: string | null | undefined,
): OperationDefinitionNode {
  const operation = getOperationAST(document, operationName);
  if (operation) return operation;
  throw new GraphQLError(wordsFor(document, operationName), {
    extensions: { code: 'OPERATION_RESOLUTION_FAILURE', http: { spec: true, status: 400 } },
  });
}

function wordsFor({ definitions }: DocumentNode, name: string | null | undefined): string {
  const operations = definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION);
  if (operations.length === 0) return 'The query has fragments alone; add an operation: { … }.';
  const names = operations.flatMap((each) => ('name' in each && each.name ? each.name.value : []));
  const first = names.slice(0, named.operations).map((each) => shorten(each));
  const more = names.length - first.length;
  const told = `${first.join(', ')}${more > 0 ? ` and ${more} more` : ''}`;
  if (name == null) {
    return `The query has ${operations.length} operations; name one of them by operationName: ${told}.`;
  }
  const wrong = `The query has no operation named “${shorten(name)}”;`;
  return names.length === 0
    ? `${wrong} its only one has no name: leave operationName out.`
    : `${wrong} it has ${told}.`;
}

const shorten = (name: string) =>
  name.length <= named.characters ? name : `${name.slice(0, named.characters).toWellFormed()}…`;
