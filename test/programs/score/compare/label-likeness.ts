/** From this likeness on, two labels name the same thing. */
export const sameLabel = 0.7;

/**
 * How much two labels share, from 0 to 1: the F1 of their characters, each counted as often as it
 * stands there. Only letters and digits count, so that quotation marks and 、 do not.
 */
export function labelLikeness(one: string, other: string): number {
  const [some, others] = [charactersOf(one), charactersOf(other)];
  const left = new Map<string, number>();
  for (const character of others) left.set(character, (left.get(character) ?? 0) + 1);
  let shared = 0;
  for (const character of some) {
    const count = left.get(character) ?? 0;
    if (count > 0) shared += 1;
    left.set(character, count - 1);
  }
  return shared === 0 ? 0 : (2 * shared) / (some.length + others.length);
}

const charactersOf = (label: string) => label.normalize('NFKC').match(/[\p{L}\p{N}]/gu) ?? [];
