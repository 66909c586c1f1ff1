import type { Question, QuestionName } from '../questions.ts';
import { bySide } from './sides.ts';
import type { SideName } from './sides.ts';

/** A row as PostGraphile has it: columns, and rows that keys lead to. */
type Row = Readonly<Record<string, unknown>>;
type Rows = { nodes: readonly Row[]; totalCount: number; pageInfo: object };

/** The same question for PostGraphile, and its answer as Juzheng would give it. */
type Asked = { query: string; toAnswer: (data: never) => unknown };

const span = 'byEvidenceId { exact start end }';
const outcomes = (fields: string) =>
  `linksByMeasureId(first: 20, orderBy: [ROW_ID_ASC]) { nodes { byOutcomeId { ${fields} } } }`;

const spanOf = ({ exact, start, end }: Row) => ({ exact, start: Number(start), end: Number(end) });

const quantityOf = (row: Row, ...names: string[]) =>
  row['value'] === null
    ? null
    : {
        value: row['value'],
        ...Object.fromEntries(
          names.map((name) => [name === 'quantityText' ? 'text' : name, row[name]]),
        ),
        unit: row['byUnitId'],
      };

const farRows = (rows: Rows, key: string) => rows.nodes.map((row) => row[key] as Row);

/** For search PostgreSQL has functions of its own; they give no snippets. */
const asked: Record<QuestionName, Asked> = {
  measure: {
    query: `query Measure($code: String!) {
      measuresRowByCode(code: $code) {
        code titleZh ordinal ${span}
        linksByMeasureId(first: 20, orderBy: [ROW_ID_ASC]) {
          totalCount
          nodes { byOutcomeId {
            code labelZh level value qualifier quantityText byUnitId { code } byEvidenceId { exact }
          } }
        }
      }
    }`,
    toAnswer: ({ measuresRowByCode: row }: { measuresRowByCode: Row }) => {
      const links = row['linksByMeasureId'] as Rows;
      return {
        measure: {
          id: `Measure:${row['code'] as string}`,
          code: row['code'],
          title: row['titleZh'],
          ordinal: Number(row['ordinal']),
          evidence: spanOf(row['byEvidenceId'] as Row),
          outcomes: {
            totalCount: links.totalCount,
            nodes: farRows(links, 'byOutcomeId').map((outcome) => ({
              code: outcome['code'],
              label: outcome['labelZh'],
              level: outcome['level'],
              quantity: quantityOf(outcome, 'qualifier', 'quantityText'),
              evidence: outcome['byEvidenceId'],
            })),
          },
        },
      };
    },
  },
  report: {
    query: `query Report($code: String!) {
      reportsRowByCode(code: $code) {
        code titleZh year byPlaceId { code nameZh }
        sectionsByReportId(orderBy: [ORDINAL_ASC]) { nodes {
          ordinal titleZh
          measuresBySectionId(first: 20, orderBy: [ROW_ID_ASC]) { nodes {
            code titleZh ${span}
            ${outcomes(`code labelZh level value quantityText byUnitId { code } ${span}`)}
          } }
        } }
      }
    }`,
    toAnswer: ({ reportsRowByCode: row }: { reportsRowByCode: Row }) => {
      const place = row['byPlaceId'] as Row;
      return {
        report: {
          code: row['code'],
          title: row['titleZh'],
          year: row['year'] === null ? null : Number(row['year']),
          place: { code: place['code'], name: place['nameZh'] },
          sections: (row['sectionsByReportId'] as Rows).nodes.map((section) => ({
            ordinal: Number(section['ordinal']),
            title: section['titleZh'],
            measures: {
              nodes: (section['measuresBySectionId'] as Rows).nodes.map((measure) => ({
                code: measure['code'],
                title: measure['titleZh'],
                evidence: spanOf(measure['byEvidenceId'] as Row),
                outcomes: {
                  nodes: farRows(measure['linksByMeasureId'] as Rows, 'byOutcomeId').map(
                    (outcome) => ({
                      code: outcome['code'],
                      label: outcome['labelZh'],
                      level: outcome['level'],
                      quantity: quantityOf(outcome, 'quantityText'),
                      evidence: spanOf(outcome['byEvidenceId'] as Row),
                    }),
                  ),
                },
              })),
            },
          })),
        },
      };
    },
  },
  page: {
    query: `query Page($levels: [String!], $from: Float) {
      allOutcomesRows(
        filter: { level: { in: $levels }, value: { greaterThanOrEqualTo: $from } }
        orderBy: [VALUE_DESCENDING_DESC, CODE_ORDER_DESC]
        first: 20
      ) {
        pageInfo { hasNextPage }
        nodes {
          code labelZh value byUnitId { code }
          byReportId { titleZh }
          linksByOutcomeId(first: 20, orderBy: [ROW_ID_ASC]) { nodes { byMeasureId { titleZh } } }
        }
      }
    }`,
    toAnswer: ({ allOutcomesRows: { pageInfo, nodes } }: { allOutcomesRows: Rows }) => ({
      outcomes: {
        pageInfo,
        nodes: nodes.map((row) => ({
          code: row['code'],
          label: row['labelZh'],
          quantity: quantityOf(row),
          report: { title: (row['byReportId'] as Row)['titleZh'] },
          measures: {
            nodes: farRows(row['linksByOutcomeId'] as Rows, 'byMeasureId').map((measure) => ({
              title: measure['titleZh'],
            })),
          },
        })),
      },
    }),
  },
  search: {
    query: `query Search($text: String!) {
      searchCount(words: $text)
      searchHits(words: $text) { nodes { type code } }
    }`,
    toAnswer: ({ searchCount, searchHits }: { searchCount: string; searchHits: Rows }) => ({
      search: {
        totalCount: Number(searchCount),
        nodes: searchHits.nodes.map(({ type, code }) => ({ type, node: { id: code } })),
      },
    }),
  },
};

/** A question of all: what it is, what varies, and how each is asked. */
export type PeerQuestion = {
  title: string;
  variables: readonly object[];
  queries: Record<SideName, string>;
  toAnswer: Asked['toAnswer'];
};

const snippets = 'snippets { source text start }';

/** The standard questions, and what Juzheng alone can be asked for left out of the last. */
export function peerQuestionsOf(questions: readonly Question[]): PeerQuestion[] {
  return questions.flatMap(({ name, title, query, variables }) => {
    const { query: peer, toAnswer } = asked[name];
    const question = {
      title,
      variables,
      queries: { ...bySide(() => query), postgraphile: peer },
      toAnswer,
    };
    if (!query.includes(snippets)) return question;
    const plain = query.replace(snippets, '');
    const less = { ...bySide(() => plain), postgraphile: peer };
    return [question, { ...question, title: 'the same without snippets from any', queries: less }];
  });
}
