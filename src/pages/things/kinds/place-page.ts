import { placeLevelNames } from '../../language/labels.ts';
import { thingWord } from '../../language/thing-words.ts';
import type { Content } from '../../html.ts';
import { kindPage } from '../kind-page.ts';
import { honourList } from '../honours.ts';
import { listOf, listing, thingLink } from '../listed.ts';
import type { Thing } from '../thing.ts';
import { yearsOf } from '../years.ts';

/** The page of a place: its years side by side. */
export const placePage = kindPage({
  name: 'things/place',
  view: ({ place }, site): Thing | null => {
    if (!place) return null;
    const { language } = site;
    const { parent, children, reports, every, honours, organizations } = place;
    const within = { language, home: null };
    const facts: [string, Content][] = [];
    if (parent) {
      const link = thingLink('place', { ...parent, label: parent.name }, language);
      facts.push([thingWord('within', language), link]);
    }
    return {
      kind: 'place',
      code: place.code,
      title: place.name,
      cited: { zh: place.nameZh, en: place.nameEn },
      tag: placeLevelNames[place.level][language],
      figure: null,
      report: null,
      quotes: [],
      facts,
      beside: yearsOf(site, reports.nodes),
      lists: [
        ...listOf(
          thingWord('reportsOf', language),
          every.nodes.map((node) =>
            listing(
              'report',
              within,
            )({ ...node, label: node.title, figure: String(node.year ?? '') }),
          ),
          { count: every.totalCount },
        ),
        ...listOf(
          thingWord('inside', language),
          children.nodes.map((child) => listing('place', within)({ ...child, label: child.name })),
          { count: children.totalCount },
        ),
        ...listOf(
          thingWord('organizationsOf', language),
          organizations.nodes.map((node) =>
            listing('organization', within)({ ...node, label: node.name }),
          ),
          { count: organizations.totalCount },
        ),
        ...honourList(honours, language),
      ],
      structured: {
        '@type': 'AdministrativeArea',
        identifier: place.code,
        ...(parent && { containedInPlace: { '@type': 'AdministrativeArea', name: parent.name } }),
      },
    };
  },
});
