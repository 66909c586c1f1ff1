import { availableParallelism } from 'node:os';
import { resolve } from 'node:path';
import { readerBounds } from '../limits.ts';
import type { ReadDocument } from './document.ts';
import { kindByName, kindOfText } from './kind.ts';
import { startReaderProcess } from './process/reader-process.ts';
import type { ReaderProcess } from './process/reader-process.ts';
import type { ReaderBounds } from './process/watch.ts';
import { readDocument } from './read-document.ts';
import { checkFile, readHead, refuseNoFile } from './source-file.ts';
import { UnreadableFile } from './unreadable.ts';

export type FileReader = {
  /**
   * Reads a file within bounds of size, time and memory; any number may be asked for at once.
   * @throws {UnreadableFile} which says what is wrong with it and what to do
   */
  readonly read: (path: string) => Promise<ReadDocument>;
  /** Ends the processes; files that are being read are then refused. */
  readonly close: () => void;
};

/**
 * Reads many files with processes that are kept: each takes one file after the other, and is replaced
 * where a file has ended it. Plain text needs none.
 * @param processes how many may read at once; as many as there are cores where none is given
 * @param bounds what one file may take
 */
export function createFileReader(
  processes = availableParallelism(),
  bounds: ReaderBounds = readerBounds,
): FileReader {
  const idle: ReaderProcess[] = [];
  const all = new Set<ReaderProcess>();
  const queue: PromiseWithResolvers<void>[] = [];
  let free = Math.max(1, processes);

  async function takeTurn(): Promise<void> {
    if (free > 0) free -= 1;
    else {
      const turn = Promise.withResolvers<void>();
      queue.push(turn);
      await turn.promise;
    }
  }

  function giveTurn(): void {
    const next = queue.shift();
    if (next) next.resolve();
    else free += 1;
  }

  async function readInProcess(path: string): Promise<ReadDocument> {
    await takeTurn();
    const reader = idle.pop() ?? startReaderProcess(bounds);
    all.add(reader);
    try {
      return await reader.read(path);
    } finally {
      if (reader.isUsable()) idle.push(reader);
      else {
        reader.end();
        all.delete(reader);
      }
      giveTurn();
    }
  }

  return {
    async read(path) {
      try {
        refuseNoFile(path);
        const kind = kindByName(path);
        if (kind === 'plain' && !isPage(path)) return await readDocument(path);
        checkFile(path, kind);
        return await readInProcess(resolve(path));
      } catch (error) {
        throw error instanceof UnreadableFile ? error.of(path) : error;
      }
    },
    close() {
      for (const reader of all) reader.end();
      all.clear();
      idle.length = 0;
    },
  };
}

/** Whether a file that is called a text is a page, which is read within bounds as any other. */
const isPage = (path: string): boolean => kindOfText('plain', readHead(path, 'plain')) === 'html';

/**
 * Reads one file: a page (`.html`), a document (`.docx`), a PDF with a text layer, or plain text.
 * @throws {UnreadableFile} which says what is wrong with it and what to do
 */
export async function readFile(path: string): Promise<ReadDocument> {
  const reader = createFileReader(1);
  try {
    return await reader.read(path);
  } finally {
    reader.close();
  }
}
