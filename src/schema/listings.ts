import { rulesOver } from '../fields/listing.ts';
import type { Listing, Order } from '../fields/listing.ts';
import {
  CheckKind,
  Level,
  LinkBasis,
  NumeralKind,
  PlaceLevel,
  ReportKind,
  ValueType,
  Verdict,
} from './enums.ts';
import { NumberRange } from './inputs.ts';

/**
 * How each table is listed: its filters and orders, together in one place because they refer to
 * each other.
 */

const by = (description: string, ascending: string, descending = ascending): Order => ({
  description,
  ascending,
  descending,
});

const inTextOrder = by(
  'The order of the text, report by report in the order of their codes.',
  'textOrder',
);
const byCode = by('Their codes.', 'code');

const present = (holds: boolean) =>
  holds ? { isNotNull: true as const } : { isNull: true as const };

/** Rows that have, or have not, a row at the other end that passes. */
const some = <Other extends object>(holds: boolean, other: Other): Other | { NOT: Other } =>
  holds ? other : { NOT: other };

const ofReports = rulesOver('reports');
const ofMeasures = rulesOver('measures');
const ofOutcomes = rulesOver('outcomes');
const ofLinks = rulesOver('links');
const ofChecks = rulesOver('checks');
const ofNumerals = rulesOver('numerals');
const ofDocuments = rulesOver('documents');
const ofIndicators = rulesOver('indicators');
const ofPlaces = rulesOver('places');
const ofOrganizations = rulesOver('organizations');
const ofUnits = rulesOver('units');

export const reports: Listing = {
  table: 'reports',
  typename: 'Report',
  rules: {
    codes: ofReports.anyOf('String', 'Their codes.', (values) => ({ code: { in: values } })),
    kinds: ofReports.anyOf(ReportKind, 'Their kinds.', (values) => ({ kind: { in: values } })),
    places: ofReports.anyOf('String', 'The codes of the places that they are about.', (values) => ({
      place: { code: { in: values } },
    })),
  },
  orders: {
    CODE: byCode,
    TITLE: by('Their Chinese titles.', 'titleZh'),
  },
};

export const measures: Listing = {
  table: 'measures',
  typename: 'Measure',
  rules: {
    codes: ofMeasures.anyOf('String', 'Their codes.', (values) => ({ code: { in: values } })),
    reports: ofMeasures.anyOf(
      'String',
      'The codes of the reports that tell of them.',
      (values) => ({ report: { code: { in: values } } }),
    ),
    sections: ofMeasures.anyOf(
      'String',
      'The codes of the sections that they stand in.',
      (values) => ({ section: { code: { in: values } } }),
    ),
    places: ofMeasures.anyOf(
      'String',
      'The codes of the places whose reports tell of them.',
      (values) => ({ report: { place: { code: { in: values } } } }),
    ),
    organizations: ofMeasures.anyOf(
      'String',
      'The codes of organizations that have a part in them.',
      (values) => ({ organizations: { organization: { code: { in: values } } } }),
    ),
    documents: ofMeasures.anyOf(
      'String',
      'The codes of documents that they issue, implement or cite.',
      (values) => ({ documents: { document: { code: { in: values } } } }),
    ),
    hasOutcomes: ofMeasures.whether('Whether any outcome is linked to them.', (holds) =>
      some(holds, { links: true }),
    ),
    hasFigures: ofMeasures.whether(
      'Whether any outcome with a figure is linked to them.',
      (holds) => some(holds, { outcomes: { value: present(true) } }),
    ),
    outcomes: ofMeasures.thoseWith(
      'outcomes',
      () => outcomes,
      'Measures with an outcome that passes this.',
    ),
  },
  orders: {
    TEXT_ORDER: inTextOrder,
    TITLE: by('Their Chinese titles.', 'titleZh'),
  },
};

export const outcomes: Listing = {
  table: 'outcomes',
  typename: 'Outcome',
  rules: {
    codes: ofOutcomes.anyOf('String', 'Their codes.', (values) => ({ code: { in: values } })),
    reports: ofOutcomes.anyOf(
      'String',
      'The codes of the reports that tell of them.',
      (values) => ({ report: { code: { in: values } } }),
    ),
    sections: ofOutcomes.anyOf(
      'String',
      'The codes of the sections that they stand in.',
      (values) => ({ section: { code: { in: values } } }),
    ),
    places: ofOutcomes.anyOf(
      'String',
      'The codes of the places whose reports tell of them.',
      (values) => ({ report: { place: { code: { in: values } } } }),
    ),
    levels: ofOutcomes.anyOf(Level, 'Their levels.', (values) => ({ level: { in: values } })),
    valueTypes: ofOutcomes.anyOf(ValueType, 'Figures or statements.', (values) => ({
      valueType: { in: values },
    })),
    units: ofOutcomes.anyOf(
      'String',
      'The codes of their figures’ units, such as "{workday}".',
      (values) => ({ unit: { code: { in: values } } }),
    ),
    indicators: ofOutcomes.anyOf(
      'String',
      'The codes of the indicators that they observe.',
      (values) => ({ indicator: { code: { in: values } } }),
    ),
    value: ofOutcomes.range(NumberRange, 'The value of the figure.', (bounds) => ({
      value: bounds,
    })),
    change: ofOutcomes.range(
      NumberRange,
      'The change against the baseline, in per cent.',
      (bounds) => ({ changePercent: bounds }),
    ),
    hasFigure: ofOutcomes.whether('Whether they hold a figure.', (holds) => ({
      value: present(holds),
    })),
    hasBaseline: ofOutcomes.whether('Whether the report tells the value before.', (holds) => ({
      baselineValue: present(holds),
    })),
    hasParts: ofOutcomes.whether('Whether they are a whole with parts.', (holds) =>
      some(holds, { parts: true }),
    ),
    hasWhole: ofOutcomes.whether('Whether they are a part of a whole.', (holds) => ({
      wholeId: present(holds),
    })),
    hasPeriod: ofOutcomes.whether('Whether the report tells their period.', (holds) => ({
      periodText: present(holds),
    })),
    isImprovement: ofOutcomes.whether('Whether the change is one for the better.', (holds) => ({
      isImprovement: { eq: holds },
    })),
    measures: ofOutcomes.thoseWith(
      'measures',
      () => measures,
      'Outcomes of a measure that passes this.',
    ),
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
    LABEL: by('Their Chinese labels.', 'labelZh'),
  },
};

