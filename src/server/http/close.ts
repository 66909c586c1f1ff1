import type { Server } from 'node:http';

/** How often connections that have fallen idle are closed, in milliseconds. */
const pace = 100;

/**
 * Takes no new connections, lets the running requests finish, and gives back once all is closed. A
 * client that has not finished after `milliseconds` is not waited for any longer.
 */
export async function closeServer(server: Server, milliseconds: number): Promise<void> {
  const closed = new Promise((done) => {
    server.close(done);
  });
  const sweep = setInterval(() => {
    server.closeIdleConnections();
  }, pace);
  const patience = setTimeout(() => {
    server.closeAllConnections();
  }, milliseconds);
  server.closeIdleConnections();
  await closed;
  clearInterval(sweep);
  clearTimeout(patience);
}
