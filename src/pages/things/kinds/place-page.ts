import { placeLevelNames } from '../../language/labels.ts';
import { thingWord } from '../../language/thing-words.ts';
import type { Content } from '../../html.ts';
import { kindPage } from '../kind-page.ts';
import { thingLink } from '../listed.ts';
import { inPlace, ofReports } from '../place-lists.ts';
import type { Thing } from '../thing.ts';
import { yearsOf } from '../years.ts';

/** The page of a place: its years side by side. */
export const placePage = kindPage({
  name: 'things/place',
  view: ({ place, ...counts }, site): Thing | null => {
    if (!place) return null;
    const { language } = site;
    const { parent, reports } = place;
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
      lists: [...ofReports(place, counts, site), ...inPlace(place, site)],
      structured: {
        '@type': 'AdministrativeArea',
        identifier: place.code,
        ...(parent && { containedInPlace: { '@type': 'AdministrativeArea', name: parent.name } }),
      },
    };
  },
});
