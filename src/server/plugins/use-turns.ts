import type { Plugin } from 'graphql-yoga';
import type { AskingClient } from '../../table/fetch-pages.ts';
import type { ClientTurns } from '../guard/turns.ts';

/**
 * Has a question wait for its client’s turn once its parameters are read: from a request to them the event
 * loop goes on, so that the turn in which the request began does not hold what comes after.
 */
export function useTurns({
  turns,
}: {
  turns: Pick<ClientTurns, 'resume'>;
}): Plugin<object, AskingClient> {
  return {
    onParams: ({ context: { client = '' } }) => turns.resume(client),
  };
}
