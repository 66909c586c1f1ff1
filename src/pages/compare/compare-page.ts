import { messagesIn } from '../language/messages.ts';
import { inWords } from '../language/in-words.ts';
import { frame } from '../frame.ts';
import { queryLinks } from '../graphql-links.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import {
  showAmountIn,
  showBefore,
  showChange,
  showNumber,
  showQuantity,
} from '../reading/figure.ts';
import { cardOf } from '../reading/quotes.ts';
import { cardPath } from '../reading/view.ts';
import type { Site } from '../site.ts';
import { fill } from '../language/messages.ts';
import { thingWord } from '../language/thing-words.ts';
import type { Compared, Observation } from './compare-data.ts';
import { byPlace, yearOf } from './places.ts';
import type { PlaceRow } from './places.ts';
import { plot } from './plot.ts';

/** Beyond this many places a picture is no help; the table goes on. */
const plottedPlaces = 60;

/** What the page of an indicator says beside the comparison: to machines, and below it. */
type IndicatorProof = { head: Content; below: Content };

/** One indicator over places and years, with a gap where a report is silent. */
export function comparePage(site: Site, compared: Compared, proof: IndicatorProof): Html {
  const { words, language } = site;
  const { indicator, telling, silent } = compared;
  const rows = byPlace(compared);
  const direction = {
    HIGHER_IS_BETTER: words.moreIsBetter,
    LOWER_IS_BETTER: words.lessIsBetter,
    NEITHER: words.neitherIsBetter,
  }[indicator.direction];
  const summary =
    telling.totalCount === 1
      ? words.compareOne
      : fill(words.compareAll, { count: telling.totalCount, silent: silent.totalCount });
  return frame(site, {
    title: `${indicator.name} · ${words.compare} · ${words.site}`,
    className: 'comparing',
    script: 'copy',
    head: proof.head,
    body: html`<header class="about">
<p class="kind">${words.compare}</p>
<h1>${inWords(indicator.name, language)}</h1>
<p>${words.unit}: ${inWords(indicator.unit.name, language)} · ${direction}</p>
<p id="told">${summary}</p>
<p class="ways"><a href="#cite">${words.cite}</a> <a href="#download">${thingWord('download', language)}</a></p>
</header>
<div class="scroll" role="group" tabindex="0" aria-labelledby="told">${plot(rows.slice(0, plottedPlaces), words, indicator.name)}</div>
<div class="scroll" role="group" tabindex="0" aria-labelledby="told">${table(site, rows)}</div>
<p class="ways">${queryLinks(compareQuery(indicator.code), words)}</p>
${proof.below}`,
  });
}

function table({ words, language }: Site, rows: readonly PlaceRow[]): Html {
  return html`<table>
<thead><tr><th scope="col">${words.place}</th><th scope="col" class="numeric">${words.year}</th><th scope="col" class="numeric">${words.before}</th><th scope="col" class="numeric">${words.value}</th><th scope="col" class="numeric">${words.change}</th><th scope="col">${words.outcome}</th></tr></thead>
<tbody>${rows.map(({ place, observations, silent }) => [
    observations.map((single) => observed(single, language)),
    silent.map(
      (year) =>
        html`<tr class="gap"><th scope="row">${inWords(place.name, language)}</th><td class="numeric">${year ?? ''}</td><td></td><td class="numeric">—</td><td></td><td>${words.silent}</td></tr>`,
    ),
  ])}</tbody></table>`;
}

function observed(observation: Observation, language: Site['language']): Html {
  const { code, label, quantity, baseline, change, report } = observation;
  const moved = change && (quantity ? showChange(change) : showAmountIn(change, language));
  const href = cardPath(report, cardOf.outcome(code), language);
  return html`<tr><th scope="row">${inWords(report.place.name, language)}</th><td class="numeric">${yearOf(observation) || ''}</td><td class="numeric">${baseline && (language === 'zh' || baseline.isDerived ? showBefore(baseline) : showNumber(baseline.value))}</td><td class="numeric">${quantity && showQuantity(quantity, language)}${observation.reviewState === 'UNREVIEWED' && html` <small>${messagesIn(language).review}</small>`}</td><td class="numeric">${moved}</td><td><a href="${href}">${inWords(label, language)}</a></td></tr>
`;
}

const compareQuery = (code: string) => `query Compare {
  outcomes(filter: { indicators: [${JSON.stringify(code)}] }, first: 100) {
    nodes {
      code
      label
      year
      report { code place { code name } }
      baseline { value }
      quantity { value text unit { code } }
      change { absolute percent }
      evidence { exact }
    }
  }
}`;
