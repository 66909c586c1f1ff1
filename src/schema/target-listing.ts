import { measures as measureTable } from '../db/tables/measure.ts';
import { indicators as indicatorTable } from '../db/tables/unit.ts';
import { organizations as organizationTable } from '../db/tables/vocabulary.ts';
import { declareListing, filterFieldsOf } from '../fields/listing.ts';
import { Qualifier, TargetReason, TargetVerdict, ValueType } from './enums.ts';
import { idsOf, matchingText } from './id-sets.ts';
import { DateRange, NumberRange } from './inputs.ts';
import {
  by,
  inTextOrder,
  ofUnitCodes,
  place,
  present,
  report,
  rulesOfWhere,
  section,
  some,
  theirCodes,
  unit,
} from './listing-terms.ts';
import { rulesOfOrigin, rulesOfReview } from './review.ts';

const filters = filterFieldsOf('targets');

/** How targets are listed: in a file of its own because it is long. */
export const targetListing = declareListing({
  table: 'targets',
  typename: 'Target',
  rules: {
    codes: filters.ownCodes(theirCodes),
    ...rulesOfWhere(filters),
    years: filters.anyOf('Int', 'The years in which they are due.', (values) => ({
      year: { in: values },
    })),
    due: filters.range(
      DateRange,
      'The days between which the last day lies by which they are to be reached; what has none does not pass.',
      { from: 'dueEnd', to: 'dueEnd' },
    ),
    measures: filters.codes(
      'measures',
      'The codes of the planned measures that are to reach them.',
      (values) => ({ measureId: { in: idsOf(measureTable, values) } }),
    ),
    owners: filters.codes(
      'organizations',
      'The codes of the organizations that answer for them.',
      (values) => ({ ownerId: { in: idsOf(organizationTable, values) } }),
    ),
    valueTypes: filters.anyOf(ValueType, 'Figures, changes alone or statements.', (values) => ({
      valueType: { in: values },
    })),
    units: filters.codes(
      'units',
      'The codes of their figures’ units, such as "{case}".',
      ofUnitCodes,
    ),
    indicators: filters.codes(
      'indicators',
      'The codes of the indicators by which they can be observed.',
      (values) => ({ indicatorId: { in: idsOf(indicatorTable, values) } }),
    ),
    qualifiers: filters.anyOf(Qualifier, 'How their words qualify the figure.', (values) => ({
      qualifier: { in: values },
    })),
    value: filters.range(
      NumberRange,
      'The value that is to be reached, in its own unit; what has none does not pass.',
      { from: 'value', to: 'value' },
    ),
    ...rulesOfReview(filters),
    ...rulesOfOrigin(filters),
    verdicts: filters.anyOf(TargetVerdict, 'Whether they were kept.', (values) => ({
      verdict: { in: values },
    })),
    verdictReasons: filters.anyOf(
      TargetReason,
      'Why they cannot be compared with what is told.',
      (values) => ({ verdictReason: { in: values } }),
    ),
    shareReached: filters.range(
      NumberRange,
      'How much of what was promised there is, 1 for all of it; what has no share does not pass.',
      { from: 'shareReached', to: 'shareReached' },
    ),
    hasTranslation: filters.boolean('Whether their label is there in English.', (holds) => ({
      labelEn: present(holds),
    })),
    hasFigure: filters.boolean('Whether they hold a figure, a change included.', (holds) => ({
      unitId: present(holds),
    })),
    hasDeadline: filters.boolean(
      'Whether one knows the day by which they are to be reached.',
      (holds) => ({ hasDeadline: { eq: holds } }),
    ),
    hasOwner: filters.boolean('Whether one knows who answers for them.', (holds) => ({
      hasOwner: { eq: holds },
    })),
    hasDeliverable: filters.boolean('Whether the words say what will then be there.', (holds) => ({
      hasDeliverable: { eq: holds },
    })),
    hasIndicator: filters.boolean('Whether an indicator observes them.', (holds) => ({
      indicatorId: present(holds),
    })),
    hasMeasure: filters.boolean(
      'Whether they belong to a planned measure or stand alone.',
      (holds) => ({ measureId: present(holds) }),
    ),
    isRevision: filters.boolean('Whether they take the place of an earlier target.', (holds) => ({
      revisesCode: present(holds),
    })),
    isRevised: filters.boolean('Whether a later target took their place.', (holds) =>
      some(holds, { revisedBy: true }),
    ),
    text: filters.text(
      'Words in their label and note and in the words that prove them.',
      (typed) => ({
        searchId: matchingText('TARGET', typed),
      }),
    ),
    outcome: filters.relation('outcome', 'Targets of which such an outcome is told.'),
    report: filters.relation('report', 'Targets of a report that passes this.'),
    measure: filters.relation('measure', 'Targets of a planned measure that passes this.'),
  },
  orders: {
    TEXT_ORDER: inTextOrder,
    DUE: by(
      'The last day by which they are to be reached; what has none comes last either way.',
      'dueAscending',
      'dueDescending',
    ),
    SHARE_REACHED: by(
      'How much of what was promised there is; what has no share comes last either way.',
      'shareAscending',
      'shareDescending',
    ),
    VALUE: by(
      'The value; what has no figure comes last either way.',
      'valueAscending',
      'valueDescending',
    ),
    LABEL: by('Their Chinese labels, character by character and not by pinyin.', 'labelZh'),
    YEAR: by(
      'The year in which they are due; what has none comes last either way.',
      'yearAscending',
      'yearDescending',
    ),
  },
  facets: {
    reports: report,
    sections: section,
    places: place,
    years: { description: 'The years in which they are due.', column: 'year' },
    units: unit,
    indicators: { description: 'The indicators.', column: 'indicatorId', of: 'indicators' },
    owners: { description: 'Who answers for them.', column: 'ownerId', of: 'organizations' },
    verdicts: { description: 'Whether they were kept.', column: 'verdict' },
    verdictReasons: { description: 'Why they cannot be compared.', column: 'verdictReason' },
    valueTypes: { description: 'Figures, changes alone or statements.', column: 'valueType' },
    qualifiers: { description: 'How the words qualify the figure.', column: 'qualifier' },
  },
});
