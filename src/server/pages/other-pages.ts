import { frame } from './frame.ts';
import { html } from './html.ts';
import { address } from './language.ts';
import type { Site } from './site.ts';

/** The page for when the API gave no answer. */
export function unansweredPage(site: Site) {
  const { words, language } = site;
  const body = html`<h1>${words.unanswered}</h1>
    <p>${words.unansweredLead}</p>
    <p><a href="${address('/', language)}">${words.home}</a></p>`;
  return frame(site, { title: `${words.unanswered} · ${words.site}`, className: 'plain', body });
}
