let nth = 0;

/** The one operation of a question under a name of its own, so that no answer to it is at hand. */
export function renamed(query: string): string {
  nth += 1;
  return query.replace(/^((?:\s*#.*\n)*)\s*(?:query\b\s*\w*)?\s*([({])/, `$1query Q${nth} $2`);
}
