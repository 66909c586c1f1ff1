import { pagePath } from '../../http/addresses.ts';
import type { FeedEntry } from '../feed/feed.ts';
import { frame } from '../frame.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { address } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import type { Site } from '../site.ts';
import { versionBase } from '../versions/version-page.ts';
import { goneWords } from './gone-words.ts';

/** A report that was taken away: when, its title, and the version that held it last. */
export type RemovedReport = Pick<FeedEntry, 'at' | 'before'> & {
  code: string;
  title: { zh: string; en: string | null };
};

/** The report that an address is about, where the last that was told of it is that it was taken away. */
export function removedReportAt(
  pathname: string,
  history: readonly FeedEntry[],
): RemovedReport | null {
  const [, , piece = ''] = pathname.split('/');
  const [code = ''] = piece.split('.');
  for (const { at, before, reports } of history.toReversed()) {
    const told = reports.find((report) => report.code === code);
    if (told) return told.change === 'removed' ? { code, at, before, title: told.title } : null;
  }
  return null;
}

/** The page where a report stood that was taken away, or a thing in it. */
export function removedPage(site: Site, removed: RemovedReport): Html {
  const { language } = site;
  const { at, before, code, title } = removed;
  const named = (language === 'en' && title.en) || title.zh;
  const lead = fill(goneWords.removedLead[language], { title: named, day: at.slice(0, 10) });
  const path = before === null ? null : versionBase(before) + pagePath('report', code);
  return gonePage(
    site,
    goneWords.removed[language],
    html`<p>${inWords(lead, language)}</p>
    ${path && html`<p><a href="${address(path, language)}">${goneWords.asItWas[language]}</a></p>`}`,
  );
}

/** The page where a thing stood whose code was retired without another in its place. */
export function retiredPage(
  site: Site,
  retired: { code: string; reason: { zh: string; en: string | null }; card: string },
): Html {
  const { language } = site;
  const { code, reason, card } = retired;
  const why = (language === 'en' && reason.en) || reason.zh;
  return gonePage(
    site,
    goneWords.retired[language],
    html`<p>${fill(goneWords.retiredLead[language], { code })}</p>
    <p>${goneWords.reason[language]}${inWords(why, language)}</p>
    <p><a href="${card}">${goneWords.inReport[language]}</a></p>`,
  );
}

const gonePage = (site: Site, title: string, body: Content): Html =>
  frame(site, {
    title: `${title} · ${site.words.site}`,
    className: 'plain',
    isNowhere: true,
    body: html`<h1>${title}</h1>
    ${body}
    <p><a href="${address('/', site.language)}">${site.words.home}</a></p>`,
  });
