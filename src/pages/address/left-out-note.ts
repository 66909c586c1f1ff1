import { html } from '../html.ts';
import type { Html } from '../html.ts';
import type { Site } from '../site.ts';
import { mostTold } from './left-out.ts';
import type { LeftOut } from './left-out.ts';

/**
 * A page that says what of its address was not understood and left out, and what it can be. The page itself
 * is made once for all addresses of which the same is understood.
 */
export function withNote(page: string, told: readonly LeftOut[], site: Site): string {
  if (told.length === 0) return page;
  return page.replace(/<main[^>]*>/, (start) => `${start}${noteOf(told, site).toString()}`);
}

function noteOf(told: readonly LeftOut[], { language, words }: Site): Html {
  const [comma, stop] = language === 'zh' ? ['、', '。'] : [', ', '.'];
  const lines = told.slice(0, mostTold).map(
    ({ name, value, why, values }) => html`
  <li><code>${name}=${value}</code>${words.colon}${why[language]}${values.map((one, nth) => html`${nth === 0 ? ' ' : comma}<code>${one}</code>`)}${stop}</li>`,
  );
  return html`<div class="left-out" role="note"><p>${words.leftOut}</p>
<ul>${lines}</ul></div>`;
}
