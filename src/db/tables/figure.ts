import { sql } from 'drizzle-orm';
import { check, integer, real, text } from 'drizzle-orm/sqlite-core';
import type { AnySQLiteColumn } from 'drizzle-orm/sqlite-core';
import { qualifiers, valueTypes } from '../../vocabulary.ts';
import type { Qualifier, ValueType } from '../../vocabulary.ts';
import { allOrNone, isOneOf, quantityColumns } from '../columns.ts';
import { needs, wordsWithValue } from '../columns/word-columns.ts';
import { indicators, units } from './unit.ts';

/**
 * What a fact that claims figures of the text says: a figure with what it was before, the amount of a
 * change, or words alone. Outcomes, targets and the figures of problems say it in the same columns.
 */
export function figureColumns() {
  const figure = quantityColumns('');
  const baseline = quantityColumns('baseline_');
  return {
    valueType: text('value_type').$type<ValueType>().notNull(),
    /** The report's words where they tell no figure. */
    statement: text('statement'),

    value: figure.value,
    minimum: figure.minimum,
    maximum: figure.maximum,
    qualifier: figure.qualifier.$type<Qualifier>(),
    quantityText: figure.text,
    /** Decimal places as written; null for a count of its own. */
    decimals: figure.decimals,
    /** The values that the figure stands for, as an interval; null for an end that nothing bounds. */
    low: figure.low,
    high: figure.high,
    isLowOpen: figure.isLowOpen,
    isHighOpen: figure.isHighOpen,
    /** Never: the text tells every figure itself. */
    isDerived: figure.isDerived,
    unitId: integer('unit_id').references(() => units.id),

    baselineValue: baseline.value,
    baselineMinimum: baseline.minimum,
    baselineMaximum: baseline.maximum,
    baselineQualifier: baseline.qualifier.$type<Qualifier>(),
    baselineText: baseline.text,
    baselineDecimals: baseline.decimals,
    baselineLow: baseline.low,
    baselineHigh: baseline.high,
    baselineIsLowOpen: baseline.isLowOpen,
    baselineIsHighOpen: baseline.isHighOpen,
    baselineUnitId: integer('baseline_unit_id').references(() => units.id),
    /** Whether it is worked out from the value and its change, which the text tells instead. */
    baselineIsDerived: baseline.isDerived,

    /** Below zero for a fall. */
    changeAbsolute: real('change_absolute'),
    changePercent: real('change_percent'),
    /** Between which per cents of the baseline it lies; null for a rate, a rank and no bound. */
    changePercentLow: real('change_percent_low'),
    changePercentHigh: real('change_percent_high'),
    /** Between which amounts it lies, rounding and words such as 余 counted in; null for no bound. */
    changeLow: real('change_low'),
    changeHigh: real('change_high'),
    /** The words of an amount of change and how they qualify it; null for what a baseline tells. */
    changeText: text('change_text'),
    changeQualifier: text('change_qualifier').$type<Qualifier>(),
    /** Whether these words tell it in per cent of what was before, so that the amount is worked out. */
    changeIsRelative: integer('change_is_relative', { mode: 'boolean' }).notNull().default(false),
    isImprovement: integer('is_improvement', { mode: 'boolean' }),

    indicatorId: integer('indicator_id').references(() => indicators.id),
  };
}

type FigureTable = Record<keyof ReturnType<typeof figureColumns>, AnySQLiteColumn>;

/** What holds of these columns in every table, whose name the checks begin with. */
export const figureChecks = (table: string, t: FigureTable) => [
  check(`${table}_value_type`, isOneOf(t.valueType, valueTypes)),
  check(`${table}_qualifier`, isOneOf(t.qualifier, qualifiers)),
  check(`${table}_baseline_qualifier`, isOneOf(t.baselineQualifier, qualifiers)),
  check(`${table}_figure_or_words`, wordsWithValue(t.valueType, ['QUANTITY', 'RANK'], t.value)),
  check(`${table}_words`, sql`(${t.valueType} = 'STATEMENT') = (${t.statement} is not null)`),
  check(`${table}_change_alone`, sql`${t.valueType} <> 'CHANGE' or ${t.changeText} is not null`),
  check(
    `${table}_derived_has_amount`,
    sql`${t.baselineValue} is null or ${t.baselineText} is not null or ${t.changeText} is not null`,
  ),
  check(
    `${table}_figure_whole`,
    allOrNone(t.value, t.qualifier, t.quantityText, t.isLowOpen, t.isHighOpen),
  ),
  check(`${table}_unit`, wordsWithValue(t.valueType, ['QUANTITY', 'RANK', 'CHANGE'], t.unitId)),
  check(`${table}_value_has_unit`, needs(t.value, t.unitId)),
  check(`${table}_change_has_unit`, needs(t.changeAbsolute, t.unitId)),
  check(`${table}_change_whole`, allOrNone(t.changeText, t.changeQualifier)),
  check(`${table}_change_qualifier`, isOneOf(t.changeQualifier, qualifiers)),
  check(
    `${table}_change_has_amount`,
    sql`${t.changeText} is null or ${t.changeAbsolute} is not null`,
  ),
  check(`${table}_figure_range`, sql`${t.minimum} <= ${t.maximum}`),
  check(`${table}_figure_interval`, sql`${t.low} <= ${t.high}`),
  check(
    `${table}_baseline_whole`,
    allOrNone(
      t.baselineValue,
      t.baselineQualifier,
      t.baselineUnitId,
      t.baselineIsLowOpen,
      t.baselineIsHighOpen,
    ),
  ),
  check(`${table}_baseline_unit`, sql`${t.baselineUnitId} = ${t.unitId}`),
  check(`${table}_baseline_needs_change`, needs(t.baselineValue, t.changeAbsolute)),
  check(`${table}_percent_interval`, sql`${t.changePercentLow} <= ${t.changePercentHigh}`),
  check(`${table}_percent_needs_baseline`, needs(t.changePercent, t.baselineValue)),
  check(
    `${table}_percent_of_something`,
    sql`${t.changePercent} is null or ${t.baselineValue} <> 0`,
  ),
];
