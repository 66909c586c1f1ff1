import { citations } from '../cite.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Site } from '../site.ts';

/** How one cites what is read here, with the version of the data. */
export function citing(site: Site): Html {
  const { zh, en } = citations(site, {
    zh: { words: '“……”', source: '……' },
    en: { words: '“…”', source: '…' },
    path: '/',
  });
  return html`<p>${site.words.citingLead}</p>
<blockquote lang="zh">${zh}</blockquote><blockquote lang="en">${en}</blockquote>
<p><code class="whole">${site.dataVersion}</code></p>`;
}
