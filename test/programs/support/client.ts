import { Agent, request } from 'node:http';

export type Asked = {
  /** 0 where no answer came. */
  status: number;
  /** Bytes of the answer’s body. */
  bytes: number;
  /** From the first byte sent to the last received. */
  milliseconds: number;
  /** The first and the last characters of the body, whole where it is short. */
  text: string;
  /** Codes of the errors that the answer tells. */
  errors: string[];
};

/** Somebody who asks from an address of this machine, over connections that stay open. */
export type Client = {
  /** Asks by POST; an answer that does not come in so many milliseconds, or before that, is given up. */
  ask: (query: string, most?: number | AbortSignal) => Promise<Asked>;
  /** The same with a body as it stands. */
  post: (body: string, most?: number) => Promise<Asked>;
  get: (path: string, most?: number) => Promise<Asked>;
  close: () => void;
};

/** Of a body that is longer only both ends are kept: so many bytes, and so many pieces at the end. */
const keptBytes = 1_000_000;
const keptPieces = 4;

/** @param localAddress where it asks from, such as 127.0.0.2 */
export function createClient(url: string, localAddress: string): Client {
  const { port } = new URL(url);
  const agent = new Agent({ keepAlive: true, localAddress });
  const host = { host: '127.0.0.1', port, localAddress, agent };

  function send(path: string, body: string | null, most: number | AbortSignal): Promise<Asked> {
    const headers = body === null ? {} : postHeaders(body);
    const begun = performance.now();
    const signal = typeof most === 'number' ? AbortSignal.timeout(most) : most;
    let status = 0;
    let bytes = 0;
    const pieces: Buffer[] = [];
    let tail: Buffer[] = [];
    return new Promise((answered) => {
      const end = (failure?: Error) => {
        const milliseconds = performance.now() - begun;
        const broken = failure !== undefined;
        const text = Buffer.concat([...pieces, ...tail]).toString();
        const errors = [...text.matchAll(/"extensions":\{"code":"([A-Z_]+)"/g)].map(
          ([, code = '']) => code,
        );
        answered({
          status: broken ? 0 : status,
          bytes,
          milliseconds,
          text: broken ? String(failure) : text,
          errors,
        });
      };
      const method = body === null ? 'GET' : 'POST';
      const sent = request({ ...host, method, path, headers, signal }, (response) => {
        status = response.statusCode ?? 0;
        response.on('data', (piece: Buffer) => {
          if (bytes < keptBytes) pieces.push(piece);
          else tail = [...tail, piece].slice(-keptPieces);
          bytes += piece.length;
        });
        response.on('end', () => {
          end();
        });
        response.on('error', end);
      });
      sent.on('error', end);
      sent.end(body ?? undefined);
    });
  }

  return {
    ask: (query, most = 30_000) => send('/graphql', JSON.stringify({ query }), most),
    post: (body, most = 30_000) => send('/graphql', body, most),
    get: (path, most = 30_000) => send(path, null, most),
    close() {
      agent.destroy();
    },
  };
}

const postHeaders = (body: string) => ({
  'content-type': 'application/json',
  accept: 'application/json',
  'content-length': Buffer.byteLength(body),
});

/** The data of an answer. @throws where there are none */
export function dataOf({ status, text }: Asked): Record<string, unknown> {
  const { data } = JSON.parse(text) as { data?: Record<string, unknown> | null };
  if (!data) throw new Error(`answered with ${status}: ${text.slice(0, 300)}`);
  return data;
}
