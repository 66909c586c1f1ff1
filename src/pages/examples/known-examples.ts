import { parametersOf, variablesIn, WrongParameter } from '../../examples/parameters.ts';
import type { Parameter } from '../../examples/parameters.ts';
import { readExamples, slugOf } from '../../examples/read-examples.ts';
import type { Example } from '../../examples/read-examples.ts';
import { fill } from '../language/messages.ts';
import type { Site } from '../site.ts';

/** An example question that has a page. */
export type KnownExample = {
  slug: string;
  example: Example;
  parameters: readonly Parameter[];
};

export const knownExamples: readonly KnownExample[] = readExamples().map((example) => ({
  slug: slugOf(example),
  example,
  parameters: parametersOf(example.query),
}));

export const examplePath = (slug: string) => `/examples/${slug}`;

/** The example whose page stands at an address; null where none does. */
export const exampleAt = (pathname: string): KnownExample | null =>
  knownExamples.find(({ slug }) => pathname === examplePath(slug)) ?? null;

/** The variables that an address gives, or what is wrong with them. */
export function givenIn(
  parameters: readonly Parameter[],
  search: URLSearchParams,
): { values: Readonly<Record<string, unknown>> } | { wrong: WrongParameter } {
  try {
    return { values: variablesIn(parameters, search) };
  } catch (error) {
    if (error instanceof WrongParameter) return { wrong: error };
    throw error;
  }
}

/** What is wrong with them, in a reader's words. */
export const wrongWords = ({ words }: Pick<Site, 'words'>, { parameter, value }: WrongParameter) =>
  fill(words.wrongNumber, { name: parameter, value });
