import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has the garbage of answers collected. An answer lies outside of V8's heap, several times over on its
 * way between processes, and V8 is in no hurry to collect what hardly fills its own heap: beside
 * a heap of 60 MB there were 70 MB of answers that had long been sent.
 *
 * @param after how many bytes of answers are let pass from one collection to the next
 * @returns told of the bytes of each answer; it collects once that answer may have gone out
 */
export function createGarbageCollection(after: number): (bytes: number) => void {
  setFlagsFromString('--expose-gc');
  const collect = runInNewContext('gc') as () => void;
  let passed = 0;
  return (bytes) => {
    passed += bytes;
    if (passed < after) return;
    passed = 0;
    setImmediate(collect);
  };
}
