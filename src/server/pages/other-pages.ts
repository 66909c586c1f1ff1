import { frame } from './frame.ts';
import { html } from './html.ts';
import { address } from './language.ts';
import type { Site } from './site.ts';

/** The page for an address at which nothing stands. */
export const notFoundPage = (site: Site) =>
  plainPage(site, site.words.notFound, site.words.notFoundLead);

/** The page for when the API gave no answer. */
export const unansweredPage = (site: Site) =>
  plainPage(site, site.words.unanswered, site.words.unansweredLead);

function plainPage(site: Site, title: string, lead: string) {
  const { words, language } = site;
  const body = html`<h1>${title}</h1>
    <p>${lead}</p>
    <p><a href="${address('/', language)}">${words.home}</a></p>`;
  return frame(site, { title: `${title} · ${words.site}`, className: 'plain', body });
}
