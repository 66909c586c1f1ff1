import { readFileSync, readdirSync } from 'node:fs';
import { parse } from 'graphql';

const folder = new URL('./', import.meta.url);

/** A question of the gallery: a GraphQL document with its name and what it shows. */
export type Example = {
  /** `MeasuresToOutcomes`, the operation's name. */
  name: string;
  /** The first lines of comment, as one text. */
  description: string;
  /** The first of them in English, and the second in Chinese. */
  question: { en: string; zh: string };
  /** Those after it. */
  notes: string;
  query: string;
  /** The file's name in `src/examples`. */
  file: string;
};

/** The example questions in the order of their file names, which is that of the story they tell. */
export function readExamples(): Example[] {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.graphql'))
    .toSorted()
    .map((file) => exampleOf(file, readFileSync(new URL(file, folder), 'utf8')));
}

/** By what its addresses name it: `biggest-cuts` for `03-biggest-cuts.graphql`. */
export const slugOf = ({ file }: Example) => file.replace(/^\d+-/, '').replace(/\.graphql$/, '');

function exampleOf(file: string, query: string): Example {
  const [operation] = parse(query).definitions;
  if (operation?.kind !== 'OperationDefinition' || !operation.name) {
    throw new Error(`${file} does not begin with a named operation`);
  }
  const lines = query.split('\n');
  const comment = lines
    .slice(
      0,
      lines.findIndex((line) => !line.startsWith('#')),
    )
    .map((line) => line.replace(/^#\s*/, ''));
  const [en = '', zh = '', ...notes] = comment;
  return {
    name: operation.name.value,
    description: comment.join(' '),
    question: { en, zh },
    notes: notes.join(' '),
    query,
    file,
  };
}
