import { inWords } from '../../language/in-words.ts';
import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { Site } from '../../site.ts';
import { showNumber, showQuantity } from '../figure.ts';
import { cardOf } from '../quotes.ts';
import type { Outcome } from '../report-data.ts';

/** A whole as a bar of its parts, and the parts as links to their own cards. */
export function partsBar(
  whole: Outcome,
  outcomeOf: (code: string) => Outcome | undefined,
  { words, language }: Pick<Site, 'words' | 'language'>,
): Html | null {
  const parts = whole.parts
    .map(({ code }) => outcomeOf(code))
    .filter((part): part is Outcome => part?.quantity != null);
  const sum = parts.reduce((all, { quantity }) => all + (quantity?.value ?? 0), 0);
  const total = Math.max(whole.quantity?.value ?? 0, sum);
  if (parts.length === 0 || total <= 0) return null;
  let x = 0;
  const pieces = parts.map(({ quantity }, index) => {
    const width = ((quantity?.value ?? 0) / total) * 100;
    const piece = html`<rect
      class="piece-${index % 4}"
      x="${round(x)}"
      y="0"
      width="${round(width)}"
      height="8"
    />`;
    x += width;
    return piece;
  });
  const rest = total - sum;
  return html`<div class="parts">
    <svg class="bar" viewBox="0 0 100 8" preserveAspectRatio="none" aria-hidden="true">
      ${pieces}
    </svg>
    <ul aria-label="${words.partsOf}">
      ${parts.map(
        (part, index) =>
          html`<li class="piece-${index % 4}">
            <a href="#${cardOf.outcome(part.code)}"
              >${inWords(part.dimension ?? part.label, language)}
              <b>${part.quantity && showQuantity(part.quantity, language)}</b></a
            >
          </li>`,
      )}${rest > 0 && html`<li class="rest">${words.rest} <b>${showNumber(rest)}</b></li>`}
    </ul>
  </div>`;
}

const round = (value: number) => Math.round(value * 100) / 100;
