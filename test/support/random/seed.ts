/**
 * By what cases are drawn: the same in every run, so that a change is told from chance. `SEED=random` or another
 * number has others drawn.
 */
export function seedOr(usual: number): number {
  const { SEED } = process.env;
  if (SEED === undefined) return usual;
  return SEED === 'random' ? Math.floor(Math.random() * 2 ** 31) : Number(SEED);
}
