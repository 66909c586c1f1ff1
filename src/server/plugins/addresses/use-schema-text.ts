import type { Plugin } from 'graphql-yoga';
import { printSchemaText } from '../../../schema/print.ts';
import { tagOfAnswer } from '../../../http/entity-tag.ts';

/** The schema as text, for code generators and people; it changes with the software only. */
export function useSchemaText({
  headersNow,
  endpoint = '/schema.graphql',
}: {
  /** What caches are told of what is made now. */
  headersNow: () => Readonly<Record<string, string>>;
  endpoint?: string;
}): Plugin {
  let text: string | undefined;
  return {
    onRequest({ url, endResponse, fetchAPI }) {
      if (url.pathname !== endpoint) return;
      text ??= printSchemaText();
      const etag = tagOfAnswer('', [text]);
      const headers = { ...headersNow(), etag };
      const type = { 'content-type': 'text/plain; charset=utf-8' };
      endResponse(new fetchAPI.Response(text, { headers: { ...headers, ...type } }));
    },
  };
}
