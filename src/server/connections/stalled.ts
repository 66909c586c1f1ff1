import type { Server } from 'node:http';
import type { Socket } from 'node:net';

/** How much of a write the system has not taken yet; Node's own time-outs look at it too. */
type WithQueue = { _handle?: { writeQueueSize?: number } | null };

/** How far the writing has come; it stays the same while the client takes nothing. */
const progressOf = (socket: Socket) =>
  `${socket.bytesWritten - socket.writableLength} ${(socket as WithQueue)._handle?.writeQueueSize}`;

/**
 * Cuts off clients that have taken nothing of their answer for so many milliseconds. Node has no
 * time-out for that: those it has begin anew with every byte that the client itself sends.
 */
export function cutStalled(server: Server, milliseconds: number): void {
  const connections = new Set<Socket>();
  const stalled = new WeakMap<Socket, { progress: string; since: number }>();
  server.on('connection', (socket: Socket) => {
    connections.add(socket);
    socket.once('close', () => connections.delete(socket));
  });

  function look(socket: Socket): void {
    if (socket.writableLength === 0) {
      stalled.delete(socket);
      return;
    }
    const progress = progressOf(socket);
    const before = stalled.get(socket);
    if (before?.progress !== progress) {
      stalled.set(socket, { progress, since: performance.now() });
    } else if (performance.now() - before.since >= milliseconds) socket.destroy();
  }

  const sweep = setInterval(
    () => {
      for (const socket of connections) look(socket);
    },
    Math.min(1000, milliseconds / 4),
  );
  server.once('close', () => {
    clearInterval(sweep);
  });
}
