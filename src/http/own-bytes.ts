/**
 * Bytes of answers that whoever made them has for one use. They lie outside of V8's heap, and V8 is in no hurry to collect
 * what hardly fills its own: beside a heap of 60 MB there were 70 MB of answers that had long been sent. When it does,
 * it looks through all of its heap, and nobody is answered for some tens of milliseconds. So they are given back at once.
 */
const owned = new WeakSet<ArrayBufferLike>();

/** Fewer bytes are left to V8, which has them soon and cheaply. */
const fewBytes = 8192;

/** Says of bytes that nobody else has them, nor will have them when they are let go. A part of others is nobody's own. */
export function own<Bytes extends Uint8Array>(bytes: Bytes): Bytes {
  const { byteLength, buffer } = bytes;
  if (byteLength >= fewBytes && byteLength === buffer.byteLength) owned.add(buffer);
  return bytes;
}

/** Gives bytes back that are somebody's own; others are left alone. Nothing may read or write them any more. */
export function letGo({ buffer }: Uint8Array): void {
  if (!owned.delete(buffer)) return;
  // Node 20 has no such thing, and leaves them to V8.
  if (buffer instanceof ArrayBuffer && 'transfer' in buffer) buffer.transfer(0);
}
