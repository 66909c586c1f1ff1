import { indexCodePoints, sliceCodePoints } from '../../text/code-points.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import type { Site } from '../site.ts';
import { nestSegments } from './nest.ts';
import type { Nested } from './nest.ts';
import type { Quote } from './quotes.ts';
import { cutText } from './segments.ts';
import type { TextSegment } from './segments.ts';

/**
 * A stretch of the report's own text with its evidence marked, paragraph by paragraph. Words lead to the card of the
 * shortest quote that they stand in; the number after a quote leads to the quote's own.
 */
export function passages(options: PassageOptions): readonly Html[] {
  return paragraphsOf(options.text, options.within).map((within) =>
    passage({ ...options, within }),
  );
}

type PassageOptions = {
  text: string;
  quotes: readonly Quote[];
  within: TextSegment;
  seen: Set<Quote>;
  site: Site;
};

/** The lines of a stretch, each with the break that ends it, so that together they are that stretch. */
function paragraphsOf(text: string, { start, end }: TextSegment): TextSegment[] {
  const points = indexCodePoints(text);
  const lines = sliceCodePoints(text, start, end).match(/[^\n]*\n|[^\n]+$/g) ?? [];
  let at = points.toIndex(start);
  return lines.map((line) => {
    const from = at;
    at += line.length;
    return { start: points.toOffset(from), end: points.toOffset(at) };
  });
}

function passage({ text, quotes, within, seen, site }: PassageOptions): Html {
  const nested = nestSegments(cutText(text, quotes, within), seen);
  return html`<p class="passage" lang="zh">${nested.map((item) => write(item, site))}</p>`;
}

function write(item: Nested<Quote>, site: Site): Content {
  if (item.kind === 'words') {
    const card = item.spans.at(-1)?.card;
    if (card === undefined) return item.text;
    // A link for every few words would be too many to step through; the cards are for the keyboard.
    return html`<a class="to" href="#${card}" tabindex="-1">${item.text}</a>`;
  }
  const { span, isFirst, isLast, inner } = item;
  const id = isFirst && html` id="${span.id}"`;
  const pieces = `${isFirst ? '' : ' more'}${isLast ? '' : ' cut'}`;
  const cited = isFirst && span.mark !== null && html`<span id="${span.mark}" class="at"></span>`;
  return html`${cited}<mark${id} class="${span.tone}${pieces}" data-card="${span.card}">${inner.map(
    (segment) => write(segment, site),
  )}${isLast && noteOf(span, site)}</mark>`;
}

/** No stop for the keyboard, which reaches every card and lights its words. The number is drawn by the style sheet, so that whoever copies the text copies the text only. */
function noteOf({ kind, card, number }: Quote, { words, language }: Site): Content {
  if (number === null) return null;
  const names = { measure: words.measure, target: words.target, problem: words.problem };
  const name = kind in names ? names[kind as keyof typeof names] : words.outcome;
  const label = `${name} ${number}`;
  return html`<a
    class="note ${kind}"
    href="#${card}"
    data-number="${number}"
    aria-label="${label}"${language === 'en' && html` lang="en"`}
    tabindex="-1"
  ></a>`;
}
