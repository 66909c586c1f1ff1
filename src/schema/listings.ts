import { documents as documentTable } from '../db/tables/report.ts';
import {
  indicators as indicatorTable,
  organizations as organizationTable,
} from '../db/tables/vocabulary.ts';
import { filterFieldsOf } from '../fields/listing.ts';
import type { Listing } from '../fields/listing.ts';
import { matchingText, idsOf, normalizePeriodWords, reportsMatchingText } from './id-sets.ts';
import {
  CheckKind,
  Level,
  LinkBasis,
  PeriodBasis,
  Qualifier,
  ReportKind,
  ValueType,
  Verdict,
} from './enums.ts';
import { DayRange, NumberRange } from './inputs.ts';
import {
  by,
  byCode,
  byTitle,
  byYear,
  inTextOrder,
  insidePlaces,
  kind,
  level,
  ofPlaceCodes,
  ofReportCodes,
  ofSectionCodes,
  ofUnitCodes,
  place,
  placesWithin,
  present,
  report,
  section,
  some,
  theirCodes,
  theirPlaces,
  theirReports,
  theirSections,
  unit,
  year,
} from './listing-terms.ts';

/**
 * How reports, measures, outcomes, links and checks are listed: their filters, orders and facets,
 * together in one place because they refer to each other.
 */

const ofReports = filterFieldsOf('reports');
const ofMeasures = filterFieldsOf('measures');
const ofOutcomes = filterFieldsOf('outcomes');
const ofLinks = filterFieldsOf('links');
const ofChecks = filterFieldsOf('checks');

export const reports: Listing = {
  table: 'reports',
  typename: 'Report',
  rules: {
    codes: ofReports.codes('reports', theirCodes, (values) => ({ code: { in: values } })),
    kinds: ofReports.anyOf(ReportKind, 'Their kinds.', (values) => ({ kind: { in: values } })),
    places: ofReports.codes('places', 'The codes of the places that they are about.', ofPlaceCodes),
    placesWithin: ofReports.codes(
      'places',
      'The codes of places: reports about them, and about every place in them.',
      insidePlaces,
    ),
    years: ofReports.anyOf('Int', 'The years in which their periods end.', (values) => ({
      year: { in: values },
    })),
    publishers: ofReports.codes('organizations', 'The codes of who published them.', (values) => ({
      publisherId: { in: idsOf(organizationTable, values) },
    })),
    indicators: ofReports.codes(
      'indicators',
      'The codes of indicators of which they tell a value.',
      (values) => ({ outcomes: { indicatorId: { in: idsOf(indicatorTable, values) } } }),
    ),
    silentOn: ofReports.codes(
      'indicators',
      'The codes of indicators of none of which they tell a value.',
      (values) => ({
        NOT: { outcomes: { indicatorId: { in: idsOf(indicatorTable, values) } } },
      }),
    ),
    hasYear: ofReports.whether('Whether one knows their year.', (holds) => ({
      year: present(holds),
    })),
    hasPublisher: ofReports.whether('Whether the text says who published them.', (holds) => ({
      publisherId: present(holds),
    })),
    text: ofReports.text('Words in their title, or in one of their sections.', (typed) => ({
      id: { in: reportsMatchingText(typed) },
    })),
    measures: ofReports.thoseWith('measures', () => measures, 'Reports of such a measure.'),
    outcomes: ofReports.thoseWith('outcomes', () => outcomes, 'Reports of such an outcome.'),
    checks: ofReports.thoseWith('checks', () => checks, 'Reports with such a check.'),
  },
  orders: {
    CODE: byCode,
    TITLE: byTitle,
    PLACE: by('The codes of their places, and then their years.', 'placeOrder'),
    YEAR: byYear,
  },
  facets: { kinds: kind, places: place, years: year },
};

