import type { FeedEntry } from '../feed/feed.ts';
import { frame } from '../frame.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { address } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import { shortVersion } from '../site.ts';
import type { Site } from '../site.ts';
import { versionWords } from './version-words.ts';

/** Where a version of the data is served. */
export const versionBase = (version: string): string => `/versions/${shortVersion(version)}`;

/** What an address under `/versions/` names: a version by at least its first twelve digits, and what of it. */
export function versionAt(pathname: string): { prefix: string; rest: string } | null {
  const { prefix, rest } =
    /^\/versions\/(?<prefix>[0-9a-f]{12,64})(?<rest>\/.*)?$/.exec(pathname)?.groups ?? {};
  return prefix === undefined ? null : { prefix, rest: rest ?? '/' };
}

type State = 'CURRENT' | 'EARLIER' | 'WITHDRAWN';

/**
 * A page as it stands within a version of the data: it says so, and its links stay within.
 * @param origin by what the page calls this server
 * @param isFile whether it is kept elsewhere, where no path from `/` leads here
 */
export function pageWithin(
  page: string,
  site: Pick<Site, 'language' | 'dataVersion' | 'path'>,
  { state, origin, isFile }: { state: State; origin: string; isFile: boolean },
): string {
  const { language, dataVersion, path } = site;
  const base = versionBase(dataVersion);
  const said = fill(versionWords[state][language], { version: shortVersion(dataVersion) });
  const banner = html`<p class="version ${state.toLowerCase()}" role="note">${said} <a href="${isFile ? origin : ''}${address(path, language)}">${versionWords.present[language]}</a></p>`;
  // Files of the pages themselves are of no version, and the feed tells of all. No text can hold these signs as they stand here.
  const linked = page.replaceAll(
    / (href|action)="\/(?!assets\/|versions\/|feed\.xml|\/)/g,
    (_found, name: string) => ` ${name}="${base}/`,
  );
  const within = addressesWithin(linked, origin, base);
  return within.replace(/<main[^>]*>/, (start) => `${start}${banner.toString()}`);
}

/** A text in which whole addresses of this server lead into a version, as far as they do not yet. */
export const addressesWithin = (text: string, origin: string, base: string): string =>
  text
    .split(`${origin}/`)
    .map((piece, nth) => (nth === 0 || isOfNoVersion(piece) ? piece : `${base.slice(1)}/${piece}`))
    .join(`${origin}/`);

const isOfNoVersion = (rest: string) => /^(?:assets|versions)\//.test(rest);

/** The page for a version that is kept no longer, with what is told of it. */
export function goneVersionPage(
  site: Site,
  { version, rest, history }: { version: string; rest: string; history: readonly FeedEntry[] },
): Html {
  const { words, language } = site;
  const title = versionWords.gone[language];
  const lead = fill(versionWords.goneLead[language], { version: shortVersion(version) });
  const told = history.filter((entry) => entry.version.startsWith(version));
  const dates = told.map(({ event, at }) =>
    fill(versionWords[event === 'PUBLISHED' ? 'published' : 'withdrawn'][language], {
      day: at.slice(0, 10),
    }),
  );
  const body: Html = html`<h1>${title}</h1>
    <p>${lead}</p>
    ${dates.length > 0 && html`<p>${dates.join(language === 'zh' ? '' : ' ')}</p>`}
    <p><a href="${address(rest, language)}">${versionWords.present[language]}</a></p>
    <p><a href="${address('/', language)}">${words.home}</a></p>`;
  return frame(site, {
    title: `${title} · ${words.site}`,
    className: 'plain',
    isNowhere: true,
    body,
  });
}
