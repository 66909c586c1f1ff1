import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import type { IncomingHttpHeaders, OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setPublicOrigin } from '../../src/public-origin.ts';
import { serve } from '../../src/server/serve.ts';
import type { ServeOptions, Serving } from '../../src/server/serve.ts';
import { copyImported } from './imported.ts';

/** The seed imported into a folder of its own. */
export async function importedSeed(): Promise<{ data: string; remove: () => void }> {
  const data = mkdtempSync(join(tmpdir(), 'juzheng-'));
  await copyImported(data);
  return { data, remove: () => rmSync(data, { recursive: true, force: true }) };
}

/** A server on a free port of this machine. */
export function serveOnFreePort(
  data: string,
  { publicOrigin, ...more }: Partial<ServeOptions> & { publicOrigin?: string | undefined } = {},
): Promise<Serving> {
  setPublicOrigin(publicOrigin);
  return serve({ data, host: '127.0.0.1', port: 0, logLevel: 'silent', ...more });
}

export type Wire = {
  method?: string;
  path?: string;
  headers?: OutgoingHttpHeaders;
  body?: string | Buffer;
  /** The address that it comes from: all of 127.0.0.0/8 are this machine's. */
  from?: string;
};

export type Received = { status: number; headers: IncomingHttpHeaders; body: Buffer };

/** One request as it stands, and all that comes back: nothing is added, followed or decompressed. */
export function send(url: string, wire: Wire = {}): Promise<Received> {
  const { method = 'GET', path = '/', headers = {}, body, from } = wire;
  const { port } = new URL(url);
  const to = { host: '127.0.0.1', port, ...(from && { localAddress: from, agent: false }) };
  return new Promise((received, failed) => {
    const sent = request({ ...to, method, path, headers }, (response) => {
      const pieces: Buffer[] = [];
      response.on('data', (piece: Buffer) => pieces.push(piece));
      response.on('end', () => {
        const { statusCode = 0, headers: given } = response;
        received({ status: statusCode, headers: given, body: Buffer.concat(pieces) });
      });
      response.on('error', failed);
    });
    sent.on('error', failed);
    sent.end(body);
  });
}
