import { inBoth } from '../../read/shapes/terms.ts';
import type { NormBound, NormPeriod, PlaceLevel } from '../../../vocabulary.ts';
import type { UnitWords } from '../../resolve/unit-words.ts';
import type { Rows } from '../rows.ts';

type Words = { zh: string; en: string };

/** A norm as the checks of reports need it. */
export type KnownNorm = {
  itemId: number;
  itemCode: string;
  indicatorId: number;
  bound: NormBound;
  value: number;
  unitId: number;
  unit: Words;
  /** Whether figures of it can be added up, so that a part of a year gives no more than the year. */
  isAdditive: boolean;
  /** Whether its unit is itself one per something: class hours a head. */
  isUnitPer: boolean;
  /** Per what, and how reports write that; null where per nothing. */
  per: (Words & { written: readonly string[] }) | null;
  period: NormPeriod | null;
  from: string;
  until: string | null;
  highestLevel: PlaceLevel | null;
  lowestLevel: PlaceLevel | null;
  /** The code of the place that it binds, with all in it. */
  place: string | null;
};

/** What reports must know of the frames, of whose norms a report takes those that bind its place. */
export function frameworksKnown(
  rows: Rows,
  unitWords: ReadonlyMap<string, UnitWords>,
): {
  itemAncestors: ReadonlyMap<number, readonly number[]>;
  norms: readonly KnownNorm[];
  levels: ReadonlyMap<number, PlaceLevel>;
} {
  const itemAncestors = new Map<number, number[]>();
  for (const { itemId, ancestorId } of rows.frameworkItemAncestors) {
    itemAncestors.set(itemId, [...(itemAncestors.get(itemId) ?? []), ancestorId]);
  }
  return {
    itemAncestors,
    norms: rows.frameworkItems.flatMap((item) => knownNorm(item, rows, unitWords) ?? []),
    levels: new Map(rows.places.map(({ id = 0, level }) => [id, level])),
  };
}

const wordsOf = ({ nameZh, nameEn }: Rows['units'][number]): Words =>
  inBoth({ zh: nameZh, en: nameEn ?? undefined });

function knownNorm(
  item: Rows['frameworkItems'][number],
  rows: Rows,
  unitWords: ReadonlyMap<string, UnitWords>,
): KnownNorm | null {
  const { normBound, normValue, normIndicatorId, normFrom } = item;
  const unit = rows.units.find(({ id }) => id === item.normUnitId);
  const indicator = rows.indicators.find(({ id }) => id === normIndicatorId);
  if (!normBound || normValue == null || !normFrom || !unit || !indicator) return null;
  const per = rows.units.find(({ id }) => id === item.normPerId);
  const framework = rows.frameworks.find(({ id }) => id === item.frameworkId);
  const place = rows.places.find(({ id }) => id === framework?.placeId);
  return {
    itemId: item.id ?? 0,
    itemCode: item.code,
    indicatorId: indicator.id ?? 0,
    bound: normBound,
    value: normValue,
    unitId: unit.id ?? 0,
    unit: wordsOf(unit),
    isAdditive: indicator.additivity === 'ADDITIVE',
    isUnitPer: unit.code.includes('/'),
    per: per
      ? {
          ...wordsOf(per),
          written: [per.nameZh, ...(unitWords.get(per.code)?.classifiers ?? [])].filter(Boolean),
        }
      : null,
    period: item.normPeriod ?? null,
    from: normFrom,
    until: item.normUntil ?? null,
    highestLevel: item.normHighestLevel ?? null,
    lowestLevel: item.normLowestLevel ?? null,
    place: place?.code ?? null,
  };
}
