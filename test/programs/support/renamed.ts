import { randomUUID } from 'node:crypto';

/** Another one in each thread, so that no thread asks what one before it has asked. */
const [own] = randomUUID().split('-');
let nth = 0;

/** The one operation of a question under a name of its own, so that no answer to it is at hand. */
export function renamed(query: string): string {
  nth += 1;
  return query.replace(
    /^((?:\s*#.*\n)*)\s*(?:query\b\s*\w*)?\s*([({])/,
    `$1query Q${nth}_${own} $2`,
  );
}
