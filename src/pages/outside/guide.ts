import type { Ask } from '../../table/fetch-pages.ts';
import { feedPath } from '../feed/feed.ts';
import { askFound } from './found.ts';
import { english } from '../language/messages-en.ts';
import { anyOrigin } from '../origin.ts';
import { shortVersion } from '../site.ts';
import type { Site } from '../site.ts';

/** So many pages are named; the sitemap has all. */
const named = 50;

/** What programs that read for people should know of this server (llmstxt.org). */
export async function guide(ask: Ask, { dataVersion, softwareVersion }: Site): Promise<string> {
  const found = await askFound(ask);
  const pages = found
    .slice(0, named)
    .map(({ path, title }) => `- [${title}](${anyOrigin}${path}?lang=en)`);
  return `# Juzheng 举证

> ${english.about}

Juzheng ${softwareVersion}, data version ${shortVersion(dataVersion)}. Every figure stands with the exact words of the report that prove it; cite these, with their address (\`url\`) and the data version. What a report does not say is null here and never guessed.

## How to ask

- [GraphQL API](${anyOrigin}/graphql): POST {"query": "…"}, or GET ?query=…; no key is needed
- [Schema with a description of every field](${anyOrigin}/schema.graphql)
- Tables: GET /graphql?format=csv&query=… (or format=jsonl), with all=1 for the whole list
- Evidence: ask \`evidence { exact start end url }\` of any fact; offsets count Unicode code points of \`report.text\`
- What each import changed: [Atom feed](${anyOrigin}${feedPath}?lang=en)
- A report as files: /reports/CODE.txt is its text, /reports/CODE.proof.html all of it as one page that works offline, /reports/CODE.json and /reports/CODE.csv what it tells

Example: { outcomes(filter: { text: "审批" }, first: 10) { nodes { label quantity { text value } report { code } evidence { exact url } } } }

## Pages

${pages.join('\n')}
- [All pages](${anyOrigin}/sitemap.xml)
`;
}
