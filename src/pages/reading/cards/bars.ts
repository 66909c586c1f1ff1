import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { Messages } from '../../language/messages-zh.ts';
import { showBefore, showNumber } from '../figure.ts';
import type { ShownFigure } from '../report-data.ts';

/** The figure before and the figure after as two bars with their numbers, both measured from zero. */
export function bars({ quantity, baseline, change }: ShownFigure, words: Messages): Html | null {
  if (!quantity || !baseline) return null;
  const rows = [
    { name: words.before, value: baseline.value, isDerived: baseline.isDerived },
    { name: words.after, value: quantity.value, isDerived: false },
  ];
  const longest = Math.max(...rows.map(({ value }) => Math.abs(value))) || 1;
  const tone = change?.isImprovement === false ? 'worse' : 'better';
  return html`<dl class="bars ${tone}">
    ${rows.map(
      ({ name, value, isDerived }) =>
        html`<div>
          <dt>${name}</dt>
          <dd>
            ${bar((Math.abs(value) / longest) * 100)}
            <span>${isDerived ? showBefore(baseline) : showNumber(value)}</span>
          </dd>
        </div>`,
    )}
  </dl>`;
}

/** A bar over so many hundredths of its room. */
const bar = (percent: number): Html =>
  html`<svg viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
    <rect width="${Math.round(percent * 10) / 10}" height="8" />
  </svg>`;
