import type { Server, ServerOptions } from 'node:http';
import type { Duplex } from 'node:stream';
import { methodNotAllowed } from '../guard/method.ts';
import type { ServerBounds } from '../http/server-bounds.ts';
import { limitConnections } from './connection-limit.ts';
import { followAnswers } from './pending-answers.ts';
import { rawRefusal, refuse, versionNotSupported } from '../../http/refusal.ts';
import type { Refusal } from '../../http/refusal.ts';
import { cutStalled } from './stalled.ts';

/** The bounds that Node itself keeps. */
export const serverOptions = (bounds: ServerBounds): ServerOptions => ({
  maxHeaderSize: bounds.headBytes,
  headersTimeout: bounds.headerMilliseconds,
  requestTimeout: bounds.requestMilliseconds,
  keepAliveTimeout: bounds.idleMilliseconds,
  // So often it looks for those that are late; its own thirty seconds would be longer than they.
  connectionsCheckingInterval: Math.min(500, bounds.headerMilliseconds),
  // The guard says so in words.
  requireHostHeader: false,
});

/** Keeps the others, and tells in words why a connection ends. */
export function boundConnections(
  server: Server,
  bounds: ServerBounds,
  options: {
    /** Whether the connections are those of a proxy, and say nothing of who asks. */
    trustProxy: boolean;
    /** Told of a client whose connection was not taken. */
    onRefused: (client: string) => void;
  },
): void {
  limitConnections(server, {
    total: bounds.connections,
    perClient: options.trustProxy ? null : bounds.connectionsPerClient,
    onRefused: options.onRefused,
  });
  cutStalled(server, bounds.writeMilliseconds);
  const onceAnswered = followAnswers(server);
  const end = (socket: Duplex, refusal: Refusal) => {
    onceAnswered(socket, () => {
      endWith(socket, refusal);
    });
  };
  server.on('clientError', (error: ParseError, socket) => {
    end(socket, refusalFor(error));
  });
  server.on('connect', (_request, socket: Duplex) => {
    end(socket, methodNotAllowed());
  });
  server.on('checkExpectation', (_request, response) => {
    refuse(response, unexpected);
  });
}

/** Says why and ends; nothing more is read, so that no client can keep it open on its side. */
function endWith(socket: Duplex, refusal: Refusal): void {
  if (!socket.writable || isAnswering(socket)) socket.destroy();
  else socket.end(rawRefusal(refusal), () => socket.destroy());
}

/** Whether an answer is under way, into which nothing may be written. */
const isAnswering = (socket: Duplex & { _httpMessage?: { headersSent: boolean } | null }) =>
  socket._httpMessage?.headersSent ?? false;

const unreadable: Refusal = {
  status: 400,
  code: 'BAD_REQUEST',
  message:
    'This is not a request as HTTP/1.1 has it. Characters of an address beyond ASCII, spaces among them, must be percent-encoded: with curl, --url-query does that.',
};

const unexpected: Refusal = {
  status: 417,
  code: 'EXPECTATION_FAILED',
  message: 'Of expectations only 100-continue is met; leave the header Expect out.',
};

/** What Node says of a request that cannot be read; the parser adds a reason. */
type ParseError = NodeJS.ErrnoException & { reason?: string };

function refusalFor({ code = '', reason = '' }: ParseError): Refusal {
  // The same code tells of a line that does not end behind its version.
  const isOfLineEnd = code === 'HPE_INVALID_VERSION' && reason.includes('CRLF');
  return (isOfLineEnd ? undefined : refusals[code]) ?? unreadable;
}

const refusals: Record<string, Refusal> = {
  HPE_INVALID_VERSION: versionNotSupported,
  HPE_PAUSED_H2_UPGRADE: versionNotSupported,
  HPE_HEADER_OVERFLOW: {
    status: 431,
    code: 'HEAD_TOO_LONG',
    message: 'The head of the request is too long; send long queries in the body of a POST.',
  },
  HPE_CHUNK_EXTENSIONS_OVERFLOW: {
    status: 413,
    code: 'BODY_TOO_LONG',
    message: 'The extensions of its chunks are longer than what they carry.',
  },
  ERR_HTTP_REQUEST_TIMEOUT: {
    status: 408,
    code: 'REQUEST_TIMEOUT',
    message: 'The request did not come to its end in time; send it at once.',
  },
};
