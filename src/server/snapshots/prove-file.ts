import { writingOf } from '../../db/snapshot/held-file.ts';
import type { Opened } from '../../db/snapshot/open-published.ts';

/** How often a file that changes while it is read is read again. */
const maximumReadings = 3;

type FileProof = {
  /**
   * Reads the file and holds it against the digest that it has to have; until that is known, looks whether it
   * was written to.
   * @param pause milliseconds to rest after each piece of a megabyte
   */
  prove: (pause?: number) => Promise<void>;
  /** What the file was when it was proven last. */
  identity: () => string;
  /** Says which digest the file has to have. */
  expect: (sha256: string) => void;
};

/** @param events `fail` is told what is wrong, `onTouched` that the file was touched and is still right */
export function proveFile(
  { held, published, identity: first }: Opened,
  events: { fail: (reason: string) => void; onTouched: () => void; isOver: () => boolean },
): FileProof {
  const { fail, onTouched, isOver } = events;
  const size = held.size();
  let identity = first;
  let expected = published.sha256 ?? null;
  const hasOtherLength = () => {
    if (held.size() === size) return false;
    fail('has another length than the file that was published');
    return true;
  };

  /** Nothing is known that the content could be held against: a file that was written to is not trusted. */
  function proveUnread(): void {
    const now = held.identity();
    if (hasOtherLength()) return;
    if (writingOf(now) !== writingOf(identity))
      return fail('was changed before it had been read whole');
    if (now !== identity) onTouched();
    identity = now;
  }

  async function proveRead(pause?: number): Promise<void> {
    for (let reading = 1; !isOver(); reading += 1) {
      const before = held.identity();
      if (hasOtherLength()) return;
      // oxlint-disable-next-line no-await-in-loop -- read again where it changed meanwhile
      const digest = await held.digestMeanwhile(pause);
      if (digest === null) return;
      if (digest !== expected)
        return fail('was changed: its digest differs from what was published');
      if (held.identity() === before || reading === maximumReadings) {
        if (before !== identity) onTouched();
        identity = before;
        return;
      }
    }
  }

  return {
    async prove(pause) {
      try {
        if (expected === null) proveUnread();
        else await proveRead(pause);
      } catch (error) {
        fail(`cannot be read any more (${(error as NodeJS.ErrnoException).code})`);
      }
    },
    identity: () => identity,
    expect(sha256) {
      expected = sha256;
    },
  };
}
