import { once } from 'node:events';
import { createServer } from 'node:net';

export type Address = { host: string; port: number };

/**
 * Takes an address and lets it go again. What cannot be had is told before anything else is done; and
 * workers, who share theirs among them, would share it with a stranger.
 * @throws where it cannot be had
 */
export async function tryAddress({ host, port }: Address): Promise<void> {
  const server = createServer();
  server.listen({ host, port, exclusive: true });
  await once(server, 'listening');
  server.close();
  await once(server, 'close');
}
