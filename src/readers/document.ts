/** What a file tells of itself, with the words or the tag that tell it. */
export type DocumentClaim = { readonly value: string; readonly from: string };

/** A file of a government's, read: its text and what it says of itself. Knows nothing of facts. */
export type ReadDocument = {
  /** The stored text: lines end in `\n`; offsets count its code points. */
  readonly text: string;
  readonly title: DocumentClaim | null;
  readonly publisher: DocumentClaim | null;
  /** A day, `YYYY-MM-DD`. */
  readonly publishedOn: DocumentClaim | null;
  /** The address that the file itself carries. */
  readonly address: DocumentClaim | null;
  /** What was in the file and is not in the text, in the order of the file, each with the reason. */
  readonly leftOut: readonly { readonly text: string; readonly why: string }[];
  /** SHA-256 of the file's bytes and of the text's UTF-8, hexadecimal. */
  readonly digests: { readonly file: string; readonly text: string };
};
