/** What a question may come to, reckoned before it runs: upper bounds. */
export type Work = {
  /** Rows to be read. */
  rows: number;
  /** Bytes of the answer. */
  bytes: number;
};
