import assert from 'node:assert/strict';
import { setTimeout as wait } from 'node:timers/promises';

/** Milliseconds after which it will never hold, however busy the machine is. */
const patience = 120_000;

/** Tries again, each time after so many milliseconds, until something holds. */
export async function until(
  what: string,
  holds: () => boolean | Promise<boolean>,
  pause = 50,
): Promise<void> {
  const begun = performance.now();
  while (performance.now() - begun < patience) {
    if (await holds()) return;
    await wait(pause);
  }
  assert.fail(`in ${patience} ms it never held that ${what}`);
}
