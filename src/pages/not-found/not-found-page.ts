import { frame } from '../frame.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { address } from '../language/language.ts';
import type { Site } from '../site.ts';
import type { NearPlace } from './near-places.ts';

/** The page for an address at which nothing stands, with the places that may have been meant. */
export function notFoundPage(site: Site, near: readonly NearPlace[]): Html {
  const { words, language } = site;
  const home = address('/', language);
  const pages: readonly NearPlace[] = [
    { href: home, label: words.home },
    { href: address('/search', language), label: words.search },
    { href: address('/reports', language), label: words.reports },
    { href: `${home}#questions`, label: words.gallery },
    { href: '/graphql', label: words.api },
    { href: '/schema.graphql', label: words.schema },
  ];
  const body = html`<h1>${words.notFound}</h1>
    <p>${words.notFoundLead}</p>
    ${near.length > 0 && html`<h2>${words.nearPlaces}</h2>${listOf(near)}`}
    <h2>${words.pagesThere}</h2>
    ${listOf(pages)}`;
  return frame(site, {
    title: `${words.notFound} · ${words.site}`,
    className: 'plain',
    isNowhere: true,
    body,
  });
}

const listOf = (places: readonly NearPlace[]) =>
  html`<ul>
    ${places.map(({ href, label }) => html`<li><a href="${href}">${label}</a></li>`)}
  </ul>`;
