import { Kind, parse, print, visit } from 'graphql';
import { readExamples } from '../../../src/examples/read-examples.ts';

/** The outcome whose label every import of a soak changes. */
export const marked = 'xinghe-2023/supervision-effect';

export type Question = { name: string; body: string };

/** Every example and one question for the marked outcome; each asks which data answered too. */
export function questions(): Question[] {
  const version = parse('{ meta { dataVersion } }').definitions[0];
  const extra = version?.kind === Kind.OPERATION_DEFINITION ? version.selectionSet.selections : [];
  const withVersion = (query: string) =>
    print(
      visit(parse(query), {
        OperationDefinition: {
          leave: (node) => ({
            ...node,
            selectionSet: {
              ...node.selectionSet,
              selections: [...node.selectionSet.selections, ...extra],
            },
          }),
        },
      }),
    );
  const mark = `{ outcome(by: { code: "${marked}" }) { label(language: EN) } }`;
  return [...readExamples(), { name: 'Mark', query: mark }].map(({ name, query }) => ({
    name,
    body: JSON.stringify({ query: withVersion(query) }),
  }));
}
