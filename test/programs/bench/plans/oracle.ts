import type { Client } from '../../../../src/db/client.ts';
import { timeOf } from './time.ts';

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

  /** @param answer which all of them must give */
  return function best(statement: string, values: readonly unknown[], answer: string): Best {
    let found: Best = { milliseconds: Infinity, by: '' };
    for (const [by, sql] of others(statement, values)) {
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

/** A statement with its values in it, where its statistics see them. */
function literal(statement: string, values: readonly unknown[]): string {
  let at = 0;
  return statement.replaceAll(/\(select \?\)|\?/g, () => {
    const value = values[at++];
    if (typeof value === 'string') return `'${value.replaceAll("'", "''")}'`;
    return JSON.stringify(value ?? null);
  });
}
