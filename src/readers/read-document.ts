import { limits } from '../limits.ts';
import type { ReadDocument } from './document.ts';
import { withDigests } from './document-parts.ts';
import type { DocumentParts } from './document-parts.ts';
import { kindByName, kindOfText, refuseOtherKind } from './kind.ts';
import type { FileKind } from './kind.ts';
import { readPlain } from './read-plain.ts';
import { readBytes, refuseNoFile } from './source-file.ts';
import { UnreadableFile } from './unreadable.ts';

/** Each is loaded when the first file of its kind comes. */
const readers: Readonly<Record<FileKind, (bytes: Uint8Array) => Promise<DocumentParts>>> = {
  plain: (bytes) => Promise.resolve(readPlain(bytes)),
  html: async (bytes) => (await import('./html/read-html.ts')).readHtml(bytes),
  docx: async (bytes) => (await import('./word/read-docx.ts')).readDocx(bytes),
  pdf: async (bytes) => (await import('./pdf/read-pdf.ts')).readPdf(bytes),
};

/** What no reader foresaw is a fault of the file: it is not read, and the others are. */
function asUnreadable(error: unknown, path: string): UnreadableFile {
  if (error instanceof UnreadableFile) return error.of(path);
  const [first = ''] = String(error).split('\n');
  const isDeep = error instanceof RangeError && /call stack/.test(error.message);
  const reason = isDeep ? 'its parts stand too deep in each other' : first;
  return new UnreadableFile(
    'broken',
    `It cannot be read (${reason.slice(0, 200)}).`,
    'Open it in the program that it is for, save it anew, or give its text as .txt.',
    path,
  );
}

function refuseLongText({ text }: DocumentParts): void {
  const bytes = Buffer.byteLength(text);
  if (bytes <= limits.fileBytes.value) return;
  throw new UnreadableFile(
    'too-large',
    `Its text has ${bytes} bytes; at most ${limits.fileBytes.value} are read.`,
    'Give the report alone, without annexes.',
  );
}

/** Words are letters or figures, of whatever script. */
function refuseWithoutWords({ text }: DocumentParts): void {
  if (/[\p{L}\p{N}]/u.test(text)) return;
  throw new UnreadableFile(
    'empty',
    'It holds no words, only white space or signs.',
    'Look whether the right file was saved, and save it anew.',
  );
}

/**
 * Reads a file in this process, without bounds of time and memory: for plain text, and for processes
 * that are watched.
 * @throws {UnreadableFile}
 */
export async function readDocument(path: string): Promise<ReadDocument> {
  try {
    refuseNoFile(path);
    const kind = kindByName(path);
    const bytes = readBytes(path, kind);
    refuseOtherKind(kind, bytes);
    const parts = await readers[kindOfText(kind, bytes)](bytes);
    refuseLongText(parts);
    refuseWithoutWords(parts);
    return withDigests(parts, bytes);
  } catch (error) {
    throw asUnreadable(error, path);
  }
}
