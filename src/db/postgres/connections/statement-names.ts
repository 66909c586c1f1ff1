import { LRUCache } from 'lru-cache';

/** How many texts are known, and how many characters they have together at the most. */
const known = { max: 2000, maxSize: 8_000_000 };

/** From which time on a statement is asked for it is prepared: what is asked once is only made longer by it. */
const prepared = 2;

/**
 * Names statements that are asked more than once, so that PostgreSQL reads and plans them once a connection and not
 * for every answer: what takes it longer than most answers do.
 */
export function createStatementNames(): (text: string) => string | undefined {
  let names = 0;
  const asked = new LRUCache<string, { name: string; times: number }>({
    ...known,
    sizeCalculation: (_statement, text) => text.length,
  });
  return (text) => {
    const statement = asked.get(text) ?? { name: `s${(names += 1)}`, times: 0 };
    statement.times += 1;
    asked.set(text, statement);
    return statement.times < prepared ? undefined : statement.name;
  };
}
