import type { TableCounts } from '../convert/row-codec.ts';
import type { ImportPlan } from './import-plan.ts';
import { addProblems } from '../read/problem.ts';
import type { Problem } from '../read/problem.ts';
import type { OnStep } from './progress.ts';
import { readVocabulary } from '../read/read-seed.ts';
import { withoutEchoes } from '../read/echoes.ts';
import { emptyRows } from '../rows/rows.ts';
import { pieceOf } from '../convert/convert-report.ts';
import type { ConvertedPiece } from '../convert/convert-report.ts';
import { shapeReports } from '../convert/convert-reports.ts';
import { fields } from './renumber.ts';
import { numbersOf, stretchGiver } from './stretches.ts';
import { indexVocabulary } from '../rows/vocabulary-index.ts';
import type { KnownCodes } from '../rows/vocabulary-index.ts';
import { addVocabulary } from '../rows/vocabulary-rows.ts';
import type { Writer } from './write-rows.ts';

/** What the making of a snapshot is given. */
export type ImportJob = {
  /** The new file. */
  path: string;
  plan: ImportPlan;
  /** The folder of the vocabulary. */
  vocabulary: string;
  jobs: number;
  /** Takes what is wrong in the seed; nothing is then to be published. */
  problems: Problem[];
  tell: OnStep;
};

/** Reads the vocabulary and makes its rows, as far as it can be read. */
export function shapeVocabulary(
  folder: string,
  problems: Problem[],
): { known: KnownCodes; piece: ConvertedPiece } {
  const found: Problem[] = [];
  const vocabulary = readVocabulary(folder, found);
  const rows = emptyRows();
  const known = addVocabulary(vocabulary, rows);
  for (const problem of withoutEchoes(found, vocabulary.damaged)) problems.push(problem);
  return { known, piece: pieceOf(rows, indexVocabulary(known), fields) };
}

/**
 * Shapes the reports of a plan and writes them. Problems stop the writing, never the reading, so that
 * all of them are told.
 * @param added told of every report that was written, with its rows of each kind
 * @throws NoRoomError where a report does not fit between others
 */
export async function addReports(
  { plan, jobs, problems, tell }: ImportJob,
  known: KnownCodes,
  writer: Writer,
  added: (code: string, counts: TableCounts) => void,
): Promise<void> {
  const { folders, rooms, digests } = plan;
  const stretchOf = stretchGiver(rooms);
  const total = folders.length;
  let done = 0;
  const task = { known, order: { wanted: 'PIECE' as const, fields } };
  for await (const { code, sha256, sign, piece, ...read } of shapeReports(folders, task, jobs)) {
    done += 1;
    digests.note({ code, sha256, sign });
    tell({ phase: 'read', done, total });
    if (!addProblems(problems, read.problems)) return;
    if (!piece || problems.length > 0) continue;
    const stretch = stretchOf(code, numbersOf(piece));
    writer.add(piece, stretch.place);
    writer.addSource({ kind: 'REPORT', code, ...stretch, sha256, rowsSha256: piece.rowsSha256 });
    added(code, piece.counts);
  }
}
