import type { Ask } from '../../table/fetch-pages.ts';
import { assetText } from '../asset-files.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { address } from '../language/language.ts';
import { anyOrigin } from '../origin.ts';
import type { Site } from '../site.ts';
import { askFound } from './found.ts';
import { guide } from './guide.ts';

/** A file by which machines find what is here. */
export type OutsideFile = {
  type: string;
  make: (ask: Ask, site: Site) => Promise<Html | string>;
};

/**
 * Crawlers read the pages and not the API: each card leads to queries, and a crawler that followed them
 * would ask some hundreds of thousands.
 */
const robots = `User-agent: *
Disallow: /graphql
Allow: /

Sitemap: ${anyOrigin}/sitemap.xml
`;

const text = 'text/plain; charset=utf-8';

export const outsideFiles: Readonly<Record<string, OutsideFile | undefined>> = {
  // Browsers look for it beside what is no page, such as JSON.
  '/favicon.ico': { type: 'image/svg+xml', make: () => Promise.resolve(assetText('icon')) },
  '/robots.txt': { type: text, make: () => Promise.resolve(robots) },
  '/sitemap.xml': { type: 'application/xml; charset=utf-8', make: sitemap },
  '/llms.txt': { type: text, make: guide },
};

/** Every page that stands for something, in both languages. */
async function sitemap(ask: Ask): Promise<Html> {
  const paths = ['/', ...(await askFound(ask)).map(({ path }) => path)];
  const at = (path: string, language: 'zh' | 'en') => `${anyOrigin}${address(path, language)}`;
  return html`<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${paths.map(
  (
    path,
  ) => html`<url><loc>${at(path, 'zh')}</loc><xhtml:link rel="alternate" hreflang="en" href="${at(path, 'en')}"/></url>
`,
)}</urlset>
`;
}
