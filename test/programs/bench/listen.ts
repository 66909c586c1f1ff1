import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';

/** Listens on a free port of this machine and tells the parent process which. */
export function listen(server: Server): void {
  server.listen(0, '127.0.0.1', () => announce((server.address() as AddressInfo).port));
}

export function announce(port: number): void {
  process.on('disconnect', () => process.exit());
  process.on('message', (word) => {
    if (word !== 'usage') return;
    const { user, system } = process.cpuUsage();
    process.send?.({ memory: process.memoryUsage.rss(), cpu: user + system });
  });
  process.send?.({ port });
}
