/**
 * Which columns a figure, what it was before and how far it moved are read from: in every table whose
 * facts claim figures they have the same names.
 */
export const figureParts = {
  quantity: {
    columns: {
      value: 'value',
      minimum: 'minimum',
      maximum: 'maximum',
      qualifier: 'qualifier',
      text: 'quantityText',
      decimals: 'decimals',
      low: 'low',
      high: 'high',
      isLowOpen: 'isLowOpen',
      isHighOpen: 'isHighOpen',
      isDerived: 'isDerived',
    },
    relations: { unit: 'unit' },
  },
  baseline: {
    columns: {
      value: 'baselineValue',
      minimum: 'baselineMinimum',
      maximum: 'baselineMaximum',
      qualifier: 'baselineQualifier',
      text: 'baselineText',
      decimals: 'baselineDecimals',
      low: 'baselineLow',
      high: 'baselineHigh',
      isLowOpen: 'baselineIsLowOpen',
      isHighOpen: 'baselineIsHighOpen',
      isDerived: 'baselineIsDerived',
    },
    relations: { unit: 'baselineUnit' },
  },
  change: {
    columns: {
      absolute: 'changeAbsolute',
      percent: 'changePercent',
      percentLow: 'changePercentLow',
      percentHigh: 'changePercentHigh',
      low: 'changeLow',
      high: 'changeHigh',
      isImprovement: 'isImprovement',
      text: 'changeText',
      qualifier: 'changeQualifier',
      isRelative: 'changeIsRelative',
    },
    relations: { unit: 'unit' },
  },
} as const;
