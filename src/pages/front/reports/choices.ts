import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { Site } from '../../site.ts';

type Option = { value: string; label: string };

/** A field of a form with one of several values, or none of them, which may have a name. */
export const choice = (
  { words }: Site,
  {
    name,
    title,
    chosen,
    none,
  }: { name: string; title: string; chosen: string | undefined; none?: string },
  options: readonly Option[],
): Html => html`
  <label><span>${title}</span><select name="${name}"><option value="">${none ?? words.any}</option>${options.map((option) => choiceOf(option, chosen))}</select></label>`;

const choiceOf = ({ value, label }: Option, chosen: string | undefined) =>
  html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`;

type Place = { code: string; name: string };

/** The places that can be chosen, with those that they lie in, and the one that is chosen. */
type Regions = {
  places: { nodes: readonly (Place & { parent: (Place & { parent: Place | null }) | null })[] };
  chosen: { nodes: readonly Place[] };
};

/** The places that have reports, each under the one that it lies in, which can be chosen as well. */
export function regionChoice(
  site: Site,
  chosen: string | undefined,
  data: Regions,
  { name = 'place', title = site.words.region }: { name?: string; title?: string } = {},
): Html {
  const { words } = site;
  const within = new Map<string, { place: Place; inner: Map<string, Place> }>();
  const outer = (place: Place) => {
    const known = within.get(place.code) ?? { place, inner: new Map<string, Place>() };
    within.set(place.code, known);
    return known;
  };
  for (const { parent, ...place } of data.places.nodes) {
    if (parent?.parent) outer(parent.parent).inner.set(parent.code, parent);
    if (parent) outer(parent).inner.set(place.code, place);
    else outer(place);
  }
  const listed = [...within.values()].toSorted((a, b) => (a.place.code < b.place.code ? -1 : 1));
  const isListed = listed.some(
    ({ place, inner }) => place.code === chosen || inner.has(chosen ?? ''),
  );
  const others = isListed ? [] : data.chosen.nodes.filter(({ code }) => code === chosen);
  const option = (place: Place) => choiceOf({ value: place.code, label: place.name }, chosen);
  return html`
  <label><span>${title}</span><select name="${name}"><option value="">${words.any}</option>${others.map(option)}${listed.map(
    ({ place, inner }) =>
      inner.size === 0
        ? option(place)
        : html`<optgroup label="${place.name}">${option(place)}${[...inner.values()].map(option)}</optgroup>`,
  )}</select></label>`;
}
