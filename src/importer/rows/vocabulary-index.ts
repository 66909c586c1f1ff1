import { codesOf } from '../resolve/codes.ts';
import type { Codes } from '../resolve/codes.ts';
import type { VocabularyName } from '../read/read-seed.ts';
import type { Rows as Tables } from './rows.ts';
import type { UnitWords } from '../resolve/unit-words.ts';
import type {
  IndicatorDirection,
  IndicatorKind,
  OutcomeLevel,
  PlaceLevel,
} from '../../vocabulary.ts';
import type { KnownNorm } from './frameworks/known-norms.ts';

type VocabularyRows = ReadonlyMap<string, number>;

/** What an indicator says of the figures that observe it. */
export type Observed = {
  unit: string;
  direction: IndicatorDirection;
  kind: IndicatorKind;
  level: OutcomeLevel | undefined;
};

/** What the vocabulary says, as one thread can send it to another. */
export type KnownCodes = {
  places: VocabularyRows;
  units: VocabularyRows;
  indicators: VocabularyRows;
  organizations: VocabularyRows;
  items: VocabularyRows;
  /** By a unit's code: how reports write it, its classifiers longest first. */
  unitWords: ReadonlyMap<string, UnitWords>;
  /** By an indicator's code: what figures of it must be, and which way is better. */
  observed: ReadonlyMap<string, Observed>;
  /** By a place's row: the codes of the places that it lies in, itself first. */
  ancestors: ReadonlyMap<number, readonly string[]>;
  /** By a framework item's row: those of the items that it stands below, itself first. */
  itemAncestors: ReadonlyMap<number, readonly number[]>;
  norms: readonly KnownNorm[];
  /** By a place's row: its rank. */
  levels: ReadonlyMap<number, PlaceLevel>;
  /** The rows of those that count what may be counted in several groups: the same people. */
  overlapping: Readonly<Record<'units' | 'indicators', ReadonlySet<number>>>;
  /** The files of which not all could be read: what they seem to lack may stand in them. */
  damaged: readonly VocabularyName[];
};

/** What reports may refer to: the codes of the vocabulary, and what its units and indicators say. */
export type VocabularyIndex = Pick<
  KnownCodes,
  | 'unitWords'
  | 'observed'
  | 'ancestors'
  | 'itemAncestors'
  | 'norms'
  | 'levels'
  | 'overlapping'
  | 'damaged'
> & {
  /** By table and row: its code. */
  codes: Partial<Record<keyof Tables, ReadonlyMap<number, string>>>;
  places: Codes;
  units: Codes;
  indicators: Codes;
  organizations: Codes;
  items: Codes;
};

export function indexVocabulary(known: KnownCodes): VocabularyIndex {
  return {
    ...known,
    places: codesOf('place', known.places),
    units: codesOf('unit', known.units),
    indicators: codesOf('indicator', known.indicators),
    organizations: codesOf('organization', known.organizations),
    items: codesOf('framework-item', known.items),
    codes: {
      places: codesByRow(known.places),
      units: codesByRow(known.units),
      indicators: codesByRow(known.indicators),
      organizations: codesByRow(known.organizations),
      frameworkItems: codesByRow(known.items),
    },
  };
}

const codesByRow = (rows: VocabularyRows) => new Map([...rows].map(([code, row]) => [row, code]));
