import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inBrackets, inWords } from '../language/in-words.ts';
import { address } from '../language/language.ts';
import { showNumber } from '../reading/figure.ts';
import type { Site } from '../site.ts';

/** A value that a list can be narrowed to, and how many rows it has. */
type FacetValue = { value: string; label: string; count: number };

type Facet = {
  /** What the address calls it. */
  name: string;
  title: string;
  values: readonly FacetValue[];
};

/** The commonest values are shown, the others unfold. */
const shownValues = 8;

/** Where facets lead: the address of the list, with what it is narrowed to by now. */
export type Narrowed = { path: string; query: Readonly<Record<string, string>> };

/** Facets as lists of links; the chosen value leads back to the whole. */
export function facetLists(site: Site, narrowed: Narrowed, facets: readonly Facet[]): Html {
  const { words } = site;
  const chosen = facets.filter(({ name }) => narrowed.query[name] !== undefined).length;
  const telling = facets.filter(
    ({ name, values }) => values.length > 1 || narrowed.query[name] !== undefined,
  );
  if (telling.length === 0) return html``;
  return html`<details class="facets">
  <summary>${words.narrow}${chosen > 0 && html` (${chosen})`}</summary>
  ${telling.map((facet) => facetList(site, narrowed, facet))}
</details>`;
}

function facetList(site: Site, { path, query }: Narrowed, { name, title, values }: Facet): Html {
  const { words, language } = site;
  const { [name]: chosen, ...others } = query;
  // The chosen value stands first, so that it is seen however rare it is.
  const isMet = chosen === undefined || values.some(({ value }) => value === chosen);
  const met = isMet ? values : [{ value: chosen, label: chosen, count: 0 }, ...values];
  const ordered = met.toSorted((a, b) => Number(b.value === chosen) - Number(a.value === chosen));
  const lines = ordered.map(({ value, label, count }) => {
    const isChosen = value === chosen;
    const href = address(path, language, isChosen ? others : { ...others, [name]: value });
    return html`
    <li><a href="${href}"${isChosen && html` aria-current="true"`}>${inWords(label, language)}</a> <span class="count">${showNumber(count)}</span></li>`;
  });
  return html`<section aria-labelledby="facet-${name}">
  <h2 id="facet-${name}">${title}</h2>
  <ul>${lines.slice(0, shownValues)}
  </ul>
  ${lines.length > shownValues && html`<details><summary>${words.more}${inBrackets(String(lines.length - shownValues), language)}</summary><ul>${lines.slice(shownValues)}</ul></details>`}
  ${chosen !== undefined && html`<p><a href="${address(path, language, others)}">${words.showAll}</a></p>`}
</section>`;
}

/** The fields of a form that keep what its own do not say. */
export const hiddenFields = (
  { language }: Site,
  query: Readonly<Record<string, string>>,
): Content => [
  Object.entries(query).map(
    ([name, value]) => html`<input type="hidden" name="${name}" value="${value}">`,
  ),
  language === 'en' && html`<input type="hidden" name="lang" value="en">`,
];
