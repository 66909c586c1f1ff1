import { ServerResponse } from 'node:http';
import type { IncomingMessage, OutgoingHttpHeader, OutgoingHttpHeaders } from 'node:http';
import type { OpenConnections } from './open-connections.ts';

type Announced = { _last: boolean };
type Headers = OutgoingHttpHeaders | OutgoingHttpHeader[];

/**
 * Answers that say, while the server stops, that the connection ends with them. The last one of those
 * that a client has sent in a row says so, and the connection stays open for a moment: what was on
 * its way before the client could know is still answered.
 */
export function announcingResponse(
  connections: Pick<OpenConnections, 'isLast' | 'tell'>,
  isStopping: () => boolean,
): typeof ServerResponse {
  return class<Request extends IncomingMessage> extends ServerResponse<Request> {
    override writeHead(status: number, reason?: string | Headers, headers?: Headers): this {
      // Node takes the headers in either place.
      const head = [status, reason as string | undefined, headers] as const;
      const { socket, httpVersionMinor } = this.req;
      if (!this.shouldKeepAlive || !isStopping() || !connections.isLast(this.req)) {
        return super.writeHead(...head);
      }
      this.shouldKeepAlive = false;
      super.writeHead(...head);
      // HTTP/1.0 sends no requests in a row, and may tell the end of an answer by that of the connection.
      if (httpVersionMinor === 0) return this;
      this.once('close', () => {
        connections.tell(socket);
      });
      // Node would end the connection with this answer, whatever has come meanwhile.
      (this as unknown as Announced)._last = false;
      return this;
    }
  };
}
