import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { basisNames } from '../language/labels.ts';
import { showBeforeIn, showQuantity } from '../reading/figure.ts';
import { cardOf } from '../reading/quotes.ts';
import { cardPath } from '../reading/view.ts';
import type { Site } from '../site.ts';
import type { FrontData } from './front-data.ts';

type Shown = FrontData['shown']['nodes'][number];
type Figure = NonNullable<Shown['quantity']>;

/**
 * One measure with what came of it, drawn with the words that prove either end: the outcome that changed
 * most of all that are held. Nothing where no outcome tells what it was before.
 */
export function shownLink(site: Site, { shown }: FrontData): Html | null {
  const { words, language } = site;
  const [outcome] = shown.nodes;
  const [edge] = outcome?.measures.edges ?? [];
  if (!outcome?.quantity || !outcome.baseline || !edge) return null;
  const { report, label, quantity, baseline, evidence } = outcome;
  const { node: measure, basis } = edge;
  const toMeasure = cardPath(report, cardOf.measure(measure.code), language);
  const toOutcome = cardPath(report, cardOf.outcome(outcome.code), language);
  const [act] = measure.acts;
  return html`
<figure class="shown" aria-labelledby="shown-title">
  <figcaption id="shown-title">${words.shownLead} <b>${inWords(report.place.name, language)}</b> · ${report.year ?? words.notStated}</figcaption>
  <div class="ends">
    <div class="end measure">
      <p class="kind">${words.measure}</p>
      <p class="name"><a href="${toMeasure}">${inWords(measure.title, language)}</a></p>
      ${act && html`<blockquote lang="zh">${act.evidence.exact}</blockquote>`}
    </div>
    <p class="arrow"><span>${basisNames[basis][language]}</span></p>
    <div class="end outcome">
      <p class="kind">${words.outcome}</p>
      <p class="name"><a href="${toOutcome}">${inWords(label, language)}</a></p>
      ${bars(site, { baseline, quantity })}
      <blockquote lang="zh">${evidence.exact}</blockquote>
    </div>
  </div>
</figure>`;
}

/** Before and after as two bars from zero, each with its number. */
function bars(
  { words, language }: Site,
  { baseline, quantity }: { baseline: NonNullable<Shown['baseline']>; quantity: Figure },
): Html {
  const most = Math.max(Math.abs(baseline.value), Math.abs(quantity.value)) || 1;
  const before = showBeforeIn(baseline, language);
  const bar = (title: string, value: number, text: string, tone: string) => html`
  <div><dt>${title}</dt><dd><svg class="bar ${tone}" viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true"><rect width="${Math.round((Math.abs(value) / most) * 1000) / 10}" height="10"/></svg> <b>${text}</b></dd></div>`;
  return html`<dl class="pair">${bar(words.before, baseline.value, before, 'from')}${bar(words.after, quantity.value, showQuantity(quantity, language), 'to')}
</dl>`;
}
