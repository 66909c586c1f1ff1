/**
 * Makes something once of each thing, and holds it for as long as that thing is held: what more it
 * is made with counts the first time only.
 */
export function oncePer<Key extends object, Made, Rest extends unknown[]>(
  make: (key: Key, ...rest: Rest) => Made,
): (key: Key, ...rest: Rest) => Made {
  const made = new WeakMap<Key, { value: Made }>();
  return (key, ...rest) => {
    const known = made.get(key);
    if (known) return known.value;
    const value = make(key, ...rest);
    made.set(key, { value });
    return value;
  };
}
