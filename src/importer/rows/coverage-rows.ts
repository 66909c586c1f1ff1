import type { Numeral } from '../../text/numerals/numeral.ts';
import type { ClaimKind, NumeralKind } from '../../vocabulary.ts';
import { quoted } from '../resolve/quotes.ts';
import type { ReportContext } from './report-context.ts';
import type { Bilingual } from '../read/shapes/terms.ts';
import type { Path } from '../read/parse-source.ts';
import type { ResolvedSection } from '../resolve/sections.ts';

type CoverageCounts = {
  numeralCount: number;
  quantityCount: number;
  claimedCount: number;
  waivedCount: number;
  outcomeFigureCount: number;
  targetFigureCount: number;
  problemFigureCount: number;
};

const nothingCounted: CoverageCounts = {
  numeralCount: 0,
  quantityCount: 0,
  claimedCount: 0,
  waivedCount: 0,
  outcomeFigureCount: 0,
  targetFigureCount: 0,
  problemFigureCount: 0,
};

/** In which count the figures of a kind of fact are. */
const countOfKind = {
  OUTCOME: 'outcomeFigureCount',
  TARGET: 'targetFigureCount',
  PROBLEM: 'problemFigureCount',
} as const satisfies Record<ClaimKind, keyof CoverageCounts>;

/** The column of a numeral that names the fact which claims it. */
const columnOfKind = {
  OUTCOME: 'outcomeId',
  TARGET: 'targetId',
  PROBLEM: 'problemId',
} as const satisfies Record<ClaimKind, string>;

/**
 * Adds every numeral of the text with the fact that claims it. A quantity that no outcome, target or
 * problem claims and no waiver excuses is a problem: nothing of the report may be lost in silence. So is a number
 * before a classifier that the reader does not understand; once a curator has claimed or waived it, it
 * is a quantity.
 */
export function addNumerals(
  context: ReportContext,
  sections: readonly ResolvedSection[],
): CoverageCounts {
  const { rows, reportId, figures } = context;
  const waivers = waiversOf(context);
  const counts: CoverageCounts = { ...nothingCounted };
  for (const numeral of figures.all) {
    const { text, start, end, quantity, unread } = numeral;
    const owners = figures.owners.get(numeral) ?? [];
    const [owner] = owners;
    const waiver = quantity || unread ? waiverOf(waivers, numeral) : undefined;
    const section = sections.findIndex((each) => start >= each.start && start < each.end);
    if (waiver) waiver.used = true;
    checkClaim(context, numeral, { waiver, section });
    const kind = kindOf(numeral, owner !== undefined || waiver !== undefined);
    count(counts, kind, owner?.kind ?? (waiver ? 'WAIVED' : null));
    const id = rows.numerals.length + 1;
    rows.numerals.push({
      id,
      code: context.codeOf(`n${String(start).padStart(7, '0')}`),
      reportId,
      sectionId: context.sectionIds + section,
      kind,
      text,
      start,
      end,
      claim: owner?.kind ?? null,
      ...(owner && { [columnOfKind[owner.kind]]: owner.id }),
      ...waiverColumns(owner ? undefined : waiver?.reason),
    });
    addClaims(rows, id, owners);
  }
  for (const { at, used, words } of waivers) {
    if (!words || used) continue;
    context.report(at, 'idle-waiver', 'The words hold no figure to waive.', 'Remove the waiver.');
  }
  return counts;
}

/** What a numeral is: a quantity too where the reader did not understand it and somebody claimed or waived it. */
const kindOf = ({ kind }: Numeral, isSettled: boolean) =>
  isSettled && kind !== 'ORDINAL' ? 'QUANTITY' : kind;

/** Counts a numeral. A rank is no quantity, so that whoever claims one makes no gap smaller. */
function count(counts: CoverageCounts, kind: NumeralKind, by: ClaimKind | 'WAIVED' | null): void {
  counts.numeralCount += 1;
  if (kind !== 'QUANTITY') return;
  counts.quantityCount += 1;
  if (by === 'WAIVED') counts.waivedCount += 1;
  else if (by !== null) {
    counts.claimedCount += 1;
    counts[countOfKind[by]] += 1;
  }
}

