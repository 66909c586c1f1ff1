import type { Client } from '../../../../src/db/client.ts';
import { timeOf } from '../in-process/time.ts';

/** The fastest of several statements for the same rows, and how it is told from the others. */
export type Best = { milliseconds: number; by: string };

/** Where the rows of a page come from, in a compiled statement. */
const pageFrom = /from "(\w+)" as "(t\d+)"(?: indexed by "\w+"| not indexed)? where/;

type Index = { name: string; sql: string };

/** Asks for the same rows by every index that the statement could use, with and without the values. */
export function createOracle(client: Client) {
  const indexesOf = client.prepare<[string], Index>(
    `select name, coalesce(sql, '') as sql from sqlite_schema where type = 'index' and tbl_name = ?`,
  );

  /** Statements with other plans, by what tells them apart. */
  function others(statement: string, values: readonly unknown[]): [by: string, sql: string][] {
    const [found, table = '', row = ''] = pageFrom.exec(statement) ?? [];
    if (!found) return [];
    const mentioned = new Set(
      [...statement.matchAll(new RegExp(`"${row}"\\."(\\w+)"`, 'g'))].map(([, column]) => column),
    );
    const hints = indexesOf
      .all(table)
      .filter(({ sql }) => mentioned.has(/\(`(\w+)`|\("(\w+)"/.exec(sql)?.slice(1).find(Boolean)))
      .map(({ name }) => ` indexed by "${name}"`);
    return ['', ' not indexed', ...hints].flatMap((hint) => {
      const hinted = statement.replace(found, `from "${table}" as "${row}"${hint} where`);
      return [
        [`bound${hint}`, hinted],
        [`literal${hint}`, literal(hinted, values)],
      ];
    });
  }

  /**
   * @param ways a page by each way that the compiler knows, each of which is asked by every index
   * @param answer which all of them must give
   */
  return function best(ways: readonly Asked[], answer: string): Best {
    let found: Best = { milliseconds: Infinity, by: '' };
    const asked = ways.flatMap(({ statement, values }, way) =>
      others(statement, values).map(([by, sql]) => ({ by: `way ${way}, ${by}`, sql, values })),
    );
    for (const { by, sql, values } of onceEach(asked)) {
      const given = sql.includes('?') ? values : [];
      let prepared;
      try {
        prepared = client.prepare(sql).pluck();
      } catch (error) {
        if (/no query solution/.test((error as Error).message)) continue;
        throw error;
      }
      let told: unknown;
      const first = timeOf(() => (told = prepared.get(...given)), 1);
      if (String(told) !== answer) throw new Error(`${by} gives other rows: ${sql}`);
      if (first > 4 * found.milliseconds + 1) continue;
      const milliseconds = timeOf(() => prepared.get(...given));
      if (milliseconds < found.milliseconds) found = { milliseconds, by };
    }
    return found;
  };
}

/** A statement with the values of its parameters. */
type Asked = { statement: string; values: readonly unknown[] };

const onceEach = <Item extends { sql: string }>(items: readonly Item[]): Item[] => [
  ...new Map(items.map((item) => [item.sql, item])).values(),
];

/** A statement with its values in it, where its statistics see them. */
function literal(statement: string, values: readonly unknown[]): string {
  let at = 0;
  return statement.replaceAll(/\(select \?\)|\?/g, () => {
    const value = values[at++];
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
    return JSON.stringify(value ?? null);
  });
}
