import { limits } from '../../limits.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Site } from '../site.ts';
import { chineseLimit } from './limit-words.ts';
import { fill } from './messages.ts';

/**
 * What the API says instead of an answer, each message as a paragraph. It speaks English: where it names a
 * limit, readers of Chinese are told in Chinese what that bounds.
 */
export const apiWords = (
  { language, words }: Pick<Site, 'language' | 'words'>,
  messages: readonly string[],
  className: string,
): readonly Html[] =>
  messages.map((message) => {
    const bounds = language === 'zh' ? boundsIn(message) : null;
    return bounds
      ? html`<p class="${className}">${fill(words.beyondLimit, bounds)}</p>`
      : html`<p class="${className}" lang="en">${message}</p>`;
  });

/** The limit that a message names in brackets, with what it bounds, and the most where the message says it. */
function boundsIn(message: string): { limit: string; bounds: string } | null {
  for (const [, limit = ''] of message.matchAll(/\((\w+)\)/g)) {
    const bounds = chineseLimit(limit)?.replace(/。$/, '');
    if (bounds === undefined) continue;
    const most = Object.entries(limits).find(([name]) => name === limit)?.[1].value;
    const isTold = most !== undefined && message.includes(`at most ${most} `);
    return { limit, bounds: isTold ? `${bounds}，至多 ${most}` : bounds };
  }
  return null;
}
