import { findNumerals } from '../../../text/numerals/numeral-scanner.ts';
import { namesOf, placeLevels } from '../../../vocabulary.ts';
import type { Codes } from '../../resolve/codes.ts';
import { quoted } from '../../resolve/quotes.ts';
import type { Path } from '../../read/parse-source.ts';
import type { NormFacts } from '../../read/shapes/framework.ts';
import type { ReportProblem } from '../../read/source-file.ts';
import type { Rows } from '../rows.ts';

/** What a norm refers to. */
export type NormTerms = { units: Codes; indicators: Codes };

type NormPlace = {
  at: Path;
  /** The address of its item's text. */
  source: string | null;
  rows: Rows;
  terms: NormTerms;
  report: ReportProblem;
};

/** The columns of a norm; none, and a problem, where it says something that cannot be. */
export function normColumns(norm: NormFacts, place: NormPlace) {
  const { at, rows, terms, report } = place;
  const indicatorId = terms.indicators.rowOf(norm.indicator, [...at, 'indicator'], report);
  const unitId = terms.units.rowOf(norm.unit, [...at, 'unit'], report);
  const perId = norm.per === undefined ? null : terms.units.rowOf(norm.per, [...at, 'per'], report);
  const source = norm.source ?? place.source;
  const isSaid = isInQuote(norm, place);
  const binds = canBind(norm, place);
  if (source === null) {
    report(
      at,
      'norm-without-source',
      'Nothing says where the norm stands.',
      'Give the address of the text that states it as its source, or as that of its item or framework.',
    );
  }
  const indicator = rows.indicators.find(({ id }) => id === indicatorId);
  if (!indicator || unitId === null || source === null || !isSaid || !binds) return {};
  if (!isOfIndicator(norm, { indicator, unitId }, place)) return {};
  return {
    normBound: norm.bound,
    normValue: norm.value,
    normUnitId: unitId,
    normPerId: perId,
    normPeriod: norm.period ?? null,
    normIndicatorId: indicatorId,
    normQuote: norm.quote,
    normSource: source,
    normFrom: norm.from,
    normUntil: norm.until ?? null,
    normHighestLevel: norm.highestLevel ?? null,
    normLowestLevel: norm.lowestLevel ?? null,
  };
}

/** A norm is in the unit of its indicator, which takes values. */
function isOfIndicator(
  { indicator: code, unit }: NormFacts,
  { indicator, unitId }: { indicator: Rows['indicators'][number]; unitId: number },
  { at, rows, report }: NormPlace,
): boolean {
  if (indicator.unitId !== unitId) {
    const own = rows.units.find(({ id }) => id === indicator.unitId)?.code;
    report(
      [...at, 'unit'],
      'norm-unit',
      `${code} is observed in ${JSON.stringify(own)}, the norm is in ${JSON.stringify(unit)}.`,
      'Give the unit of the indicator, or name the indicator that the norm is about.',
    );
    return false;
  }
  if (indicator.kind === 'LEVEL') return true;
  report(
    [...at, 'indicator'],
    'norm-of-a-change',
    `${code} takes changes only, so that no value of it can keep a norm.`,
    'Name an indicator of the kind LEVEL.',
  );
  return false;
}

/** The words of the source hold the number, and say nothing else of it than the bound does. */
function isInQuote({ bound, value, quote }: NormFacts, { at, report }: NormPlace): boolean {
  const numerals = findNumerals(quote);
  const same = numerals.filter(
    ({ quantity, unread }) => quantity?.value === value || unread?.readings.includes(value),
  );
  const qualifier = bound === 'EXACTLY' ? 'EXACT' : bound;
  const isBounded = same.some(
    ({ quantity }) =>
      !quantity || quantity.qualifier === 'EXACT' || quantity.qualifier === qualifier,
  );
  if (isBounded) return true;
  const [one] = same;
  report(
    [...at, one ? 'bound' : 'value'],
    'norm-not-in-quote',
    one
      ? `${quoted(one.text)} says ${one.quantity?.qualifier}, the norm ${bound}.`
      : `No figure of ${quoted(quote)} is ${value}.`,
    'A norm says what its source says: copy the words that state it, and take number and bound from them.',
  );
  return false;
}

const levels = namesOf(placeLevels);

/** The days and the ranks between which a norm binds stand in their order. */
function canBind(
  { from, until, highestLevel, lowestLevel }: NormFacts,
  { at, report }: NormPlace,
): boolean {
  if (until !== undefined && until < from) {
    report(
      [...at, 'until'],
      'norm-binds-nobody',
      `It ends on ${until}, before it begins on ${from}.`,
      'Give the first day in force, and the last.',
    );
    return false;
  }
  if (!highestLevel || !lowestLevel || levels.indexOf(highestLevel) <= levels.indexOf(lowestLevel))
    return true;
  report(
    [...at, 'highestLevel'],
    'norm-binds-nobody',
    `${highestLevel} lies below ${lowestLevel}.`,
    'Give the highest rank of places that it binds, and the lowest.',
  );
  return false;
}
