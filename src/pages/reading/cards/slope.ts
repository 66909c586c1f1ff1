import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { Messages } from '../../language/messages-zh.ts';
import { showNumber } from '../figure.ts';
import type { ShownFigure } from '../report-data.ts';

const width = 96;
const height = 44;
const edge = 6;

/** A small line from the figure before to the figure after, both measured from zero. */
export function slope({ quantity, baseline, change }: ShownFigure, words: Messages): Html | null {
  if (!quantity || !baseline) return null;
  const from = baseline.value;
  const to = quantity.value;
  const top = Math.max(from, to, 0);
  const span = top - Math.min(from, to, 0) || 1;
  const place = (value: number) =>
    Math.round((edge + ((top - value) / span) * (height - 2 * edge)) * 10) / 10;
  const label = `${words.before} ${showNumber(from)} → ${words.after} ${showNumber(to)}`;
  const tone = change?.isImprovement === false ? 'worse' : 'better';
  return html`<svg
    class="slope ${tone}"
    viewBox="0 0 ${width} ${height}"
    width="${width}"
    height="${height}"
    role="img"
    aria-label="${label}"
  >
    <line class="ground" x1="0" x2="${width}" y1="${place(0)}" y2="${place(0)}" />
    <line class="way" x1="${edge}" y1="${place(from)}" x2="${width - edge}" y2="${place(to)}" />
    <circle class="from" cx="${edge}" cy="${place(from)}" r="3" />
    <circle class="to" cx="${width - edge}" cy="${place(to)}" r="4" />
  </svg>`;
}
