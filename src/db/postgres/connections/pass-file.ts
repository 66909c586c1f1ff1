import type pg from 'pg';
import pgpass from 'pgpass';

/**
 * Has a connection look its password up in the pass file (PGPASSFILE, ~/.pgpass) where neither its address nor
 * PGPASSWORD tells one. The driver would do so too, and says at each start that a later version will not.
 */
export function askPassFile(client: pg.Client): void {
  if ((client.password ?? null) !== null) return;
  const { host, port, database, user } = client;
  const look = () =>
    new Promise<string | undefined>((resolve) => {
      pgpass({ host, port, database, user }, resolve);
    });
  // The driver asks a function when the server wants a password; its types have that for what a client is made of only.
  Object.assign(client, { password: look });
}
