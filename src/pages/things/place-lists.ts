import { valueNames } from '../../table/value-names.ts';
import type { RequiredPart } from '../../vocabulary.ts';
import type { Answer } from '../ask-all.ts';
import { questionsAbout } from '../examples/questions-about.ts';
import { reportsPath } from '../front/reports/reports-state.ts';
import { html } from '../html.ts';
import { address } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import { thingWord } from '../language/thing-words.ts';
import type { Site } from '../site.ts';
import { honourList } from './honours.ts';
import { listOf, listing } from './listed.ts';
import { restHref } from './rest.ts';
import type { ThingList } from './thing.ts';

type Place = NonNullable<Answer<'things/place'>['place']>;
type Counts = Omit<Answer<'things/place'>, 'place'>;

/** The reports of a place and of all in it, and what can be asked of them. */
export function ofReports({ code, every }: Place, counts: Counts, site: Site): ThingList[] {
  const { language } = site;
  const line = listing('report', { language, home: null });
  return [
    ...listOf(
      thingWord('reportsOf', language),
      every.nodes.map((node) =>
        line({ ...node, label: node.title, figure: String(node.year ?? '') }),
      ),
      { count: every.totalCount, more: address(reportsPath, language, { place: code }) },
    ),
    ...within(counts, code, site),
    ...listOf(thingWord('askAbout', language), questionsAbout(site, 'places', code), { count: 1 }),
  ];
}

/** Every report of a place and of all in it, and those that lack a part. */
function within(counts: Counts, code: string, { language }: Site): readonly ThingList[] {
  if (counts.within.totalCount === 0) return [];
  const missing: readonly (readonly [RequiredPart, { totalCount: number }])[] = [
    ['RESULTS', counts.withoutResults],
    ['SHORTCOMINGS', counts.withoutShortcomings],
    ['LEADERS_DUTY', counts.withoutDuty],
    ['PLAN', counts.withoutPlan],
    ['OTHER', counts.withoutOther],
  ];
  const line = (name: string, count: number, query: Readonly<Record<string, string>>) =>
    html`<li><a href="${address(reportsPath, language, { place: code, ...query })}">${name}</a> <b>${count}</b></li>`;
  const lacking = missing
    .filter(([, { totalCount }]) => totalCount > 0)
    .map(([part, { totalCount }]) => {
      const named = { part: valueNames.RequiredPart[part][language] };
      return line(fill(thingWord('lacksPart', language), named), totalCount, { missing: part });
    });
  const every = line(thingWord('everyReport', language), counts.within.totalCount, {});
  return listOf(thingWord('reportsWithin', language), [every, ...lacking], { count: 1 });
}

/** The places and the organizations of a place, and its honours. */
export function inPlace(
  { code, children, organizations, honours }: Place,
  { language }: Site,
): ThingList[] {
  const inside = { language, home: null };
  return [
    ...listOf(
      thingWord('inside', language),
      children.nodes.map((child) => listing('place', inside)({ ...child, label: child.name })),
      { count: children.totalCount, more: restHref('placesIn', code, language) },
    ),
    ...listOf(
      thingWord('organizationsOf', language),
      organizations.nodes.map((node) =>
        listing('organization', inside)({ ...node, label: node.name }),
      ),
      { count: organizations.totalCount, more: restHref('organizationsOf', code, language) },
    ),
    ...honourList(honours, language, restHref('honoursOf', code, language)),
  ];
}
