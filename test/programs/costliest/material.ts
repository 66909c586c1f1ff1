import { readFileSync } from 'node:fs';
import { buildSchema } from 'graphql';
import { dataOf } from '../support/client.ts';
import type { Client } from '../support/client.ts';

/** The schema as it is committed. */
export const schema = buildSchema(readFileSync('src/schema/schema.graphql', 'utf8'));

/** What questions are made of: drawn from the data that they are asked of. */
export type Material = {
  /** Codes of each type, those of the first and of the last rows. */
  codes: Readonly<Record<string, readonly string[]>>;
  /** What the API says of its own limits. */
  limit: (name: string, usual: number) => number;
  /** The commonest characters, the commonest first, and pairs of neighbours. */
  characters: readonly string[];
  pairs: readonly string[];
  /** Words in a row as they stand in a report. */
  passages: readonly string[];
  years: readonly number[];
};

/** Connections at the root, and of which type their rows are. */
const connections = {
  reports: 'Report',
  sections: 'Section',
  measures: 'Measure',
  outcomes: 'Outcome',
  links: 'Link',
  checks: 'Check',
  numerals: 'Numeral',
  documents: 'Document',
  indicators: 'Indicator',
  places: 'Place',
  organizations: 'Organization',
  units: 'Unit',
  honours: 'Honour',
  frameworks: 'Framework',
  frameworkItems: 'FrameworkItem',
};

type Page = { nodes: { code: string }[] };

export async function gatherMaterial({ ask }: Client): Promise<Material> {
  const codes: Record<string, string[]> = {};
  for (const [field, type] of Object.entries(connections)) {
    const pages = dataOf(
      await ask(
        `{ a: ${field}(first: 100) { nodes { code } } b: ${field}(last: 100) { nodes { code } } }`,
      ),
    ) as Record<string, Page>;
    codes[type] = [
      ...new Set(Object.values(pages).flatMap(({ nodes }) => nodes.map(({ code }) => code))),
    ];
  }
  const { meta, reports } = dataOf(
    await ask('{ meta { limits { name value } } reports(last: 5) { nodes { year text } } }'),
  ) as {
    meta: { limits: { name: string; value: number }[] };
    reports: { nodes: Told[] };
  };
  const limits = new Map(meta.limits.map(({ name, value }) => [name, value]));
  const texts = reports.nodes.map(({ text }) => text);
  return {
    codes,
    limit: (name, usual) => limits.get(name) ?? usual,
    characters: commonest(texts, 1, 40),
    pairs: commonest(texts, 2, 40),
    passages: texts.flatMap((text) => text.match(/.{200}/gsu)?.slice(0, 8) ?? []),
    years: [...new Set(reports.nodes.flatMap(({ year }) => year ?? []))],
  };
}

type Told = {
  year: number | null;
  text: string;
};

/** The commonest runs of so many Chinese characters, digits or letters. */
function commonest(texts: readonly string[], length: number, most: number): string[] {
  const counts = new Map<string, number>();
  const run = new RegExp(`(?=([\\p{Letter}\\p{Number}]{${length}}))`, 'gu');
  for (const text of texts) {
    for (const [, found = ''] of text.matchAll(run))
      counts.set(found, (counts.get(found) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, most)
    .map(([found]) => found);
}
