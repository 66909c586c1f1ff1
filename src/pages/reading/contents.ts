import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import type { Site } from '../site.ts';
import { cardOf } from './quotes.ts';
import type { Section } from './report-data.ts';

/** The headings of a report as they stand within each other; nothing where they do not. */
export function contentsOf(sections: readonly Section[], site: Site): Content {
  if (sections.every(({ depth }) => depth === 1)) return null;
  return html`<nav class="contents" aria-label="${site.words.contents}">${levelOf(sections, site)}</nav>`;
}

/** The sections of the first one's depth, each with what stands in it. */
function levelOf(sections: readonly Section[], site: Site): Html {
  const depth = sections[0]?.depth ?? 1;
  const starts = sections.flatMap((section, at) => (section.depth <= depth ? at : []));
  return html`<ol>${starts.map((start, nth) => {
    const section = sections[start];
    const inner = sections.slice(start + 1, starts[nth + 1]);
    return (
      section &&
      html`<li><a href="#${cardOf.section(section.code)}">${inWords(section.title, site.language)}</a>${inner.length > 0 && levelOf(inner, site)}</li>`
    );
  })}</ol>`;
}
