import type { Rows } from '../rows/rows.ts';
import type { VocabularyIndex } from '../rows/vocabulary-index.ts';

/** By what a fact refers to one of an earlier report, and what that one is. */
export const referenceKinds = {
  continues: { typename: 'Measure', noun: 'measure' },
  revises: { typename: 'Target', noun: 'target' },
} as const;

/** That a fact refers to one of an earlier report of the same place, both by the codes that people cite. */
export type Reference = { kind: keyof typeof referenceKinds; by: string; to: string };

/** Which place and year a report is about. */
type PlaceAndYear = { place: string; year: number | null };

/** A reference with what it must fit: the two reports, and whether the fact that it names is there. */
export type ReferenceWithEnds = Reference & {
  own: PlaceAndYear;
  /** Null where the report that it names is not there. */
  other: PlaceAndYear | null;
  isThere: boolean;
};

export type BrokenReference = Reference & { fault: 'UNKNOWN' | 'OTHER_PLACE' | 'NOT_EARLIER' };

/** `xinghe-2023` of `xinghe-2023/streamline-approvals`. */
export const reportOf = (code: string): string => code.slice(0, code.indexOf('/'));

/**
 * The reference where it is broken: where it names no fact of a report that is there, or one that is no
 * earlier fact of the same place. Of a report that is not there nothing can be said.
 */
export function judgeReference(reference: ReferenceWithEnds): BrokenReference[] {
  const { kind, by, to } = reference;
  const fault = faultOf(reference);
  return fault ? [{ kind, by, to, fault }] : [];
}

function faultOf({ own, other, isThere }: ReferenceWithEnds): BrokenReference['fault'] | null {
  if (!other) return null;
  if (!isThere) return 'UNKNOWN';
  if (own.place !== other.place) return 'OTHER_PLACE';
  // Of two years of which one is not known nobody can say which is the earlier.
  if (own.year === null || other.year === null) return null;
  return other.year >= own.year ? 'NOT_EARLIER' : null;
}

/** What references ask of one report: what it is about, what it gives and what it refers to. */
export type ReferableReport = PlaceAndYear & {
  code: string;
  /** By kind of reference: the codes that can be named. */
  given: Readonly<Record<Reference['kind'], readonly string[]>>;
  references: readonly Reference[];
};

export function referableReport(
  { reports: [report], measures, targets, continuations }: Rows,
  { codes }: Pick<VocabularyIndex, 'codes'>,
): ReferableReport | null {
  if (!report) return null;
  const codeOf = new Map(measures.map(({ id, code }) => [id, code]));
  return {
    code: report.code,
    place: codes.places?.get(report.placeId) ?? '',
    year: report.year ?? null,
    given: {
      continues: measures.map(({ code }) => code),
      revises: targets.map(({ code }) => code),
    },
    references: [
      ...continuations.map(({ measureId, earlierCode }): Reference => {
        return { kind: 'continues', by: codeOf.get(measureId) ?? '', to: earlierCode };
      }),
      ...targets.flatMap(({ code, revisesCode }): Reference[] =>
        revisesCode == null ? [] : [{ kind: 'revises', by: code, to: revisesCode }],
      ),
    ],
  };
}

/** The broken ones among the references of all reports that are there. */
export function brokenBetween(reports: readonly ReferableReport[]): BrokenReference[] {
  const held = new Map(reports.map((report) => [report.code, report]));
  const given = {
    continues: new Set(reports.flatMap((report) => report.given.continues)),
    revises: new Set(reports.flatMap((report) => report.given.revises)),
  };
  return reports.flatMap((own) =>
    own.references.flatMap((reference) =>
      judgeReference({
        ...reference,
        own,
        other: held.get(reportOf(reference.to)) ?? null,
        isThere: given[reference.kind].has(reference.to),
      }),
    ),
  );
}
