import type { Plugin } from 'graphql-yoga';
import type { Hold } from '../guard/unread-answers.ts';
import { noStore } from '../../http/headers.ts';
import { textOf } from '../../http/refusal.ts';

/**
 * Counts what a client has not taken yet of its answers, and refuses a large one where that is too
 * much. A table is not counted: it is made as it is read, and never lies here whole.
 */
export function useUnreadAnswers(): Plugin<object, { hold?: Hold }> {
  return {
    onResponse({ response, serverContext, setResponse, fetchAPI }) {
      const bytes = Number(response.headers.get('content-length') ?? 0);
      const refusal = response.body ? serverContext.hold?.(bytes) : null;
      if (!refusal) return;
      const { status, headers } = refusal;
      const type = { 'content-type': 'application/json; charset=utf-8' };
      const all = { ...type, ...noStore, ...headers };
      setResponse(new fetchAPI.Response(textOf(refusal), { status, headers: all }));
    },
  };
}
