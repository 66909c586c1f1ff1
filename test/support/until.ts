import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

/** Tries again, each time after so many milliseconds, until something holds. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  pause = 50,
): Promise<void> {
  const begun = performance.now();
  while (performance.now() - begun < 20_000) {
    if (await holds()) return;
    await wait(pause);
  }
  assert.fail(`in twenty seconds it never held that ${what}`);
}
