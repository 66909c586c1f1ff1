import { searchableTypes } from '../../vocabulary.ts';
import type { SearchType, WordSource } from '../../vocabulary.ts';
import type { TableName } from '../relations.ts';

/** A text by which a row is found: a column, or the row's proof: the words quoted as evidence. */
export type SearchableText = readonly [source: WordSource, column: string];

/** The name that stands for a row's proof instead of a column. */
export const proof = 'proof';

/** The name that stands for the words of all acts of a measure. */
export const acts = 'acts';

/**
 * What searches can find: the table and type of each, and by which texts its rows are found. It is the
 * one list that the index is written from, that snippets are read by and that hits lead to rows by. `starts` names the column with the offset of the words in the report.
 */
export const searchable = {
  REPORT: {
    table: 'reports',
    typename: searchableTypes.REPORT.typename,
    texts: [
      ['TITLE_ZH', 'titleZh'],
      ['TITLE_EN', 'titleEn'],
    ],
  },
  SECTION: {
    table: 'sections',
    typename: searchableTypes.SECTION.typename,
    texts: [
      ['TITLE_ZH', 'titleZh'],
      ['TITLE_EN', 'titleEn'],
      ['TEXT', 'text'],
    ],
    starts: 'start',
  },
  MEASURE: {
    table: 'measures',
    typename: searchableTypes.MEASURE.typename,
    texts: [
      ['TITLE_ZH', 'titleZh'],
      ['TITLE_EN', 'titleEn'],
      ['TEXT', acts],
    ],
  },
  OUTCOME: {
    table: 'outcomes',
    typename: searchableTypes.OUTCOME.typename,
    texts: [
      ['TITLE_ZH', 'labelZh'],
      ['TITLE_EN', 'labelEn'],
      ['TEXT', proof],
      ['DIMENSION_ZH', 'dimensionZh'],
      ['DIMENSION_EN', 'dimensionEn'],
      ['NOTE_ZH', 'noteZh'],
      ['NOTE_EN', 'noteEn'],
    ],
  },
  TARGET: {
    table: 'targets',
    typename: searchableTypes.TARGET.typename,
    texts: [
      ['TITLE_ZH', 'labelZh'],
      ['TITLE_EN', 'labelEn'],
      ['TEXT', proof],
      ['NOTE_ZH', 'noteZh'],
      ['NOTE_EN', 'noteEn'],
    ],
  },
  PROBLEM: {
    table: 'problems',
    typename: searchableTypes.PROBLEM.typename,
    texts: [
      ['TITLE_ZH', 'titleZh'],
      ['TITLE_EN', 'titleEn'],
      ['TEXT', proof],
    ],
  },
  DOCUMENT: {
    table: 'documents',
    typename: searchableTypes.DOCUMENT.typename,
    texts: [
      ['TITLE_ZH', 'titleZh'],
      ['TITLE_EN', 'titleEn'],
      ['TEXT', proof],
    ],
  },
  INDICATOR: {
    table: 'indicators',
    typename: searchableTypes.INDICATOR.typename,
    texts: [
      ['TITLE_ZH', 'nameZh'],
      ['TITLE_EN', 'nameEn'],
    ],
  },
  ORGANIZATION: {
    table: 'organizations',
    typename: searchableTypes.ORGANIZATION.typename,
    texts: [
      ['TITLE_ZH', 'nameZh'],
      ['TITLE_EN', 'nameEn'],
    ],
  },
  PLACE: {
    table: 'places',
    typename: searchableTypes.PLACE.typename,
    texts: [
      ['TITLE_ZH', 'nameZh'],
      ['TITLE_EN', 'nameEn'],
      ['CODE', 'code'],
    ],
  },
} as const satisfies Record<
  SearchType,
  { table: TableName; typename: string; texts: readonly SearchableText[]; starts?: string }
>;
