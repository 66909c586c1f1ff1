/**
 * Keeps what was made last, up to so many, and makes a thing that several ask for at once only once.
 * What fails, or turns out to be nothing, is not kept.
 */
export function createRecent<Thing>(most: number) {
  const kept = new Map<string, Promise<Thing | null>>();
  return (key: string, make: () => Promise<Thing | null>): Promise<Thing | null> => {
    const known = kept.get(key);
    if (known) {
      // Put behind all others, so that the one at the front is the longest unasked.
      kept.delete(key);
      kept.set(key, known);
      return known;
    }
    const made = make().then(
      (thing) => {
        if (thing === null) kept.delete(key);
        return thing;
      },
      (error: unknown) => {
        kept.delete(key);
        throw error;
      },
    );
    kept.set(key, made);
    const oldest = kept.keys().next().value;
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
