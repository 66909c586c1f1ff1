import { html } from './html.ts';
import type { Html } from './html.ts';
import { english } from './language/messages-en.ts';
import { chinese } from './language/messages-zh.ts';
import { anyOrigin } from './origin.ts';
import { shortVersion } from './site.ts';
import type { Site } from './site.ts';

/** What is cited, in both languages, and where it stands. */
export type Cited = {
  zh: { words: string; source: string };
  en: { words: string; source: string };
  path: string;
  /** Whether nobody has looked at it yet, which a citation must say. */
  isUnreviewed?: boolean;
};

/** A ready citation of a thing in both languages, with the version of the data. */
export function citations(
  site: Site,
  { zh, en, path, isUnreviewed = false }: Cited,
): { zh: string; en: string } {
  const version = shortVersion(site.dataVersion);
  const where = `${anyOrigin}${path}`;
  return {
    zh: `${zh.words}${isUnreviewed ? `（${chinese.unreviewed}）` : ''}，载《${zh.source}》。举证 Juzheng ${site.softwareVersion}，数据版本 ${version}，${where}。`,
    en: `${en.words}${isUnreviewed ? ` (${english.unreviewed})` : ''}, in “${en.source}”. Juzheng ${site.softwareVersion}, data version ${version}, ${where}`,
  };
}

/** The citations, folded away until they are wanted. */
export function citeDetails(site: Site, cited: Cited): Html {
  const { words } = site;
  const { zh, en } = citations(site, cited);
  return html`<details class="cite">
    <summary>${words.cite}</summary>
    <p lang="zh">${zh}</p>
    <p lang="en">${en}</p>
  </details>`;
}
