/** A fact of a draft that has a code, and by what it is known again: the surest first. */
export type Known = {
  readonly fact: { code: string };
  readonly signs: readonly string[];
  /** Of prose: the words that it rests on. */
  readonly words?: string;
};

/**
 * Gives facts that are not known again the codes of those that are gone between the same neighbours, in their
 * order, where `isSame` says of the two that they are one.
 */
export function matchBetween(
  now: readonly Known[],
  then: readonly Known[],
  {
    codes,
    isSame,
  }: { codes: Map<{ code: string }, string>; isSame: (one: Known, other: Known) => boolean },
): void {
  const kept = new Set(codes.values());
  const before = runsOf(then, ({ fact }) => (kept.has(fact.code) ? fact.code : null));
  const after = runsOf(now, ({ fact }) => codes.get(fact) ?? null);
  for (const [neighbours, run] of after) {
    let gone = before.get(neighbours) ?? [];
    for (const known of run) {
      const at = gone.findIndex((earlier) => isSame(known, earlier));
      const code = gone[at]?.fact.code;
      if (code === undefined) continue;
      codes.set(known.fact, code);
      gone = gone.slice(at + 1);
    }
  }
}

/** The runs of facts without a sign, by the signs of those that stand around them. */
function runsOf(
  facts: readonly Known[],
  signOf: (known: Known) => string | null,
): Map<string, Known[]> {
  const runs = new Map<string, Known[]>();
  let open: Known[] = [];
  let last = '';
  const close = (next: string) => {
    if (open.length > 0) runs.set(JSON.stringify([last, next]), open);
    open = [];
    last = next;
  };
  for (const known of facts) {
    const own = signOf(known);
    if (own === null) open.push(known);
    else close(own);
  }
  close('');
  return runs;
}
