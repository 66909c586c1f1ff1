import { html } from '../../html.ts';
import type { Html } from '../../html.ts';
import type { Site } from '../../site.ts';

type Option = { value: string; label: string };

/**
 * A field of a form with one of several values, or none of them, which may have a name. What is chosen in the address is
 * seen to be chosen, though nothing has it.
 */
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
  <label><span>${title}</span><select name="${name}"><option value="">${none ?? words.any}</option>${withChosen(options, chosen).map((option) => choiceOf(option, chosen))}</select></label>`;

const withChosen = (options: readonly Option[], chosen = ''): readonly Option[] =>
  chosen === '' || options.some(({ value }) => value === chosen)
    ? options
    : [{ value: chosen, label: chosen }, ...options];

const choiceOf = ({ value, label }: Option, chosen: string | undefined) =>
  html`<option value="${value}"${value === chosen && html` selected`}>${label}</option>`;

type Place = { code: string; name: string };

/** The places that can be chosen, with those that they lie in, and the one that is chosen. */
type Regions = {
  places: {
    totalCount: number;
    nodes: readonly (Place & { parent: (Place & { parent: Place | null }) | null })[];
  };
  chosen: { nodes: readonly Place[] };
};

/** A place with its code behind its name, as an address takes it. */
const namedWithCode = ({ name, code }: Place) => `${name} ${code}`;

/** Of more places than a list holds one is typed, by its name or its code; some are offered. */
function placeField(
  { words, language }: Site,
  { name, title, chosen }: { name: string; title: string; chosen: string | undefined },
  data: Regions,
): Html {
  const known = [...data.chosen.nodes, ...data.places.nodes].find(({ code }) => code === chosen);
  const value = known ? namedWithCode(known) : chosen;
  const isChinese = value !== undefined && /\p{Script=Han}/u.test(value) && language !== 'zh';
  return html`
  <label><span>${title}</span><input name="${name}" value="${value}"${isChinese && html` lang="zh"`} list="${name}-offered" placeholder="${words.regionHint}" maxlength="200" autocomplete="off"></label>
  <datalist id="${name}-offered">${data.places.nodes.map((place) => html`<option value="${namedWithCode(place)}"></option>`)}</datalist>`;
}

/**
 * The places that have reports, each under the one that it lies in, which can be chosen as well; where they are
 * too many for a list, a field to type one.
 */
export function regionChoice(
  site: Site,
  chosen: string | undefined,
  data: Regions,
  { name = 'place', title = site.words.region }: { name?: string; title?: string } = {},
): Html {
  const { words } = site;
  if (data.places.totalCount > data.places.nodes.length)
    return placeField(site, { name, title, chosen }, data);
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