export const measures: Listing = {
  table: 'measures',
  typename: 'Measure',
  rules: {
    codes: ofMeasures.codes('measures', theirCodes, (values) => ({ code: { in: values } })),
    reports: ofMeasures.codes('reports', theirReports, ofReportCodes),
    sections: ofMeasures.codes('sections', theirSections, ofSectionCodes),
    places: ofMeasures.codes('places', theirPlaces, ofPlaceCodes),
    placesWithin: ofMeasures.codes('places', placesWithin, insidePlaces),
    years: ofMeasures.anyOf('Int', 'The years of their reports.', (values) => ({
      year: { in: values },
    })),
    organizations: ofMeasures.codes(
      'organizations',
      'The codes of organizations that have a part in them.',
      (values) => ({ organizations: { organizationId: { in: idsOf(organizationTable, values) } } }),
    ),
    documents: ofMeasures.codes(
      'documents',
      'The codes of documents that they issue, implement or cite.',
      (values) => ({ documents: { documentId: { in: idsOf(documentTable, values) } } }),
    ),
    frameworkItems: ofMeasures.codes(
      'frameworkItems',
      'The codes of framework items that they serve.',
      (values) => ({ frameworkItems: { code: { in: values } } }),
    ),
    linkBases: ofMeasures.anyOf(LinkBasis, 'What links them to any outcome.', (values) => ({
      links: { basis: { in: values } },
    })),
    hasOutcomes: ofMeasures.whether('Whether any outcome is linked to them.', (holds) =>
      some(holds, { links: true }),
    ),
    hasFigures: ofMeasures.whether(
      'Whether any outcome with a figure is linked to them, a change included.',
      (holds) => some(holds, { outcomes: { unitId: present(true) } }),
    ),
    text: ofMeasures.text('Words in their title and the words that prove them.', (typed) => ({
      searchId: matchingText('MEASURE', typed),
    })),
    outcomes: ofMeasures.thoseWith(
      'outcomes',
      () => outcomes,
      'Measures with an outcome that passes this.',
    ),
  },
  orders: { TEXT_ORDER: inTextOrder, TITLE: byTitle, YEAR: byYear },
  facets: { reports: report, sections: section, places: place, years: year },
};

