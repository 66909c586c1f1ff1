import { privateBytesOf } from '../../private-bytes.ts';

/** What a process may take for one file. */
export type ReaderBounds = {
  /** By the clock. */
  readonly milliseconds: number;
  /** Bytes of memory that are its own. */
  readonly memoryBytes: number;
};

/** How often to look, in milliseconds. */
const pace = 20;

/** Calls back once where a process takes too long or too much memory; gives what ends the watch. */
export function watchReader(
  pid: number,
  bounds: ReaderBounds,
  onBeyond: (rule: 'too-slow' | 'too-much-memory') => void,
): () => void {
  const begun = performance.now();
  const timer = setInterval(() => {
    const isSlow = performance.now() - begun > bounds.milliseconds;
    if (!isSlow && (privateBytesOf(pid) ?? 0) <= bounds.memoryBytes) return;
    clearInterval(timer);
    onBeyond(isSlow ? 'too-slow' : 'too-much-memory');
  }, pace);
  return () => clearInterval(timer);
}
