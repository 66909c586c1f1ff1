import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has the garbage of answers collected. An answer lies outside of V8's heap, several times over on its
 * way between processes, and V8 is in no hurry to collect what hardly fills its own heap: beside
 * a heap of 60 MB there were 70 MB of answers that had long been sent. Where answers come so fast that
 * collections would keep the process busy, they are fewer.
 *
 * @param after how many bytes of answers are let pass from one collection to the next
 * @param share which part of the time may go into collections at the most
 * @returns told of the bytes of each answer; it collects once that answer may have gone out
 */
export function createGarbageCollection(after: number, share: number): (bytes: number) => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let passed = 0;
  let notBefore = 0;

  function collectNow(): void {
    const begun = performance.now();
    collect();
    const ended = performance.now();
    notBefore = ended + (ended - begun) / share;
  }

  return (bytes) => {
    passed += bytes;
    if (passed < after || performance.now() < notBefore) return;
    passed = 0;
    setImmediate(collectNow);
  };
}
