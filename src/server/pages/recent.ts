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
    const made = make();
    kept.set(key, made);
    const forget = () => {
      if (kept.get(key) === made) kept.delete(key);
    };
    made.then((thing) => {
      if (thing === null) forget();
    }, forget);
    const [oldest] = kept.keys();
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return made;
  };
}
