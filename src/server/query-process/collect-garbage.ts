import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';

/**
 * Has garbage collected of which V8 knows too little: it is in no hurry where its own heap is hardly filled. That
 * takes some fifty milliseconds, in which the process does nothing else; where there is so much of it that collections
 * would keep the process busy, they are fewer.
 * @param after how many bytes
 * @param share which part of the time may go into collections at the most
 * @returns told of the bytes of each piece of garbage; it collects in one of the next turns
 */
export function createGarbageCollection({
  after,
  share,
}: {
  after: number;
  share: number;
}): (bytes: number) => void {
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