export const links: Listing = {
  table: 'links',
  typename: 'Link',
  rules: {
    codes: ofLinks.anyOf('String', 'Their codes.', (values) => ({ code: { in: values } })),
    reports: ofLinks.anyOf(
      'String',
      'The codes of the reports that tell of both ends.',
      (values) => ({ report: { code: { in: values } } }),
    ),
    bases: ofLinks.anyOf(LinkBasis, 'Their bases.', (values) => ({ basis: { in: values } })),
    measure: ofLinks.thoseWith('measure', () => measures, 'Links whose measure passes this.'),
    outcome: ofLinks.thoseWith('outcome', () => outcomes, 'Links whose outcome passes this.'),
  },
  orders: { TEXT_ORDER: inTextOrder },
};

export const documents: Listing = {
  table: 'documents',
  typename: 'Document',
  rules: {
    codes: ofDocuments.anyOf('String', 'Their codes.', (values) => ({ code: { in: values } })),
    reports: ofDocuments.anyOf('String', 'The codes of the reports that name them.', (values) => ({
      report: { code: { in: values } },
    })),
    issuers: ofDocuments.anyOf(
      'String',
      'The codes of the organizations that issued them.',
      (values) => ({ issuer: { code: { in: values } } }),
    ),
  },
  orders: {
    TEXT_ORDER: inTextOrder,
    TITLE: by('Their Chinese titles.', 'titleZh'),
  },
};

export const indicators: Listing = {
  table: 'indicators',
  typename: 'Indicator',
  rules: {
    codes: ofIndicators.anyOf('String', 'Their codes.', (values) => ({ code: { in: values } })),
    units: ofIndicators.anyOf('String', 'The codes of their units.', (values) => ({
      unit: { code: { in: values } },
    })),
    outcomes: ofIndicators.thoseWith(
      'outcomes',
      () => outcomes,
      'Indicators that such an outcome observes.',
    ),
  },
  orders: { CODE: byCode, NAME: by('Their Chinese names.', 'nameZh') },
};

export const places: Listing = {
  table: 'places',
  typename: 'Place',
  rules: {
    codes: ofPlaces.anyOf('String', 'Their codes.', (values) => ({ code: { in: values } })),
    levels: ofPlaces.anyOf(PlaceLevel, 'Their ranks.', (values) => ({ level: { in: values } })),
    parents: ofPlaces.anyOf('String', 'The codes of the places that they lie in.', (values) => ({
      parent: { code: { in: values } },
    })),
    hasReports: ofPlaces.whether('Whether any report is about them.', (holds) =>
      some(holds, { reports: true }),
    ),
  },
  orders: { CODE: byCode, NAME: by('Their Chinese names.', 'nameZh') },
};

export const organizations: Listing = {
  table: 'organizations',
  typename: 'Organization',
  rules: {
    codes: ofOrganizations.anyOf('String', 'Their codes.', (values) => ({ code: { in: values } })),
    places: ofOrganizations.anyOf(
      'String',
      'The codes of the places that they serve.',
      (values) => ({ place: { code: { in: values } } }),
    ),
  },
  orders: { CODE: byCode, NAME: by('Their Chinese names.', 'nameZh') },
};

export const units: Listing = {
  table: 'units',
  typename: 'Unit',
  rules: {
    codes: ofUnits.anyOf('String', 'Their codes.', (values) => ({ code: { in: values } })),
  },
  orders: { CODE: byCode, NAME: by('Their Chinese names.', 'nameZh') },
};

export const checks: Listing = {
  table: 'checks',
  typename: 'Check',
  rules: {
    codes: ofChecks.anyOf('String', 'Their codes.', (values) => ({ code: { in: values } })),
    reports: ofChecks.anyOf('String', 'The codes of the reports that are checked.', (values) => ({
      report: { code: { in: values } },
    })),
    kinds: ofChecks.anyOf(CheckKind, 'Their kinds.', (values) => ({ kind: { in: values } })),
    verdicts: ofChecks.anyOf(Verdict, 'Their verdicts.', (values) => ({ verdict: { in: values } })),
  },
  orders: { TEXT_ORDER: inTextOrder },
};

export const numerals: Listing = {
  table: 'numerals',
  typename: 'Numeral',
  rules: {
    reports: ofNumerals.anyOf(
      'String',
      'The codes of the reports whose text holds them.',
      (values) => ({
        report: { code: { in: values } },
      }),
    ),
    sections: ofNumerals.anyOf(
      'String',
      'The codes of the sections that they stand in.',
      (values) => ({
        section: { code: { in: values } },
      }),
    ),
    kinds: ofNumerals.anyOf(NumeralKind, 'Their kinds.', (values) => ({ kind: { in: values } })),
    hasOutcome: ofNumerals.whether('Whether an outcome claims them.', (holds) => ({
      outcomeId: present(holds),
    })),
  },
  orders: { TEXT_ORDER: inTextOrder },
};
