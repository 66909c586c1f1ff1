import type { ServerResponse } from 'node:http';
import { Readable } from 'node:stream';

/**
 * A body whose failure breaks the connection off, so that nobody takes a part of it for the whole. Were
 * it left to fail, nobody would hear of it: Yoga’s adapter logs it and leaves the connection open.
 */
export function breakingOff(body: Readable, response: ServerResponse): Readable {
  async function* pieces() {
    try {
      yield* body;
    } catch {
      response.destroy();
    }
  }
  // One piece at a time: what is buffered beyond it nobody has asked for.
  const reading = Readable.from(pieces(), { highWaterMark: 1 });
  // A generator that nobody has read from does not run to its end when it is closed.
  reading.once('close', () => body.destroy());
  return reading;
}
