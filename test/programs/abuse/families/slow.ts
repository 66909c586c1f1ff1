import { limits } from '../../../../src/limits.ts';
import type { Case } from '../case.ts';
import { converse, readAnswers, takeNothing } from '../socket.ts';
import type { Step } from '../socket.ts';

const post = 'POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n';

/** How much later than the limit a client may be cut off, in milliseconds: the server looks twice a second. */
const grace = 3000;

const drip = (piece: string, seconds: number): Step[] =>
  Array.from({ length: seconds }, () => [piece, 1000]).flat();

function cutOff(name: string, steps: Step[], limit: number, status: number | null): Case {
  return {
    family: 'slow',
    name,
    async run({ port }) {
      const { bytes, closed, milliseconds } = await converse(port, steps, {
        silence: limit + 2 * grace,
      });
      if (!closed || milliseconds > limit + grace) return `still there after ${milliseconds} ms`;
      if (milliseconds < limit - grace) return `cut off after ${milliseconds} ms`;
      const [answer] = readAnswers(bytes);
      return (answer?.status ?? null) === status ? null : `${answer?.status}, not ${status}`;
    },
  };
}

/** A client that asks for much and takes nothing of it. */
const readsNothing: Case = {
  family: 'slow',
  name: 'reading nothing of the answers',
  async run({ port }) {
    const limit = limits.writeMilliseconds.value;
    const milliseconds = await takeNothing(port, limit + 2 * grace);
    if (milliseconds === null) return 'still there';
    return milliseconds < limit - grace ? `cut off after ${milliseconds} ms` : null;
  },
};

/** Clients that take their time; each is cut off when its limit is reached, and not much before. */
export function slow({ short }: { short: boolean }): Case[] {
  const { headerMilliseconds: head, requestMilliseconds: whole } = limits;
  return [
    cutOff('saying nothing', [], head.value, 408),
    cutOff(
      'a head that never ends',
      ['GET /ready HTTP/1.1\r\n', ...drip('zzz: 1\r\n', 20)],
      head.value,
      408,
    ),
    cutOff('a head byte by byte', drip('G', 1).concat(drip('E', 20)), head.value, 400),
    cutOff('a body that never comes', [`${post}content-length: 100\r\n\r\n`], whole.value, 408),
    cutOff(
      'a body byte by byte',
      [`${post}content-length: 100\r\n\r\n`, ...drip(' ', 30)],
      whole.value,
      408,
    ),
    cutOff(
      'chunks that never end',
      [`${post}transfer-encoding: chunked\r\n\r\n`, ...drip('1\r\n \r\n', 30)],
      whole.value,
      408,
    ),
    readsNothing,
  ].filter(({ name }) => !short || !/reading/.test(name));
}
