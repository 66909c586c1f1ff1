import { createHash } from 'node:crypto';
import { pagePath } from '../../http/addresses.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { address } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import { shortVersion } from '../site.ts';
import { factWords, feedWords } from './feed-words.ts';

export const feedPath = '/feed.xml';

type Counts = Readonly<Record<'added' | 'changed' | 'removed', number>>;

/** What a publication, or going back from one, changed. */
export type FeedEntry = {
  number: number;
  event: 'PUBLISHED' | 'WITHDRAWN';
  at: string;
  version: string;
  before: string | null;
  counts: Counts;
  reports: readonly {
    code: string;
    change: keyof Counts;
    title: { zh: string; en: string | null };
    facts: readonly (Counts & { kind: keyof typeof factWords })[];
  }[];
};

/** So many entries are told, the newest ones. */
const entriesTold = 50;

/** Of a feed that tells nothing yet. */
const never = '1970-01-01T00:00:00.000Z';

/**
 * What each import changed, as an Atom feed (RFC 4287), the newest first.
 * @param entries the oldest first
 * @param origin by what the feed calls this server
 */
export function feedOf(entries: readonly FeedEntry[], language: Language, origin: string): Html {
  const newest = entries.slice(-entriesTold).toReversed();
  const at = (path: string) => `${origin}${address(path, language)}`;
  return html`<?xml version="1.0" encoding="UTF-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${language}">
<id>${at(feedPath)}</id>
<title>${feedWords.title[language]}</title>
<subtitle>${feedWords.lead[language]}</subtitle>
<updated>${newest[0]?.at ?? never}</updated>
<author><name>举证 Juzheng</name></author>
<link rel="self" type="application/atom+xml" href="${at(feedPath)}"/>
<link rel="alternate" type="text/html" href="${at('/')}"/>
${newest.map((entry) => entryOf(entry, language, at))}</feed>
`;
}

function entryOf(entry: FeedEntry, language: Language, at: (path: string) => string): Html {
  const { event, version } = entry;
  const body = html`<p>${feedWords.version[language]} <code>${version}</code></p>
${event === 'PUBLISHED' && listOf(entry, language, at)}`;
  return html`<entry>
<id>${idOf(entry)}</id>
<title>${titleOf(entry, language)}</title>
<updated>${entry.at}</updated>
<link rel="alternate" type="text/html" href="${at(pathOf(entry))}"/>
<content type="html">${body.toString()}</content>
</entry>
`;
}

/** The same for the same entry wherever it is read (RFC 4287, 4.2.6); a UUID of our own making (version 8). */
function idOf({ number, event, at, version }: FeedEntry): string {
  const digest = createHash('sha256').update([number, event, at, version].join(' ')).digest('hex');
  const [a, b, c, d, e] = [
    digest.slice(0, 8),
    digest.slice(8, 12),
    digest.slice(12, 15),
    digest.slice(15, 18),
    digest.slice(18, 30),
  ];
  return `urn:uuid:${a}-${b}-8${c}-8${d}-${e}`;
}

function titleOf({ event, version, before, counts }: FeedEntry, language: Language): string {
  if (event === 'WITHDRAWN') {
    const versions = { version: shortVersion(version), before: shortVersion(before ?? '') };
    return fill(feedWords.withdrawn[language], versions);
  }
  const told = countsOf(counts, language);
  return told === '' ? feedWords.noReport[language] : feedWords.reports[language] + told;
}

const countsOf = (counts: Counts, language: Language): string =>
  (['added', 'changed', 'removed'] as const)
    .filter((change) => counts[change] > 0)
    .map((change) => fill(feedWords[change][language], { count: String(counts[change]) }))
    .join(feedWords.comma[language]);

/** The page of the only report that was changed; otherwise all reports. */
function pathOf({ counts, reports }: FeedEntry): string {
  const [only] = reports;
  const isOne = counts.added + counts.changed === 1 && counts.removed === 0;
  return only && isOne ? pagePath('report', only.code) : '/reports';
}

const changeWords = {
  added: feedWords.isAdded,
  changed: feedWords.isChanged,
  removed: feedWords.isRemoved,
} as const;

function listOf(
  { counts, reports }: FeedEntry,
  language: Language,
  at: (path: string) => string,
): Html {
  const left = counts.added + counts.changed + counts.removed - reports.length;
  const rows = reports.map(({ code, change, title, facts }) => {
    const own = (language === 'en' && title.en) || title.zh;
    const named =
      change === 'removed' ? own : html`<a href="${at(pagePath('report', code))}">${own}</a>`;
    const told = facts.map(
      (fact) => `${factWords[fact.kind][language]} ${countsOf(fact, language)}`,
    );
    const rest =
      told.length > 0 && feedWords.colon[language] + told.join(feedWords.semicolon[language]);
    return html`<li>${named}${feedWords.comma[language]}${changeWords[change][language]}${rest}</li>
`;
  });
  return html`<ul>
${rows}</ul>
${left > 0 && html`<p>${fill(feedWords.more[language], { count: String(left) })}</p>`}`;
}
