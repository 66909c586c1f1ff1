import { frame } from '../frame.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { apiWords } from '../language/api-words.ts';
import { address } from '../language/language.ts';
import type { Site } from '../site.ts';
import { fill } from '../language/messages.ts';
import type { Messages } from '../language/messages-zh.ts';

/** Why there is no page: in the API's own words, and when to come again, in seconds, where that helps. */
export type RefusalReason = { messages: readonly string[]; retryAfter: string | null };

/** The page for what a limit stands against, or there is no room for at present. */
export function refusedPage(
  site: Site,
  status: number,
  { messages, retryAfter }: RefusalReason,
): Html {
  const { words } = site;
  const later = retryAfter !== null && fill(words.tryAgain, { seconds: retryAfter });
  return plainPage(
    site,
    titleOf(words, status),
    html`${later && html`<p>${later}</p>`}${apiWords(site, messages, 'reason')}`,
  );
}

function titleOf(words: Messages, status: number): string {
  switch (status) {
    case 422:
      return words.tooMuch;
    case 429:
      return words.tooMany;
    case 500:
    case 503:
      return words.unanswered;
    default:
      return words.refused;
  }
}

function plainPage(site: Site, title: string, lead: Content) {
  const { words, language } = site;
  const body = html`<h1>${title}</h1>
    ${lead}
    <p><a href="${address('/', language)}">${words.home}</a></p>`;
  return frame(site, {
    title: `${title} · ${words.site}`,
    className: 'plain',
    isNowhere: true,
    body,
  });
}
