import type { Server } from 'node:http';

/** Connections that the system keeps until they are accepted; it may keep fewer (`somaxconn`). */
const backlog = 4096;

/**
 * Listens at an address, alone or as one of several processes.
 * @throws when the address cannot be had
 */
export async function listen(
  server: Server,
  { host, port, shared }: { host: string; port: number; shared: boolean },
): Promise<void> {
  if (!shared) return listening(server, { host, port });
  // Each of several processes takes its own connections from the kernel: none waits for another,
  // and those of one that crashes are closed with it.
  const ownAddress = { host, port, exclusive: true, reusePort: true };
  return listening(server, ownAddress).catch((error: NodeJS.ErrnoException) => {
    // Not every system can (macOS and Windows cannot): there the primary hands them out.
    if (error.code !== 'ENOTSUP') throw error;
    return listening(server, { host, port });
  });
}

function listening(server: Server, where: { host: string; port: number }): Promise<void> {
  return new Promise((done, failed) => {
    server.once('error', failed);
    server.listen({ ...where, backlog }, () => {
      server.off('error', failed);
      done();
    });
  });
}
