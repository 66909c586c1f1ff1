import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A folder of this process alone for the compiled code of those that it starts. */
export type CodeCache = { folder: () => string | null; remove: () => void };

/** Makes the folder when it is first needed; where that cannot be done there is none. */
export function createCodeCache(): CodeCache {
  let made: string | null | undefined;

  function make(): string | null {
    try {
      return mkdtempSync(join(tmpdir(), 'juzheng-code-'));
    } catch {
      return null;
    }
  }

  return {
    folder: () => (made ??= make()),
    remove() {
      if (typeof made === 'string') rmSync(made, { recursive: true, force: true });
    },
  };
}
