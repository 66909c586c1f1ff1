import type { Parameter } from '../../examples/parameters.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import { valueNames } from '../../table/value-names.ts';
import { askOne, readQuery } from '../ask-all.ts';
import type { Answer } from '../ask-all.ts';
import { hiddenFields } from '../front/facets.ts';
import { choice, regionChoice } from '../front/reports/choices.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { languageArgument } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import { thingWord } from '../language/thing-words.ts';
import type { Site } from '../site.ts';
import { langOf } from './shown-table.ts';
import { examplePath } from './known-examples.ts';
import type { KnownExample } from './known-examples.ts';

/** What the variables of an example can be chosen from. */
export type ExampleChoices = Answer<'find/choices'>;

const query = readQuery('find/choices');

/**
 * Asks what can be chosen.
 * @param places those that the address names
 * @throws Unanswered with the API's errors
 */
export const askChoices = (
  ask: Ask,
  language: Language,
  places: string | undefined,
): Promise<ExampleChoices> =>
  askOne(ask, query, {
    chosen: places === undefined ? [] : places.split(','),
    language: languageArgument[language],
  });

const typedNames: Readonly<Record<string, Readonly<Record<Language, string>>>> = {
  report: { zh: '报告的编码', en: 'Codes of reports' },
  text: { zh: '要找的字词', en: 'Words to look for' },
  outcome: { zh: '成效的编码', en: 'Code of an outcome' },
};

/** The variables of an example as fields: what can be chosen by its name is. */
export function variablesForm(
  site: Site,
  { slug, parameters }: KnownExample,
  { choices, variables }: { choices: ExampleChoices; variables: Readonly<Record<string, unknown>> },
): Content {
  if (parameters.length === 0) return null;
  const { language } = site;
  return html`<search><form class="choices variables" action="${examplePath(slug)}" method="get" aria-label="${thingWord('variables', language)}">
${parameters.map((parameter) => fieldOf(site, parameter, { choices, preset: presetOf(parameter, variables) }))}
  ${hiddenFields(site, {})}
  <button>${thingWord('ask', language)}</button>
</form></search>`;
}

/** What is asked with where the address says nothing. */
function presetOf(
  { name, preset }: Parameter,
  variables: Readonly<Record<string, unknown>>,
): string {
  const value = variables[name] ?? preset;
  return Array.isArray(value) ? value.join(',') : typeof value === 'string' ? value : '';
}

type Fields = { choices: ExampleChoices; preset: string };

/** The verdicts of what was not kept, or only in part. */
export const notKept = 'NOT_REACHED,PARTLY_REACHED';

/** Several values that an address gives cannot be chosen in one list: they stand as they were typed. */
function fieldOf(site: Site, { name }: Parameter, { choices, preset }: Fields): Html {
  const { words, language } = site;
  const given = site.query[name];
  const isOne = given === undefined || given === notKept || !given.includes(',');
  if (isOne && name === 'places') return regionChoice(site, given, choices, { name });
  if (isOne && name === 'years') {
    const years = choices.all.facets.years.map(({ value }) => value).toSorted();
    const options = years.toReversed().map((value) => ({ value, label: value }));
    return choice(site, { name, title: words.year, chosen: given }, options);
  }
  if (isOne && name === 'verdicts') {
    const verdicts = Object.entries(valueNames.TargetVerdict);
    const single = verdicts.map(([value, label]) => ({ value, label: label[language] }));
    const options = [{ value: notKept, label: words.broken }, ...single];
    return choice(site, { name, title: words.kept, chosen: given }, options);
  }
  if (isOne && name === 'indicator') {
    const options = choices.indicators.nodes.map(({ code, name: label }) => ({
      value: code,
      label,
    }));
    const title = thingWord('indicator', language);
    return choice(site, { name, title, chosen: given ?? preset }, options);
  }
  const label = typedNames[name]?.[language] ?? nameOf(site, name);
  return html`
  <label><span>${label}</span><input name="${name}" value="${given}" placeholder="${preset}"${langOf(preset ?? '', language)} maxlength="400" autocomplete="off"></label>`;
}

/** What a field is called that can be chosen from, where several values are typed into it. */
const nameOf = ({ words, language }: Site, name: string): string =>
  ({
    places: words.region,
    years: words.year,
    verdicts: words.kept,
    indicator: thingWord('indicator', language),
  })[name] ?? name;
