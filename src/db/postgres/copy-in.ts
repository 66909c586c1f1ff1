import type pg from 'pg';

/** What the driver's connection takes while a COPY reads. */
type CopyConnection = {
  stream: NodeJS.WritableStream & { writableNeedDrain: boolean };
  query: (text: string) => void;
  sendCopyFromChunk: (chunk: Buffer) => void;
  endCopyFrom: () => void;
  sendCopyFail: (message: string) => void;
};

/**
 * Copies lines into a table: `copy … from stdin`. The driver knows queries of one's own making, but not
 * this one; it calls what it finds here as the server's messages come.
 * @param pieces lines as COPY reads them, in pieces of any size
 * @returns how many rows were copied
 * @throws what the server says, or what the pieces throw
 */
export async function copyIn(
  client: pg.Client,
  statement: string,
  pieces: Iterable<string>,
): Promise<number> {
  const { promise, resolve, reject } = Promise.withResolvers<number>();
  let rows = 0;
  let failure: Error | null = null;
  const query = {
    submit(connection: CopyConnection): null {
      connection.query(statement);
      return null;
    },
    handleCopyInResponse(connection: CopyConnection): void {
      const fail = (error: Error) => {
        failure ??= error;
        connection.sendCopyFail('given up');
      };
      send(connection, pieces, () => failure !== null).catch(fail);
    },
    handleCommandComplete({ text }: { text: string }): void {
      rows = Number(text.split(' ')[1]);
    },
    handleError(error: Error): void {
      // What made it fail is told, and not that it was told to.
      failure ??= error;
      reject(failure);
    },
    // It is not called after an error.
    handleReadyForQuery(): void {
      resolve(rows);
    },
  };
  const lost = () => {
    reject(failure ?? new Error('the connection to PostgreSQL was lost'));
  };
  client.once('end', lost);
  try {
    client.query(query as unknown as pg.Submittable);
    return await promise;
  } finally {
    client.off('end', lost);
  }
}

/** Hands over no more than the server takes. */
async function send(
  connection: CopyConnection,
  pieces: Iterable<string>,
  isOver: () => boolean,
): Promise<void> {
  for (const piece of pieces) {
    if (isOver()) return;
    connection.sendCopyFromChunk(Buffer.from(piece, 'utf8'));
    // oxlint-disable-next-line no-await-in-loop -- one piece after the other
    if (connection.stream.writableNeedDrain) await drained(connection.stream, isOver);
  }
  if (!isOver()) connection.endCopyFrom();
}

/** When a stream takes more; one that was closed never will, and is not waited for. */
async function drained(stream: CopyConnection['stream'], isOver: () => boolean): Promise<void> {
  if (isOver()) return;
  const { promise, resolve } = Promise.withResolvers<void>();
  const events = ['drain', 'close'] as const;
  const go = () => {
    resolve();
  };
  for (const event of events) stream.once(event, go);
  await promise;
  for (const event of events) stream.off(event, go);
}
