import { asking } from '../case.ts';
import type { Case } from '../case.ts';
import { hostileTexts } from '../hostile.ts';

/** The lists that a text can filter. */
const lists = ['reports', 'measures', 'outcomes', 'links', 'documents', 'indicators'];

/**
 * What is typed is never syntax: a text whose words stand nowhere finds nothing, whatever it would
 * mean to SQL or to the full-text index.
 */
export function searches(): Case[] {
  const nowhere = hostileTexts.filter((text) => /zzz/.test(text) && text.length < 200);
  return nowhere.flatMap((text) => [
    asking(
      'searches',
      `search for ${JSON.stringify(text)}`,
      { query: 'query ($t: String!) { search(text: $t) { totalCount } }', variables: { t: text } },
      { total: 0 },
    ),
    ...lists.map((list) =>
      asking(
        'searches',
        `${list} with ${JSON.stringify(text)}`,
        {
          query: `query ($t: String) { ${list}(filter: { text: $t }) { totalCount } }`,
          variables: { t: text },
        },
        { total: 0 },
      ),
    ),
  ]);
}
