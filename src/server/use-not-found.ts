import type { Plugin } from 'graphql-yoga';
import { textOf } from './http/refusal.ts';

const message =
  'There is nothing at this address. The API and GraphiQL are at /graphql, its schema at /schema.graphql, tables at /examples/….csv.';

/** Says at an address where nothing is what there is elsewhere. */
export function useNotFound(): Plugin {
  return {
    async onResponse({ response, setResponse, fetchAPI }) {
      if (response.status !== 404 || response.headers.has('content-type')) return;
      const headers = { 'content-type': 'application/json; charset=utf-8' };
      const text = `${textOf({ code: 'NOT_FOUND', message })}\n`;
      setResponse(new fetchAPI.Response(text, { status: 404, headers }));
    },
  };
}