/** Adds which facts claim a numeral, each once: a problem may have it in two of its figures. */
function addClaims(
  { numeralClaims }: ReportContext['rows'],
  numeralId: number,
  owners: readonly { kind: ClaimKind; id: number }[],
): void {
  const facts = new Map(owners.map(({ kind, id }) => [`${kind} ${id}`, { kind, id }]));
  [...facts.values()].forEach(({ kind, id }, index) => {
    numeralClaims.push({ numeralId, ordinal: index + 1, [columnOfKind[kind]]: id });
  });
}

/** Why a figure stands in no fact, as columns. */
const waiverColumns = (reason?: Bilingual) => ({
  waiverZh: reason?.zh ?? null,
  waiverEn: reason?.en ?? null,
});

/** The waiver whose words hold a numeral. */
const waiverOf = (
  waivers: ReturnType<typeof waiversOf>,
  { start, end }: ReportContext['figures']['all'][number],
) => waivers.find(({ words }) => words && words.start <= start && end <= words.end);

const waiversOf = ({ facts, quote: find }: ReportContext) =>
  facts.waivers.map(({ quote, reason }, index) => {
    const at = ['waivers', index, 'quote'];
    return { at, reason, words: find(quote, undefined, at), used: false };
  });

/** A quantity is claimed or waived, and not both. */
function checkClaim(
  { report, figures, around }: ReportContext,
  numeral: ReportContext['figures']['all'][number],
  { waiver, section }: { waiver: { at: Path } | undefined; section: number },
): void {
  const { text, start, end, quantity, unread } = numeral;
  const [owner] = figures.owners.get(numeral) ?? [];
  if (waiver && owner) {
    report(
      waiver.at,
      'waived-and-claimed',
      `${quoted(text)} is the figure of ${JSON.stringify(owner.code)}.`,
      'A figure is claimed or waived, not both.',
    );
  }
  if (owner || waiver || figures.isExcused(numeral)) return;
  const place = `(at ${start}, …${around(start, end)}…)`;
  if (quantity) {
    report(
      ['sections', section, 'code'],
      'unclaimed-figure',
      `No outcome, target or problem claims ${quoted(text)} ${place}.`,
      'Write the fact that it belongs to, or waive it with a reason under waivers.',
    );
  } else if (unread) {
    const readings = unread.readings.join(' or ');
    report(
      ['sections', section, 'code'],
      'unread-figure',
      readings === ''
        ? `${quoted(text)} ${place} counts something, and its value cannot be read.`
        : `${quoted(text)} ${place} may be ${readings}.`,
      readings === ''
        ? 'Waive it with a reason under waivers.'
        : 'Claim it with the value that is meant, or waive it with a reason under waivers.',
    );
  }
}

/**
 * Adds how many measures of the report serve each item of each framework, none included; what is only
 * planned is counted by itself. A heading counts those of its points as well, each measure once.
 */
export function addFrameworkItems({ rows, terms, reportId }: ReportContext): void {
  const planned = new Set(
    rows.measures.filter(({ stage }) => stage === 'PLANNED').map(({ id }) => id),
  );
  const serving = new Map<number, Set<number>>();
  for (const { measureId, itemId } of rows.measureFrameworkItems) {
    for (const above of terms.itemAncestors.get(itemId) ?? [itemId]) {
      const measures = serving.get(above) ?? new Set();
      serving.set(above, measures.add(measureId));
    }
  }
  for (const itemId of terms.items.rows.values()) {
    const measures = [...(serving.get(itemId) ?? [])];
    const plannedCount = measures.filter((id) => planned.has(id)).length;
    const measureCount = measures.length - plannedCount;
    rows.reportFrameworkItems.push({ reportId, itemId, measureCount, plannedCount });
  }
}
