import { countCodePoints } from '../../../text/code-points.ts';
import type { Path } from '../../read/parse-source.ts';
import type { FigureFacts } from '../../read/shapes/figure.ts';
import type { ClaimedFigure } from '../../resolve/claim-request.ts';
import { quoted } from '../../resolve/quotes.ts';
import type { Quoted } from '../../resolve/quotes.ts';
import { nameBeside, perBeside, unitsBeside, wordsBeside } from '../../resolve/unit-words.ts';
import { unitsOfClassifier } from '../../resolve/units-of-classifier.ts';
import type { DerivedUnit } from '../../resolve/unit-words.ts';
import type { ReportContext } from '../report-context.ts';
import type { Whole } from './inherit.ts';

/** A unit that the curator names by a classifier: the words beside the figure say which it is. */
type NamedByClassifier = Omit<DerivedUnit, 'id'> & { id: null; noun: string | undefined };

/** The unit in which a figure is looked for. */
export type WantedUnit = DerivedUnit | NamedByClassifier;

/** Codes of units are Latin, or annotations such as {case}; anything else is a classifier. */
const isCode = (unit: string) => /[{}a-z]/iu.test(unit);

/**
 * The unit of a figure: the one that it states, that of its indicator, or that of its whole. Null
 * where there is none, which is told.
 */
export function wantedUnit(
  context: ReportContext,
  facts: FigureFacts,
  { at, whole }: { at: Path; whole: Whole | null },
): WantedUnit | null {
  const { terms, report } = context;
  const { unit, indicator, rank } = facts;
  if (rank !== undefined) return rankUnit(context, unit !== undefined, at);
  const observed = indicator === undefined ? undefined : terms.observed.get(indicator);
  if (unit === undefined) {
    if (observed) {
      return knownUnit(context, observed.unit, `the indicator ${JSON.stringify(indicator)}`);
    }
    // Of an indicator that nobody knows it is told already.
    if (indicator !== undefined) return null;
    if (whole?.unit) return { ...whole.unit, from: `the whole ${JSON.stringify(whole.code)}` };
    // Of a whole whose figure could not be read it is told already.
    if (!whole?.isFigure) {
      const help = 'Add unit: … (a code or a classifier), or an indicator, which has one.';
      report(at, 'figure-without-unit', 'A figure has a unit.', help);
    }
    return null;
  }
  const { classifier, noun, head } =
    typeof unit === 'string' ? { classifier: unit, noun: undefined, head: undefined } : unit;
  // What is told in the head of a table does not follow the number.
  const beside = (words: readonly string[]) => (head === undefined ? words : [...words, '']);
  if (typeof unit === 'string' && (terms.units.rows.has(unit) || isCode(unit))) {
    const id = terms.units.rowOf(unit, [...at, 'unit'], report);
    return id === null ? null : knownUnit(context, unit, null);
  }
  const ofIndicator = observed && terms.unitWords.get(observed.unit);
  if (observed && ofIndicator?.classifiers.includes(classifier)) {
    const known = knownUnit(context, observed.unit, null);
    return { ...known, classifiers: beside(known.classifiers) };
  }
  return { id: null, code: classifier, classifiers: beside([classifier]), from: null, noun };
}

/** Every rank is in one unit, which nobody writes. */
function rankUnit(context: ReportContext, isStated: boolean, at: Path): DerivedUnit | null {
  const { terms, report } = context;
  if (isStated) {
    const message = 'A rank is a place and no number of anything.';
    report([...at, 'unit'], 'rank-with-unit', message, 'Leave the unit out.');
    return null;
  }
  const id = terms.units.rowOf('{rank}', [...at, 'rank'], report);
  return id === null ? null : knownUnit(context, '{rank}', null);
}

/** A unit of the vocabulary. */
export function knownUnit(
  { terms }: ReportContext,
  code: string,
  from: string | null,
): DerivedUnit {
  const { classifiers = [] } = terms.unitWords.get(code) ?? {};
  return { id: terms.units.rows.get(code) ?? 0, code, classifiers, from };
}

/** A figure that was found, and where its outcome stands. */
type FoundFigure = { claimed: ClaimedFigure; quote: Quoted; at: Path };

/**
 * The unit of a figure that was found. A classifier is that of the vocabulary's unit whose noun stands
 * beside the figure; where none does, it becomes a unit of the report's own, which nothing is compared by.
 */
export function deriveUnit(
  context: ReportContext,
  wanted: WantedUnit,
  found: FoundFigure,
): DerivedUnit | null {
  if (wanted.id !== null) return wanted;
  const { terms, report } = context;
  const { code: classifier, noun } = wanted;
  const { claimed, quote, at } = found;
  const place = [...at, 'unit'];
  if (noun !== undefined && !quote.exact.includes(noun)) {
    report(
      place,
      'noun-not-in-quote',
      `${quoted(noun)} does not stand in ${quoted(quote.exact)}.`,
      'Take the noun from the quote: it says what the figure counts.',
    );
    return null;
  }
  const beside = wordsBeside(quote.exact, {
    start: Math.max(0, claimed.numeral.start - quote.start),
    end: claimed.numeral.start + countCodePoints(claimed.text) - quote.start,
  });
  const units = new Map(
    [...unitsOfClassifier(terms.unitWords, classifier)].filter(
      ([code]) => isPerHead(code) === claimed.perHead,
    ),
  );
  const named = noun === undefined ? beside : { before: noun, after: '' };
  const counted = noun ?? nameBeside(beside);
  const per = claimed.perHead ? null : perBeside(beside);
  // 每个村3名 is no number of persons: nothing of the vocabulary counts that.
  if (per !== null) return ownUnit(context, { classifier, per, noun: counted });
  const [only, ...others] = unitsBeside(classifier, units, named);
  if (only === undefined) {
    return ownUnit(context, { classifier, per: claimed.perHead ? '人' : null, noun: counted });
  }
  if (others.length === 0) return knownUnit(context, only, null);
  report(
    place,
    'ambiguous-unit',
    `${quoted(classifier)} may be ${[only, ...others].map((code) => JSON.stringify(code)).join(' or ')}: the words beside ${quoted(claimed.text)} name both.`,
    'Write the code of the unit that is meant, or what it counts: unit: { classifier: …, noun: … }.',
  );
  return null;
}

/** Whether figures in a unit are per head. */
export const isPerHead = (code: string) => code.includes('/{person}');

/** A unit of the report's own, the same for the same words. */
function ownUnit(
  context: ReportContext,
  { classifier, per, noun }: { classifier: string; per: string | null; noun: string },
): DerivedUnit {
  const { rows, ownUnits, codeOf, reportId } = context;
  const unit = per === null ? classifier : `${classifier}/${per}`;
  const name = [unit, noun].filter((word) => word !== '').join('：');
  const present = ownUnits.get(name);
  if (present) return present;
  const nth = [...ownUnits.values()].filter(({ classifiers }) =>
    classifiers.includes(classifier),
  ).length;
  const made: DerivedUnit = {
    id: -(rows.units.length + 1),
    code: codeOf(`${classifier === '' ? 'number' : classifier}-${nth + 1}`),
    classifiers: [classifier],
    from: null,
  };
  ownUnits.set(name, made);
  rows.units.push({
    id: made.id,
    code: made.code,
    nameZh: name,
    nameEn: null,
    additivity: 'UNKNOWN',
    reportId,
  });
  return made;
}
