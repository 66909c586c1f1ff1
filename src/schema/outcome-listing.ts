import { indicators as indicatorTable } from '../db/tables/unit.ts';
import { matchingText, idsOf, normalizePeriodWords } from './id-sets.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { OutcomeLevel, LinkBasis, PeriodBasis, Qualifier, ValueType } from './enums.ts';
import { DateRange, NumberRange } from './inputs.ts';
import {
  by,
  byYear,
  inTextOrder,
  level,
  ofLinked,
  ofUnitCodes,
  place,
  present,
  report,
  rulesOfWhere,
  section,
  some,
  theirCodes,
  unit,
  year,
} from './listing-terms.ts';
import { rulesOfOrigin, rulesOfReview } from './review.ts';

const filters = filterFieldsOf('outcomes');

/** How outcomes are listed: in a file of its own because it is long. */
export const outcomeListing = declareListing({
  table: 'outcomes',
  typename: 'Outcome',
  rules: {
    codes: filters.ownCodes(theirCodes),
    ...rulesOfWhere(filters),
    years: filters.anyOf(
      'Int',
      'The years in which their own periods end or, without one, those of their reports.',
      (values) => ({ year: { in: values } }),
    ),
    levels: filters.anyOf(
      OutcomeLevel,
      'Their levels: how far from the government’s own act they lie.',
      (values) => ({
        level: { in: values },
      }),
    ),
    valueTypes: filters.anyOf(ValueType, 'Figures, changes alone or statements.', (values) => ({
      valueType: { in: values },
    })),
    units: filters.codes(
      'units',
      'The codes of their figures’ units, such as "{workday}".',
      ofUnitCodes,
    ),
    indicators: filters.codes(
      'indicators',
      'The codes of the indicators that they observe.',
      (values) => ({ indicatorId: { in: idsOf(indicatorTable, values) } }),
    ),
    qualifiers: filters.anyOf(Qualifier, 'How their words qualify the figure.', (values) => ({
      qualifier: { in: values },
    })),
    dimensions: filters.anyOf(
      'String',
      'Which part of a whole they are, as their dimension has it in Chinese.',
      (values) => ({ dimensionZh: { in: values } }),
    ),
    populations: filters.anyOf(
      'String',
      'Of what they are told, as their population has it in Chinese (内部事项).',
      (values) => ({ populationZh: { in: values } }),
    ),
    periods: filters.anyOf(
      'String',
      'The report’s words for their own period (上半年), or its EDTF; 截止目前 and 截至目前 are one phrase.',
      (values) => ({
        OR: [{ periodKey: { in: normalizePeriodWords(values) } }, { periodEdtf: { in: values } }],
      }),
    ),
    periodBases: filters.anyOf(PeriodBasis, 'Where their own period comes from.', (values) => ({
      periodBasis: { in: values },
    })),
    linkBases: filters.anyOf(LinkBasis, 'What links them to any measure.', (values) => ({
      links: { basis: { in: values } },
    })),
    period: filters.range(
      DateRange,
      'The days between which their own period lies, wholly; what has none does not pass.',
      { from: 'periodStart', to: 'periodEnd' },
    ),
    value: filters.range(
      NumberRange,
      'The value of the figure, in its own unit; what has none does not pass.',
      { from: 'value', to: 'value' },
    ),
    baseline: filters.range(
      NumberRange,
      'The value before, in the unit of the baseline; what has none does not pass.',
      { from: 'baselineValue', to: 'baselineValue' },
    ),
    change: filters.range(
      NumberRange,
      'The change against the baseline, in per cent; what has none does not pass.',
      { from: 'changePercent', to: 'changePercent' },
    ),
    ...rulesOfReview(filters),
    ...rulesOfOrigin(filters),
    hasTranslation: filters.boolean('Whether their label is there in English.', (holds) => ({
      labelEn: present(holds),
    })),
    hasFigure: filters.boolean('Whether they hold a figure, a change included.', (holds) => ({
      unitId: present(holds),
    })),
    hasChange: filters.boolean(
      'Whether the report tells how far something moved, from a baseline or by an amount.',
      (holds) => ({ changeAbsolute: present(holds) }),
    ),
    hasBaseline: filters.boolean('Whether the report tells the value before.', (holds) => ({
      baselineValue: present(holds),
    })),
    hasIndicator: filters.boolean('Whether they observe an indicator.', (holds) => ({
      indicatorId: present(holds),
    })),
    hasParts: filters.boolean('Whether they are a whole with parts.', (holds) =>
      some(holds, { parts: true }),
    ),
    hasWhole: filters.boolean('Whether they are a part of a whole.', (holds) => ({
      wholeId: present(holds),
    })),
    hasPeriod: filters.boolean('Whether the report tells their own period.', (holds) => ({
      periodKey: present(holds),
    })),
    hasNote: filters.boolean('Whether a note stands beside them.', (holds) => ({
      noteZh: present(holds),
    })),
    isImprovement: filters.boolean('Whether the change is one for the better.', (holds) => ({
      isImprovement: { eq: holds },
    })),
    text: filters.text(
      'Words in their label, dimension and note and in the words that prove them.',
      (typed) => ({ searchId: matchingText('OUTCOME', typed) }),
    ),
    measures: filters.relation('measures', 'Outcomes of a measure that passes this.', ofLinked),
    whole: filters.relation('whole', 'Parts of a whole that passes this.'),
    checks: filters.relation('checks', 'Outcomes in a check that passes this.'),
  },
  orders: {
    TEXT_ORDER: inTextOrder,
    VALUE: by(
      'The value; what has no figure comes last either way.',
      'valueAscending',
      'valueDescending',
    ),
    CHANGE_PERCENT: by(
      'The change in per cent; what has no baseline comes last either way.',
      'changeAscending',
      'changeDescending',
    ),
    CHANGE_ABSOLUTE: by(
      'The change in its unit, the largest fall first; what tells no change comes last either way.',
      'changeAbsoluteAscending',
      'changeAbsoluteDescending',
    ),
    LABEL: by('Their Chinese labels, character by character and not by pinyin.', 'labelZh'),
    YEAR: byYear,
  },
  facets: {
    levels: level,
    units: unit,
    indicators: { description: 'The indicators.', column: 'indicatorId', of: 'indicators' },
    reports: report,
    sections: section,
    places: place,
    years: year,
    qualifiers: { description: 'How the words qualify the figure.', column: 'qualifier' },
    dimensions: { description: 'Which parts of wholes, in Chinese.', column: 'dimensionZh' },
    populations: { description: 'Of what they are told, in Chinese.', column: 'populationZh' },
    periods: {
      description: 'The words for their own periods, in one spelling.',
      column: 'periodKey',
    },
  },
});
