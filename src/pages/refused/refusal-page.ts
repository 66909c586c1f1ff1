import packageFile from '../../../package.json' with { type: 'json' };
import type { Refusal } from '../../http/refusal.ts';
import { languageOf } from '../language/language.ts';
import { refusedPage } from './other-pages.ts';
import { messagesIn } from '../language/messages.ts';

/**
 * What a reader is told instead of a page, with the status, the words and the `Retry-After` of a
 * refusal. It is made of no data: they are not asked for one who is refused.
 * @param address as it was asked for, with what stands after its `?`
 */
export function refusalPage(refusal: Refusal, address: string): string {
  // Of the address only the language is read, and nothing is shown.
  const url = new URL(`http://localhost/?${address.split('?')[1] ?? ''}`);
  const language = languageOf(url);
  const { version: softwareVersion } = packageFile;
  const shared = { path: '/', query: {}, dataVersion: '', softwareVersion };
  const site = { language, words: messagesIn(language), ...shared };
  return refusedPage(site, refusal.status, {
    messages: [refusal.message],
    retryAfter: refusal.headers?.['retry-after'] ?? null,
  }).toString();
}
