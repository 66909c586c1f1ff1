import { join } from 'node:path';
import { entriesOfOneReport } from '../../db/entry-number.ts';
import { readCoders } from '../coding/read-coders.ts';
import { withoutEchoes } from '../read/echoes.ts';
import { digestRows, encodeRows } from './row-codec.ts';
import type { EncodedRows } from './row-codec.ts';
import type { Problem } from '../read/problem.ts';
import { readReport } from '../read/read-seed.ts';
import { referableReport } from '../references/reference.ts';
import type { ReferableReport } from '../references/reference.ts';
import { rowsOfReport } from '../rows/report-rows.ts';
import { countRows } from '../rows/rows.ts';
import type { Rows } from '../rows/rows.ts';
import { searchEntriesOf } from './search-entries.ts';
import type { IndexEntry } from './search-entries.ts';
import { signReader } from '../read/folder-sign.ts';
import type { FolderSign } from '../read/folder-sign.ts';
import { digestReport } from '../read/source-digests.ts';
import { summarize } from './summary.ts';
import type { Summary } from './summary.ts';
import type { Fields } from './table-names.ts';
import type { VocabularyIndex } from '../rows/vocabulary-index.ts';

/** All that is written of one report, or of the vocabulary, before it has its place among others. */
export type ConvertedPiece = {
  packed: EncodedRows;
  entries: IndexEntry[];
  counts: Record<string, number>;
  /** SHA-256 of the rows: equal rows, wherever they stand, have the same. */
  rowsSha256: string;
};

/** What became of a report's folder: what is wrong with it, or what it holds. */
export type ConvertedReport = {
  code: string;
  problems: readonly Problem[];
  summary: Summary | null;
  piece: ConvertedPiece | null;
  /** What references between reports ask of it, where it is checked and sound. */
  referable: ReferableReport | null;
  /** SHA-256 of the files that were read. */
  sha256: string;
  /** What the system said of them before; null where that says nothing of what they hold. */
  sign: FolderSign | null;
};

/** What is wanted of a report: only what a check tells, or all that is written, field by field. */
export type ConversionOrder = { wanted: 'SUMMARY' | 'PIECE'; fields: Fields };

/** Reads a report, resolves its quotes, checks it and makes its rows. */
export function convertReport(
  folder: string,
  terms: VocabularyIndex,
  { wanted, fields }: ConversionOrder,
): ConvertedReport {
  const found: Problem[] = [];
  // Taken before the files are read: whoever writes them meanwhile has them read again next time.
  const sign = signReader(join(folder, '..'))(folder);
  const { code, sha256 } = digestReport(folder);
  const source = readReport(folder, found);
  const rows = source ? rowsOfReport(source, terms) : null;
  if (source && rows && rows.searchEntries.length >= entriesOfOneReport) {
    source.report(
      [],
      'too-many-facts',
      `The report has ${rows.searchEntries.length} facts; fewer than ${entriesOfOneReport} can be searched.`,
      'Give it as several reports.',
    );
  }
  // Codings of coders are kept beside the facts: they are checked with them and never imported. Where
  // the facts have problems, those of the codings are mostly the same ones again.
  if (source && wanted === 'SUMMARY' && found.length === 0) {
    readCoders(folder, source.text, found);
  }
  const problems = withoutEchoes(found, terms.damaged);
  const isSound = rows !== null && problems.length === 0;
  return {
    code,
    sha256,
    sign,
    problems,
    summary: isSound && wanted === 'SUMMARY' ? summarize(rows, terms) : null,
    referable: isSound && wanted === 'SUMMARY' ? referableReport(rows, terms) : null,
    piece: isSound && wanted === 'PIECE' ? pieceOf(rows, terms, fields) : null,
  };
}

export function pieceOf(
  rows: Rows,
  { ancestors, codes }: Pick<VocabularyIndex, 'ancestors' | 'codes'>,
  fields: Fields,
): ConvertedPiece {
  const packed = encodeRows(rows, fields);
  return {
    packed,
    entries: searchEntriesOf(rows, ancestors),
    counts: countRows(rows),
    rowsSha256: digestRows(packed, fields, codes),
  };
}
