import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { fill } from '../language/messages.ts';
import { cardOf } from './quotes.ts';
import type { Section } from './report-data.ts';
import type { ReportView } from './view.ts';

/** The headings of a report as they stand within each other, each with what was found under it; nothing where there is but one. */
export function contentsOf(view: Contents): Content {
  const { sections } = view.report;
  if (sections.length < 2) return null;
  return html`<nav class="contents" aria-label="${view.site.words.contents}">${levelOf(view, sections)}</nav>`;
}

type Contents = Pick<ReportView, 'site' | 'measures' | 'outcomes'> & {
  report: { sections: readonly Section[] };
};

/** The sections of the first one's depth, each with what stands in it. */
function levelOf(view: Contents, sections: readonly Section[]): Html {
  const { language } = view.site;
  const depth = sections[0]?.depth ?? 1;
  const starts = sections.flatMap((section, at) => (section.depth <= depth ? at : []));
  return html`<ol>${starts.map((start, nth) => {
    const section = sections[start];
    const inner = sections.slice(start + 1, starts[nth + 1]);
    return (
      section &&
      html`<li><a href="#${cardOf.section(section.code)}">${inWords(section.title, language)}</a>${countsOf(view, section)}${inner.length > 0 && levelOf(view, inner)}</li>`
    );
  })}</ol>`;
}

function countsOf(view: Contents, section: Section): Content {
  const counts = countsIn(view, section);
  return counts !== null && html` <small>${counts}</small>`;
}

/** How many measures and outcomes stand under a heading, in words; null where none do. */
export function countsIn(
  { site, measures, outcomes }: Contents | ReportView,
  { code }: Pick<Section, 'code'>,
): string | null {
  const [measureCount, outcomeCount] = [measures, outcomes].map(
    (facts) => facts.filter(({ section }) => section.code === code).length,
  );
  if (measureCount === 0 && outcomeCount === 0) return null;
  const counts = { measures: measureCount ?? 0, outcomes: outcomeCount ?? 0 };
  return fill(site.words.contentsCounts, counts);
}
