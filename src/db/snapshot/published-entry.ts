/** A snapshot as it was published. */
export type PublishedEntry = {
  /** The snapshot's file name, such as `kb-000012.sqlite`. */
  file: string;
  /** The version of the data (see `data-version.ts`); that of older pointers is the file's SHA-256. */
  version: string;
  /** How long the file is; not said by older pointers, whose files are always read whole. */
  bytes?: number;
  /** SHA-256 of the file, in hexadecimal; missing as long as a large one was never read whole. */
  sha256?: string;
  /** How many rows of each kind it holds. */
  counts: Record<string, number>;
  /** The file that it was copied from, which is to be read whole as well before this one is trusted. */
  madeOf?: string;
  /** Why it is not to be carried on, as was found when it was read whole. */
  doubt?: string;
};

/** What tells of a snapshot, without what else stands beside it. */
export function entryOf(entry: PublishedEntry): PublishedEntry {
  const { file, version, bytes, sha256, counts, madeOf, doubt } = entry;
  return {
    file,
    version,
    ...(bytes !== undefined && { bytes }),
    ...(sha256 !== undefined && { sha256 }),
    counts,
    ...(madeOf !== undefined && { madeOf }),
    ...(doubt !== undefined && { doubt }),
  };
}

export const snapshotName = /^kb-(\d{6,})\.sqlite$/;

/** Reads an entry as it stands in a pointer, of today's kind or older; null where it is none. */
export function readEntry(content: unknown): PublishedEntry | null {
  const loose = (content ?? {}) as Partial<Record<keyof PublishedEntry, unknown>>;
  const { sha256, version = sha256 } = loose;
  const entry = { ...loose, version };
  return isEntry(entry) ? entryOf(entry) : null;
}

function isEntry(
  content: Partial<Record<keyof PublishedEntry, unknown>>,
): content is PublishedEntry {
  const { file, version, bytes, sha256, counts, madeOf, doubt } = content;
  return (
    typeof file === 'string' &&
    snapshotName.test(file) &&
    isDigest(version) &&
    (sha256 === undefined || isDigest(sha256)) &&
    (bytes === undefined || Number.isSafeInteger(bytes)) &&
    // Without either nobody could tell whether a file is that which was published.
    (bytes !== undefined || sha256 !== undefined) &&
    (madeOf === undefined || (typeof madeOf === 'string' && snapshotName.test(madeOf))) &&
    (doubt === undefined || typeof doubt === 'string') &&
    typeof counts === 'object' &&
    counts !== null &&
    Object.values(counts).every((count) => Number.isSafeInteger(count))
  );
}

const isDigest = (value: unknown): value is string =>
  typeof value === 'string' && /^[0-9a-f]{64}$/.test(value);
