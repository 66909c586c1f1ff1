import type { Plugin } from 'graphql-yoga';
import { textOf } from '../../http/refusal.ts';

/** What is said where otherwise nothing would be but a status. */
const words: Record<number, { code: string; message: string }> = {
  404: {
    code: 'NOT_FOUND',
    message:
      'There is nothing at this address. The API and GraphiQL are at /graphql, its schema at /schema.graphql, tables at /examples/….csv.',
  },
  406: {
    code: 'NOT_ACCEPTABLE',
    message:
      'There is no table to answer with, and errors come as JSON; add application/json to Accept to read why.',
  },
};

/** Gives words to refusals that have none. */
export function useErrorBodies(): Plugin {
  return {
    onResponse({ response: { status, headers }, setResponse, fetchAPI }) {
      const said = words[status];
      if (!said || headers.has('content-type')) return;
      const type = { 'content-type': 'application/json; charset=utf-8' };
      setResponse(new fetchAPI.Response(textOf(said), { status, headers: type }));
    },
  };
}
