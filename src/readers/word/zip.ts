import { crc32, inflateRawSync } from 'node:zlib';
import { readerBounds } from '../../limits.ts';
import { UnreadableFile } from '../unreadable.ts';

/** The parts of an archive by name; each is unpacked when it is asked for. */
export type Archive = { readonly read: (name: string) => Uint8Array | null };

type Entry = {
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  readonly checksum: number;
  readonly at: number;
};

const directoryEnd = 0x06054b50;
const directoryEntry = 0x02014b50;
const localEntry = 0x04034b50;
const endBytes = 22;
const longestComment = 0xffff;

const broken = (what: string) =>
  new UnreadableFile('broken', what, 'Open it in a word processor and save it anew as .docx.');

const tooMuch = () =>
  new UnreadableFile(
    'too-much-unpacked',
    `Its parts unpack to more than ${readerBounds.unpackedBytes} bytes.`,
    'A report has no need of so many: save its text alone as .docx or .txt.',
  );

function findEnd(bytes: Buffer): number {
  const first = Math.max(0, bytes.length - endBytes - longestComment);
  for (let at = bytes.length - endBytes; at >= first; at -= 1) {
    if (bytes.readUInt32LE(at) === directoryEnd) return at;
  }
  throw broken('The archive inside of the file has no end: the file is cut short.');
}

function readDirectory(bytes: Buffer): Map<string, Entry> {
  const end = findEnd(bytes);
  const entries = new Map<string, Entry>();
  let at = bytes.readUInt32LE(end + 16);
  let declared = 0;
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    if (bytes.readUInt32LE(at) !== directoryEntry) throw broken('The list of its parts is broken.');
    if (bytes.readUInt16LE(at + 8) & 1) {
      throw new UnreadableFile(
        'encrypted',
        'Its parts are encrypted.',
        'Open it with its password and save it without one.',
      );
    }
    const nameLength = bytes.readUInt16LE(at + 28);
    const name = bytes.toString('utf8', at + 46, at + 46 + nameLength);
    const unpacked = bytes.readUInt32LE(at + 24);
    declared += unpacked;
    entries.set(name, {
      method: bytes.readUInt16LE(at + 10),
      packed: bytes.readUInt32LE(at + 20),
      unpacked,
      checksum: bytes.readUInt32LE(at + 16),
      at: bytes.readUInt32LE(at + 42),
    });
    at += 46 + nameLength + bytes.readUInt16LE(at + 30) + bytes.readUInt16LE(at + 32);
  }
  if (declared > readerBounds.unpackedBytes) throw tooMuch();
  return entries;
}

/** The bytes of a part, never more than `most`, whatever the archive declares. */
function unpack(bytes: Buffer, { method, packed, at }: Entry, most: number): Uint8Array {
  if (bytes.readUInt32LE(at) !== localEntry)
    throw broken('A part of it is not where it should be.');
  const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28);
  const body = bytes.subarray(start, start + packed);
  if (method === 0) return body;
  if (method !== 8)
    throw broken(`A part of it is packed in a way (${method}) that documents have not.`);
  try {
    return inflateRawSync(body, { maxOutputLength: Math.max(1, most) });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') throw tooMuch();
    throw broken('A part of it cannot be unpacked.');
  }
}

/**
 * Opens a zip archive. All parts that are read come to at most `unpackedBytes`.
 * @throws {UnreadableFile} where it is broken, encrypted or a bomb
 */
export function openArchive(content: Uint8Array): Archive {
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  const guarded = <Result>(work: () => Result): Result => {
    try {
      return work();
    } catch (error) {
      // Places that the archive names and that lie outside of it.
      throw error instanceof RangeError ? broken('The list of its parts is broken.') : error;
    }
  };
  const entries = guarded(() => readDirectory(bytes));
  let left: number = readerBounds.unpackedBytes;
  return {
    read(name) {
      const entry = entries.get(name);
      if (!entry) return null;
      const part = guarded(() => unpack(bytes, entry, left));
      if (crc32(part) !== entry.checksum) throw broken('A part of it is damaged.');
      left -= part.byteLength;
      return part;
    },
  };
}
