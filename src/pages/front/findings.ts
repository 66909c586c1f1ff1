import { pagePath } from '../../http/addresses.ts';
import { notKept } from '../examples/example-choices.ts';
import { examplePath } from '../examples/known-examples.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { checkNames, targetVerdictNames, verdictNameOf } from '../language/labels.ts';
import { address } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import { showNumber } from '../reading/figure.ts';
import { reportPath } from '../reading/view.ts';
import type { Site } from '../site.ts';
import type { FrontData } from './front-data.ts';

/** What does not add up: the first few, and the way to all. */
export function unfounded(site: Site, { checks }: FrontData): Html {
  const { words, language } = site;
  if (checks.totalCount === 0) return html`<p>${words.allHolds}</p>`;
  return html`<ul class="unfounded">${checks.nodes.map(
    ({ kind, verdict, explanation, report, operands }) => {
      const [first] = operands;
      const href = address(
        first ? pagePath('outcome', first.outcome.code) : reportPath(report.code),
        language,
      );
      return html`
  <li>
    <p class="verdict">${checkNames[kind][language]}${words.colon}${verdictNameOf(kind, verdict)[language]}</p>
    <p class="working">${inWords(explanation, language)}</p>
    <p><a href="${href}">${inWords(first?.outcome.label ?? report.title, language)}</a> · ${placeAndYear(site, report)}</p>
  </li>`;
    },
  )}
</ul>
<p class="lead">${words.doesNotFollowLead}</p>
${allOf(site, checks, { slug: 'what-does-not-add-up' })}`;
}

/** Promises that later reports show were not kept, or in part. */
export function broken(site: Site, { broken: targets, judged }: FrontData): Html {
  const { words, language } = site;
  if (judged.totalCount === 0) return html`<p>${words.brokenNoTargets}</p>`;
  if (targets.totalCount === 0) return html`<p>${words.brokenNone}</p>`;
  return html`<ul class="unfounded">${targets.nodes.map(
    ({ code, label, verdict, verdictExplanation, report }) => html`
  <li>
    <p class="verdict">${targetVerdictNames[verdict][language]}</p>
    <p class="working">${inWords(verdictExplanation ?? '', language)}</p>
    <p><a href="${address(pagePath('target', code), language)}">${inWords(label, language)}</a> · ${placeAndYear(site, report)}</p>
  </li>`,
  )}
</ul>
${allOf(site, targets, { slug: 'promises-kept-and-broken', query: { verdicts: notKept } })}`;
}

type OfPlace = { place: { name: string }; year: number | null };

const placeAndYear = ({ words, language }: Site, { place, year }: OfPlace): Html =>
  html`${inWords(place.name, language)} · ${year ?? words.notStated}`;

/** The page of the example that asks for all of them, where there are more. */
function allOf(
  { words, language }: Site,
  { totalCount, nodes }: { totalCount: number; nodes: readonly unknown[] },
  { slug, query = {} }: { slug: string; query?: Readonly<Record<string, string>> },
): Html | false {
  if (totalCount <= nodes.length) return false;
  const count = fill(words.allOfThem, { count: showNumber(totalCount) });
  const path = examplePath(slug);
  const csv = address(`${path}.csv`, 'zh', { ...query, lang: language });
  return html`<p class="ways"><a href="${address(path, language, query)}">${count}</a> <a href="${csv}" type="text/csv">${words.csv}</a></p>`;
}
