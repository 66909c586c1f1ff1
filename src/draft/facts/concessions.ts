/** What of an item is given up because the importer does not take it, the least first. */
export type Concession =
  | 'no-indicator'
  | 'plain-unit'
  | 'no-unit'
  | 'name-figure'
  | 'narrow-quote'
  | 'bare-quote'
  | 'no-baseline'
  | 'flip-sign'
  | 'as-value'
  | 'as-change'
  | 'no-change'
  | 'no-period'
  | 'same-point'
  | 'no-whole'
  | 'one-act'
  | 'trim-acts'
  | 'drop';

/** What is conceded of each item, by its id, and why those were dropped that were. */
export type Concessions = ReturnType<typeof createConcessions>;

export function createConcessions() {
  const made = new Map<string, Set<Concession>>();
  const dropped = new Map<string, string>();
  const has = (id: string, concession: Concession) => made.get(id)?.has(concession) ?? false;
  return {
    has,
    isLive: (id: string) => !dropped.has(id),
    dropped: dropped as ReadonlyMap<string, string>,
    /** Drops an item, once and for one reason. */
    drop(id: string, why: string): void {
      if (!dropped.has(id)) dropped.set(id, why);
    },
    /** Makes the first of some concessions that is not made yet; drops the item where all are. */
    make(id: string, ladder: readonly Concession[], why: string): void {
      const next = ladder.find((concession) => !has(id, concession));
      if (next === undefined || next === 'drop') {
        this.drop(id, why);
        return;
      }
      made.set(id, (made.get(id) ?? new Set()).add(next));
    },
  };
}

/** The first rungs of the ladder for each rule of the importer; the last is always to drop the item. */
const ladders: Readonly<Record<string, readonly Concession[]>> = {
  'indicator-unit': ['no-indicator'],
  'indicator-kind': ['no-indicator'],
  'unknown-indicator': ['no-indicator'],
  'unit-not-as-written': ['no-change', 'no-indicator', 'plain-unit', 'no-unit'],
  'unit-not-in-head': ['no-unit'],
  'unknown-unit': ['plain-unit'],
  'figure-without-unit': ['no-whole'],
  'noun-not-in-quote': ['plain-unit'],
  'ambiguous-unit': ['narrow-quote', 'no-indicator', 'bare-quote'],
  'ambiguous-figure': ['name-figure', 'narrow-quote', 'bare-quote'],
  'figure-claimed-twice': ['narrow-quote', 'bare-quote'],
  'figure-not-in-quote': ['narrow-quote', 'no-baseline', 'bare-quote'],
  'figure-cut-off': ['narrow-quote', 'bare-quote', 'no-whole'],
  'change-against-verb': ['flip-sign', 'as-value'],
  'change-without-verb': ['narrow-quote', 'as-value'],
  'change-twice': ['no-baseline', 'as-value'],
  'value-is-a-change': ['as-change'],
  'baseline-does-not-fit': ['no-baseline'],
  'per-head': ['no-indicator', 'plain-unit'],
  'per-unit': ['no-indicator', 'plain-unit'],
  'period-not-edtf': ['no-period'],
  'period-not-in-quote': ['no-period'],
  'due-before-report': ['no-period'],
  'inherited-period': ['no-whole'],
  'link-without-ends': ['same-point'],
  'link-over-sentences': ['same-point'],
  'link-after-outcome': ['same-point'],
  'link-without-words': ['same-point'],
  'act-order': ['one-act'],
};

/** What is to be given up of an item that the importer does not take, by the rule and the field that it names. */
export function ladderOf(rule: string, field: string): readonly Concession[] {
  const ofField: Readonly<Record<string, readonly Concession[]>> = {
    period: ['no-period'],
    due: ['no-period'],
    baseline: ['no-baseline'],
    from: ['same-point'],
    link: ['same-point'],
    acts: ['one-act'],
    change: ['no-change'],
    changePercent: ['no-change'],
    unit: ['no-indicator', 'plain-unit'],
  };
  return ladders[rule] ?? ofField[field] ?? [];
}
