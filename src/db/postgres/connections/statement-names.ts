import { LRUCache } from 'lru-cache';

/** How many texts are known, and how many characters they have together at the most. */
const known = { max: 2000, maxSize: 8_000_000 };

/** From which time on a statement is asked for it is prepared: what is asked once is only made longer by it. */
const prepared = 2;

/** What took no longer than so many milliseconds at best may wait for others of the kind, and have them wait. */
const quick = 4;

/** A statement that was asked for. */
export type KnownStatement = {
  /** Under which it is prepared; undefined as long as that is not worth it. */
  name: string | undefined;
  /** How long it took at best of late, in milliseconds. */
  atBest: number;
};

/** Whether nobody minds to wait for it. */
export const isQuick = ({ atBest }: KnownStatement): boolean => atBest <= quick;

/** Notes how long a statement took that waited for no other; what is worked out meanwhile may have made it longer. */
export function noteTime(statement: KnownStatement, milliseconds: number): void {
  statement.atBest = Math.min(milliseconds, statement.atBest * 1.1);
}

/**
 * Knows statements that are asked more than once and names them, so that PostgreSQL reads and plans them once a
 * connection and not for every answer: what takes it longer than most answers do.
 */
export function createStatementNames(): (text: string) => KnownStatement {
  let names = 0;
  const asked = new LRUCache<string, KnownStatement & { number: number; times: number }>({
    ...known,
    sizeCalculation: (_statement, text) => text.length,
  });
  return (text) => {
    const statement = asked.get(text) ?? {
      number: (names += 1),
      times: 0,
      name: undefined,
      atBest: Infinity,
    };
    statement.times += 1;
    if (statement.times >= prepared) statement.name = `s${statement.number}`;
    asked.set(text, statement);
    return statement;
  };
}
