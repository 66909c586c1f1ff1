import type { ServerResponse } from 'node:http';

/** Aborted when the connection of an answer closes before the answer was written. */
export function leavingSignal(response: ServerResponse): AbortSignal {
  const controller = new AbortController();
  const onClose = () => {
    if (!response.writableFinished) controller.abort();
  };
  if (response.destroyed) onClose();
  else response.once('close', onClose);
  return controller.signal;
}
