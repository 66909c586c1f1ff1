/** A question as it came, for another process to answer. */
export type Question = {
  query: string;
  variables?: Readonly<Record<string, unknown>> | null | undefined;
  operationName?: string | null | undefined;
  /** The media type of the answer. */
  type: string;
  /** The snapshot that must answer; whoever asks has checked it. */
  snapshot: { file: string; version: string; counts: Readonly<Record<string, number>> };
};

export type ToLane = { kind: 'serve'; data: string } | { kind: 'ask'; question: Question };

export type FromLane =
  | { kind: 'ready' }
  | { kind: 'answer'; status: number; body: Uint8Array; milliseconds: number };
