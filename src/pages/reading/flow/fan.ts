import { html } from '../../html.ts';
import type { Content } from '../../html.ts';

/** Lines between one thing and several that stand in rows of one height: out to them, or in from them. */
export function fan(tones: readonly string[], way: 'in' | 'out', isTied = true): Content {
  const height = tones.length * 10;
  const middle = height / 2;
  const lines = isTied ? tones : [];
  return html`<svg class="fan" viewBox="0 0 100 ${Math.max(height, 1)}" preserveAspectRatio="none" aria-hidden="true">
    ${lines.map((tone, nth) => {
      const row = nth * 10 + 5;
      const [from, to] = way === 'out' ? [middle, row] : [row, middle];
      return html`<path class="${tone}" d="M0 ${from}C50 ${from} 50 ${to} 100 ${to}" />`;
    })}
  </svg>`;
}
