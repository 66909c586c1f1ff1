import type { SearchType, WordSource } from '../../vocabulary.ts';

/** A text by which a row is found: a column, or the row's proof: the words quoted as evidence. */
export type FindableText = readonly [source: WordSource, column: string];

/** The name that stands for a row's proof instead of a column. */
export const proof = 'proof';

/** The name that stands for the words of all acts of a measure. */
export const acts = 'acts';

/**
 * By which texts the rows of each type are found: the one list that the index is written from and
 * that snippets are read by. `starts` names the column with the offset of the words in the report.
 */
export const findable = {
  REPORT: {
    table: 'reports',
    texts: [
      ['TITLE_ZH', 'titleZh'],
      ['TITLE_EN', 'titleEn'],
    ],
  },
  SECTION: {
    table: 'sections',
    texts: [
      ['TITLE_ZH', 'titleZh'],
      ['TITLE_EN', 'titleEn'],
      ['TEXT', 'text'],
    ],
    starts: 'start',
  },
  MEASURE: {
    table: 'measures',
    texts: [
      ['TITLE_ZH', 'titleZh'],
      ['TITLE_EN', 'titleEn'],
      ['TEXT', acts],
    ],
  },
  OUTCOME: {
    table: 'outcomes',
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
  DOCUMENT: {
    table: 'documents',
    texts: [
      ['TITLE_ZH', 'titleZh'],
      ['TITLE_EN', 'titleEn'],
      ['TEXT', proof],
    ],
  },
  INDICATOR: {
    table: 'indicators',
    texts: [
      ['TITLE_ZH', 'nameZh'],
      ['TITLE_EN', 'nameEn'],
    ],
  },
  ORGANIZATION: {
    table: 'organizations',
    texts: [
      ['TITLE_ZH', 'nameZh'],
      ['TITLE_EN', 'nameEn'],
    ],
  },
  PLACE: {
    table: 'places',
    texts: [
      ['TITLE_ZH', 'nameZh'],
      ['TITLE_EN', 'nameEn'],
      ['CODE', 'code'],
    ],
  },
} as const satisfies Record<
  SearchType,
  { table: string; texts: readonly FindableText[]; starts?: string }
>;
