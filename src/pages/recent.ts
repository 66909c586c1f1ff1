type Kept<Thing> = { promise: Promise<Thing | null>; until: number };

/** Gives what is kept under a key, or makes it; null where there is nothing to be made. */
export type Recent<Thing> = (
  key: string,
  making: () => Promise<Thing | null>,
) => Promise<Thing | null>;

/**
 * Keeps what was made last, up to so many, and makes a thing that several ask for at once only once.
 * What fails, or turns out to be nothing, is not kept, and the rest for as long as `millisecondsFor`
 * says of it; not at all for 0.
 */
export function createRecent<Thing>(
  most: number,
  millisecondsFor: (thing: Thing) => number = () => Number.POSITIVE_INFINITY,
): Recent<Thing> {
  const kept = new Map<string, Kept<Thing>>();

  function make(key: string, making: () => Promise<Thing | null>): Kept<Thing> {
    const keepFor = (milliseconds: number) => {
      entry.until = performance.now() + milliseconds;
      if (milliseconds === 0 && kept.get(key) === entry) kept.delete(key);
    };
    const promise = making().then(
      (thing) => {
        keepFor(thing === null ? 0 : millisecondsFor(thing));
        return thing;
      },
      (error: unknown) => {
        keepFor(0);
        throw error;
      },
    );
    const entry: Kept<Thing> = { promise, until: Number.POSITIVE_INFINITY };
    return entry;
  }

  return (key, making) => {
    const present = kept.get(key);
    const entry = present && present.until > performance.now() ? present : make(key, making);
    // Put behind all others, so that the one at the front is the longest unasked.
    kept.delete(key);
    kept.set(key, entry);
    const oldest = kept.keys().next().value;
    if (kept.size > most && oldest !== undefined) kept.delete(oldest);
    return entry.promise;
  };
}