export const outcomes: Listing = {
  table: 'outcomes',
  typename: 'Outcome',
  rules: {
    codes: ofOutcomes.codes('outcomes', theirCodes, (values) => ({ code: { in: values } })),
    reports: ofOutcomes.codes('reports', theirReports, ofReportCodes),
    sections: ofOutcomes.codes('sections', theirSections, ofSectionCodes),
    places: ofOutcomes.codes('places', theirPlaces, ofPlaceCodes),
    placesWithin: ofOutcomes.codes('places', placesWithin, insidePlaces),
    years: ofOutcomes.anyOf(
      'Int',
      'The years in which their own periods end or, without one, those of their reports.',
      (values) => ({ year: { in: values } }),
    ),
    levels: ofOutcomes.anyOf(Level, 'Their levels.', (values) => ({ level: { in: values } })),
    valueTypes: ofOutcomes.anyOf(ValueType, 'Figures, changes alone or statements.', (values) => ({
      valueType: { in: values },
    })),
    units: ofOutcomes.codes(
      'units',
      'The codes of their figures’ units, such as "{workday}".',
      ofUnitCodes,
    ),
    indicators: ofOutcomes.codes(
      'indicators',
      'The codes of the indicators that they observe.',
      (values) => ({ indicatorId: { in: idsOf(indicatorTable, values) } }),
    ),
    qualifiers: ofOutcomes.anyOf(Qualifier, 'How their words qualify the figure.', (values) => ({
      qualifier: { in: values },
    })),
    dimensions: ofOutcomes.anyOf(
      'String',
      'Which part of a whole they are, as their dimension has it in Chinese.',
      (values) => ({ dimensionZh: { in: values } }),
    ),
    populations: ofOutcomes.anyOf(
      'String',
      'Of what they are told, as their population has it in Chinese (内部事项).',
      (values) => ({ populationZh: { in: values } }),
    ),
    periods: ofOutcomes.anyOf(
      'String',
      'The report’s words for their own period (上半年), or its EDTF; 截止目前 and 截至目前 are one phrase.',
      (values) => ({
        OR: [{ periodKey: { in: normalizePeriodWords(values) } }, { periodEdtf: { in: values } }],
      }),
    ),
    periodBases: ofOutcomes.anyOf(PeriodBasis, 'Where their own period comes from.', (values) => ({
      periodBasis: { in: values },
    })),
    linkBases: ofOutcomes.anyOf(LinkBasis, 'What links them to any measure.', (values) => ({
      links: { basis: { in: values } },
    })),
    period: ofOutcomes.days(
      DayRange,
      'The days between which their own period lies, wholly.',
      ({ gte, lte }) => ({
        ...(gte && { periodStart: { gte } }),
        ...(lte && { periodEnd: { lte } }),
      }),
    ),
    value: ofOutcomes.range(NumberRange, 'The value of the figure.', (bounds) => ({
      value: bounds,
    })),
    baseline: ofOutcomes.range(NumberRange, 'The value before.', (bounds) => ({
      baselineValue: bounds,
    })),
    change: ofOutcomes.range(
      NumberRange,
      'The change against the baseline, in per cent.',
      (bounds) => ({ changePercent: bounds }),
    ),
    hasFigure: ofOutcomes.whether('Whether they hold a figure, a change included.', (holds) => ({
      unitId: present(holds),
    })),
    hasChange: ofOutcomes.whether(
      'Whether the report tells how far something moved, from a baseline or by an amount.',
      (holds) => ({ changeAbsolute: present(holds) }),
    ),
    hasBaseline: ofOutcomes.whether('Whether the report tells the value before.', (holds) => ({
      baselineValue: present(holds),
    })),
    hasIndicator: ofOutcomes.whether('Whether they observe an indicator.', (holds) => ({
      indicatorId: present(holds),
    })),
    hasParts: ofOutcomes.whether('Whether they are a whole with parts.', (holds) =>
      some(holds, { parts: true }),
    ),
    hasWhole: ofOutcomes.whether('Whether they are a part of a whole.', (holds) => ({
      wholeId: present(holds),
    })),
    hasPeriod: ofOutcomes.whether('Whether the report tells their own period.', (holds) => ({
      periodKey: present(holds),
    })),
    hasNote: ofOutcomes.whether('Whether a note stands beside them.', (holds) => ({
      noteZh: present(holds),
    })),
    isImprovement: ofOutcomes.whether('Whether the change is one for the better.', (holds) => ({
      isImprovement: { eq: holds },
    })),
    text: ofOutcomes.text(
      'Words in their label, dimension and note and in the words that prove them.',
      (typed) => ({ searchId: matchingText('OUTCOME', typed) }),
    ),
    measures: ofOutcomes.thoseWith(
      'measures',
      () => measures,
      'Outcomes of a measure that passes this.',
    ),
    whole: ofOutcomes.thoseWith('whole', () => outcomes, 'Parts of a whole that passes this.'),
    checks: ofOutcomes.thoseWith('checks', () => checks, 'Outcomes in a check that passes this.'),
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
    LABEL: by('Their Chinese labels.', 'labelZh'),
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
};

export const links: Listing = {
  table: 'links',
  typename: 'Link',
  rules: {
    codes: ofLinks.codes('links', theirCodes, (values) => ({ code: { in: values } })),
    reports: ofLinks.codes(
      'reports',
      'The codes of the reports that tell of both ends.',
      ofReportCodes,
    ),
    bases: ofLinks.anyOf(LinkBasis, 'Their bases.', (values) => ({ basis: { in: values } })),
    hasNote: ofLinks.whether('Whether a note says why they join.', (holds) => ({
      noteZh: present(holds),
    })),
    text: ofLinks.text('Words by which their measure or their outcome is found.', (typed) => ({
      OR: [
        { measure: { searchId: matchingText('MEASURE', typed) } },
        { outcome: { searchId: matchingText('OUTCOME', typed) } },
      ],
    })),
    measure: ofLinks.thoseWith('measure', () => measures, 'Links whose measure passes this.'),
    outcome: ofLinks.thoseWith('outcome', () => outcomes, 'Links whose outcome passes this.'),
  },
  orders: { TEXT_ORDER: inTextOrder },
  facets: {
    bases: {
      description:
        'Their bases; counted as if the filter named none, so that the share of each can be seen.',
      column: 'basis',
      ignores: 'bases',
    },
    reports: report,
  },
};

export const checks: Listing = {
  table: 'checks',
  typename: 'Check',
  rules: {
    codes: ofChecks.codes('checks', theirCodes, (values) => ({ code: { in: values } })),
    reports: ofChecks.codes('reports', 'The codes of the reports that are checked.', ofReportCodes),
    kinds: ofChecks.anyOf(CheckKind, 'Their kinds.', (values) => ({ kind: { in: values } })),
    verdicts: ofChecks.anyOf(Verdict, 'Their verdicts.', (values) => ({ verdict: { in: values } })),
    report: ofChecks.thoseWith('report', () => reports, 'Checks of a report that passes this.'),
    outcomes: ofChecks.thoseWith(
      'outcomes',
      () => outcomes,
      'Checks in which such one takes part.',
    ),
  },
  orders: { TEXT_ORDER: inTextOrder },
  facets: {
    kinds: kind,
    verdicts: { description: 'Their verdicts.', column: 'verdict' },
    reports: report,
  },
};
