import { inWords } from '../../language/in-words.ts';
import { thingWord } from '../../language/thing-words.ts';
import type { Content } from '../../html.ts';
import { kindPage } from '../kind-page.ts';
import { listOf, targetLines } from '../listed.ts';
import { restHref } from '../rest.ts';
import type { Thing } from '../thing.ts';

/** What the page of an indicator says beside the comparison of places and years. */
export const indicatorPage = kindPage({
  name: 'things/indicator',
  view: ({ indicator }, { language, words }): Thing | null => {
    if (!indicator) return null;
    const { definition, targets, unit } = indicator;
    const facts: [string, Content][] = [[words.unit, inWords(unit.name, language)]];
    if (definition !== null)
      facts.push([thingWord('definition', language), inWords(definition, language)]);
    return {
      kind: 'indicator',
      code: indicator.code,
      title: indicator.name,
      cited: { zh: indicator.nameZh, en: indicator.nameEn },
      tag: null,
      figure: null,
      report: null,
      quotes: [],
      facts,
      lists: listOf(words.targets, targetLines(targets.nodes, { language, home: null }), {
        count: targets.totalCount,
        more: restHref('targetsUnder', indicator.code, language),
      }),
      structured: {
        '@type': 'StatisticalVariable',
        ...(definition !== null && { description: definition }),
      },
    };
  },
});
