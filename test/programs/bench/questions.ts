import { sql } from 'drizzle-orm';
import { openCurrent } from '../../../src/db/snapshot/pointer.ts';

export const questionNames = ['measure', 'report', 'page', 'search'] as const;

export type QuestionName = (typeof questionNames)[number];

export type Question = {
  name: QuestionName;
  title: string;
  query: string;
  /** What varies from request to request, so that nobody can answer from memory. */
  variables: object[];
};

const queries: Record<QuestionName, { title: string; query: string }> = {
  measure: {
    title: 'one measure with its outcomes',
    query: `query Measure($code: String!) {
      measure(by: { code: $code }) {
        id code title ordinal
        evidence { exact start end }
        outcomes {
          totalCount
          nodes { code label level quantity { value qualifier text unit { code } } evidence { exact } }
        }
      }
    }`,
  },
  report: {
    title: 'one whole report',
    query: `query Report($code: String!) {
      report(by: { code: $code }) {
        code title year place { code name }
        sections {
          ordinal title
          measures { nodes {
            code title evidence { exact start end }
            outcomes { nodes {
              code label level quantity { value text unit { code } } evidence { exact start end }
            } }
          } }
        }
      }
    }`,
  },
  page: {
    title: 'a filtered, ordered page of 20',
    query: `query Page($levels: [OutcomeLevel!], $from: Float) {
      outcomes(
        filter: { levels: $levels, value: { from: $from } }
        orderBy: { field: VALUE, direction: DESC }
        first: 20
      ) {
        pageInfo { hasNextPage }
        nodes {
          code label quantity { value unit { code } }
          report { title }
          measures { nodes { title } }
        }
      }
    }`,
  },
  search: {
    title: 'search of a two-character word',
    query: `query Search($text: String!) {
      search(text: $text, first: 20) {
        totalCount
        nodes { type node { ... on Node { id } } snippets { source text start } }
      }
    }`,
  },
};

const someLevels = [['OUTPUT'], ['OUTPUT', 'OUTCOME'], ['OUTPUT', 'OUTCOME', 'SCOPE']];

/** The questions, each with up to `most` sets of variables drawn evenly from the data. */
export function questionsOver(data: string, most = 500): Question[] {
  const current = openCurrent(data);
  if (!current.ok) throw new Error(current.reason);
  const { db, close } = current.snapshot;
  const column = <Value>(query: ReturnType<typeof sql>) =>
    db.values<[Value]>(query).map(([value]) => value);
  const codes = (table: string) => column<string>(sql.raw(`select code from ${table} order by id`));
  const values = column<number>(
    sql`select distinct value from outcomes where value is not null order by value limit 100000`,
  );
  // From the lower half, so that pages are full.
  const lower = sample(values.slice(0, Math.ceil(values.length / 2)), Math.floor(most / 3));
  const titles = column<string>(
    sql`select label_zh from outcomes union select title_zh from measures limit 20000`,
  );
  const variables: Record<QuestionName, object[]> = {
    measure: sample(codes('measures'), most).map((code) => ({ code })),
    report: sample(codes('reports'), most).map((code) => ({ code })),
    page: someLevels.flatMap((levels) => lower.map((from) => ({ levels, from }))),
    search: sample(wordsOf(titles), most).map((text) => ({ text })),
  };
  close();
  return questionNames.map((name) => ({ name, ...queries[name], variables: variables[name] }));
}

/** Every two neighbouring Chinese characters, once. */
function wordsOf(texts: readonly string[]): string[] {
  const words = new Set<string>();
  for (const text of texts) {
    for (const [, word] of text.matchAll(/(?=(\p{Script=Han}{2}))/gu)) if (word) words.add(word);
  }
  return [...words];
}

function sample<Item>(items: readonly Item[], most: number): Item[] {
  const step = Math.max(1, items.length / most);
  return Array.from({ length: Math.min(items.length, most) }, (_, n) => {
    return items[Math.floor(n * step)] as Item;
  });
}
