import { organizations as organizationTable } from '../db/tables/vocabulary.ts';
import { filterFieldsOf } from '../fields/listing.ts';
import type { Listing } from '../fields/listing.ts';
import { matchingText, idsOf } from './id-sets.ts';
import { NumeralKind, RetiredType } from './enums.ts';
import {
  byCode,
  byTitle,
  inTextOrder,
  kind,
  ofReportCodes,
  ofSectionCodes,
  present,
  report,
  section,
  some,
  theirCodes,
  theirSections,
} from './listing-terms.ts';
import { measures, outcomes, reports } from './listings.ts';

/** How the pieces of a report's text are listed: sections, documents, numerals and clauses. */

const ofSections = filterFieldsOf('sections');
const ofNumerals = filterFieldsOf('numerals');
const ofClauses = filterFieldsOf('uncoveredClauses');
const ofRetired = filterFieldsOf('retiredCodes');
const ofDocuments = filterFieldsOf('documents');

export const sections: Listing = {
  table: 'sections',
  typename: 'Section',
  rules: {
    codes: ofSections.codes('sections', theirCodes, (values) => ({ code: { in: values } })),
    reports: ofSections.codes('reports', 'The codes of their reports.', ofReportCodes),
    hasMeasures: ofSections.whether('Whether any measure stands in them.', (holds) =>
      some(holds, { measures: true }),
    ),
    text: ofSections.text('Words in their title and their text.', (typed) => ({
      searchId: matchingText('SECTION', typed),
    })),
    report: ofSections.thoseWith('report', () => reports, 'Sections of a report that passes this.'),
    measures: ofSections.thoseWith('measures', () => measures, 'Sections with such a measure.'),
    outcomes: ofSections.thoseWith('outcomes', () => outcomes, 'Sections with such an outcome.'),
  },
  orders: { TEXT_ORDER: inTextOrder, TITLE: byTitle },
  facets: { reports: report },
};

export const documents: Listing = {
  table: 'documents',
  typename: 'Document',
  rules: {
    codes: ofDocuments.codes('documents', theirCodes, (values) => ({ code: { in: values } })),
    reports: ofDocuments.codes(
      'reports',
      'The codes of the reports that name them.',
      ofReportCodes,
    ),
    issuers: ofDocuments.codes(
      'organizations',
      'The codes of the organizations that issued them.',
      (values) => ({ issuerId: { in: idsOf(organizationTable, values) } }),
    ),
    hasIssuer: ofDocuments.whether('Whether the report says who issued them.', (holds) => ({
      issuerId: present(holds),
    })),
    text: ofDocuments.text('Words in their title and in the words that name them.', (typed) => ({
      searchId: matchingText('DOCUMENT', typed),
    })),
    report: ofDocuments.thoseWith('report', () => reports, 'Documents that such a report names.'),
  },
  orders: { TEXT_ORDER: inTextOrder, TITLE: byTitle },
  facets: {
    reports: report,
    issuers: { description: 'Who issued them.', column: 'issuerId', of: 'organizations' },
  },
};

export const numerals: Listing = {
  table: 'numerals',
  typename: 'Numeral',
  rules: {
    reports: ofNumerals.codes(
      'reports',
      'The codes of the reports whose text holds them.',
      ofReportCodes,
    ),
    sections: ofNumerals.codes('sections', theirSections, ofSectionCodes),
    kinds: ofNumerals.anyOf(NumeralKind, 'Their kinds.', (values) => ({ kind: { in: values } })),
    hasOutcome: ofNumerals.whether('Whether an outcome claims them.', (holds) => ({
      outcomeId: present(holds),
    })),
    hasWaiver: ofNumerals.whether('Whether it is told why no outcome claims them.', (holds) => ({
      waiverZh: present(holds),
    })),
    outcome: ofNumerals.thoseWith('outcome', () => outcomes, 'Numerals that such one claims.'),
  },
  orders: { TEXT_ORDER: inTextOrder },
  facets: { kinds: kind, reports: report, sections: section },
};

export const uncoveredClauses: Listing = {
  table: 'uncoveredClauses',
  typename: 'UncoveredClause',
  rules: {
    codes: ofClauses.codes('uncoveredClauses', theirCodes, (values) => ({ code: { in: values } })),
    reports: ofClauses.codes(
      'reports',
      'The codes of the reports whose text holds them.',
      ofReportCodes,
    ),
    sections: ofClauses.codes('sections', theirSections, ofSectionCodes),
    hasVerb: ofClauses.whether('Whether they hold a verb that says what was done.', (holds) => ({
      hasVerb: { eq: holds },
    })),
    hasWaiver: ofClauses.whether('Whether it is told why no fact rests on them.', (holds) => ({
      waiverZh: present(holds),
    })),
    report: ofClauses.thoseWith('report', () => reports, 'Clauses of a report that passes this.'),
  },
  orders: { TEXT_ORDER: inTextOrder },
  facets: { reports: report, sections: section },
};

export const retiredCodes: Listing = {
  table: 'retiredCodes',
  typename: 'RetiredCode',
  rules: {
    // Whoever asks which of some codes are retired names those that are not as well: nothing to warn of.
    codes: ofRetired.anyOf('String', 'The ids that they were known by.', (values) => ({
      code: { in: values },
    })),
    reports: ofRetired.codes(
      'reports',
      'The codes of the reports whose codes they were.',
      ofReportCodes,
    ),
    types: ofRetired.anyOf(RetiredType, 'What bore them.', (values) => ({ type: { in: values } })),
    hasReplacement: ofRetired.whether('Whether something took their place.', (holds) => ({
      replacement: present(holds),
    })),
  },
  orders: { CODE: byCode },
  facets: { types: { description: 'What bore them.', column: 'type' }, reports: report },
};
