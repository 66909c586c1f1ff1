import type { Socket } from 'node:net';
import { deserialize, serialize } from 'node:v8';
import { letGo, own } from '../../../http/own-bytes.ts';

/** Tells a message, and bytes that go with it as they are; those that are its own it lets go when they have gone. */
export type Tell<Message> = (message: Message, bytes?: Uint8Array) => void;

/** Before both stand their lengths, each in four bytes. */
const headBytes = 8;
const none = new Uint8Array();

/** The first message may have so many: until it has come it is not known who tells it. */
const firstBytes = 4096;

/**
 * Messages between two processes over a socket. The bytes of an answer are neither copied into a message nor
 * out of one, as they are on the channel that Node has between processes.
 */
export function openChannel<Messages extends { told: unknown; heard: unknown }>(
  socket: Socket,
  hear: (message: Messages['heard'], bytes: Uint8Array) => void,
): Tell<Messages['told']> {
  const refuse = () => socket.destroy();
  const take = createTaking((message, bytes) => {
    const read = readMessage(message);
    if (read) hear(read.message, bytes);
    else refuse();
  }, refuse);
  socket.on('data', (piece: Buffer) => {
    take(piece);
    letGo(own(piece));
  });
  return (message, bytes = none) => {
    const text = serialize(message);
    const head = Buffer.alloc(headBytes);
    head.writeUInt32LE(text.length, 0);
    head.writeUInt32LE(bytes.length, 4);
    socket.cork();
    for (const part of [head, text]) socket.write(part);
    if (bytes.length > 0) socket.write(bytes, () => letGo(bytes));
    socket.uncork();
  };
}

/** A message as it was told; null for what is none. */
function readMessage(text: Uint8Array): { message: unknown } | null {
  try {
    return { message: deserialize(text) };
  } catch {
    return null;
  }
}

/**
 * Parts what comes in pieces into messages again. Each piece is copied to its place at once, and no longer needed
 * then.
 */
function createTaking(
  onMessage: (message: Buffer, bytes: Buffer) => void,
  onTooLong: () => void,
): (piece: Buffer) => void {
  let isFirst = true;
  let isOver = false;
  let lengths: { message: number; bytes: number } | null = null;
  let into = Buffer.alloc(headBytes);
  let filled = 0;

  function takeWhole(whole: Buffer): void {
    filled = 0;
    if (lengths) {
      const { message } = lengths;
      lengths = null;
      isFirst = false;
      into = Buffer.alloc(headBytes);
      onMessage(whole.subarray(0, message), whole.subarray(message));
    } else {
      lengths = { message: whole.readUInt32LE(0), bytes: whole.readUInt32LE(4) };
      const all = lengths.message + lengths.bytes;
      isOver = all === 0 || (isFirst && all > firstBytes);
      if (isOver) onTooLong();
      else into = own(Buffer.allocUnsafeSlow(all));
    }
  }

  return (piece) => {
    for (let at = 0; at < piece.length && !isOver;) {
      const copied = piece.copy(into, filled, at);
      filled += copied;
      at += copied;
      if (filled === into.length) takeWhole(into);
    }
  };
}
