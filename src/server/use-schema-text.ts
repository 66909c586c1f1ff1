import type { Plugin } from 'graphql-yoga';
import { printSchemaText } from '../schema/print.ts';

/** The schema as text, for code generators and people. */
export function useSchemaText({ endpoint = '/schema.graphql' } = {}): Plugin {
  let text: string | undefined;
  return {
    onRequest({ url, endResponse, fetchAPI }) {
      if (url.pathname !== endpoint) return;
      text ??= printSchemaText();
      endResponse(
        new fetchAPI.Response(text, { headers: { 'content-type': 'text/plain; charset=utf-8' } }),
      );
    },
  };
}
