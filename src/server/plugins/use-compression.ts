import { Readable, pipeline } from 'node:stream';
import type { ReadableStream } from 'node:stream/web';
import type { Plugin } from 'graphql-yoga';
import type { Hold } from '../guard/unread-answers.ts';
import { compress, createCompressor, worthCompressing } from '../../http/compress.ts';
import { codingFor } from '../../http/encoding.ts';
import { weak } from '../../http/entity-tag.ts';
import { withVary } from '../../http/headers.ts';

const texts = /^(?:text\/|application\/(?:[\w.-]+\+)?json|application\/(?:jsonl|graphql))/;

/** Compresses what a client can take compressed, as a whole or, where it comes so, as a stream. */
export function useCompression(): Plugin<object, { hold?: Hold }> {
  return {
    async onResponse({ request, response, serverContext, setResponse }) {
      const { headers, body, status } = response;
      const length = Number(headers.get('content-length') ?? Number.NaN);
      const isText = texts.test(headers.get('content-type') ?? '');
      if (!isText || headers.has('content-encoding')) return;
      // Of an address and not of one answer: told by HEAD too, and where this one is too short.
      if (request.method === 'GET' || request.method === 'HEAD')
        headers.set('vary', withVary(headers.get('vary'), 'accept-encoding'));
      if (!body || length < worthCompressing) return;
      const coding = codingFor(request.headers.get('accept-encoding'));
      if (!coding) return;
      const packed = new Headers(headers);
      packed.set('content-encoding', coding);
      const etag = headers.get('etag');
      if (etag) packed.set('etag', weak(etag));
      packed.delete('content-length');
      if (Number.isNaN(length)) {
        const stream = compressStream(body as ReadableStream, createCompressor(coding));
        setResponse(new Response(stream, { status, headers: packed }));
        return;
      }
      const bytes = await compress(new Uint8Array(await response.arrayBuffer()), coding);
      packed.set('content-length', String(bytes.byteLength));
      serverContext.hold?.(bytes.byteLength);
      setResponse(new Response(new Uint8Array(bytes), { status, headers: packed }));
    },
  };
}

/** When either end breaks off, the other is closed: what is no longer read is no longer made. */
function compressStream(body: ReadableStream, compressor: ReturnType<typeof createCompressor>) {
  const stream = pipeline(Readable.fromWeb(body), compressor, () => {});
  return Readable.toWeb(stream) as BodyInit;
}
