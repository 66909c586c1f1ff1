import { builder } from './builder.ts';
import { readText } from './read-text.ts';
import { wordsUrl } from './url.ts';

export const Evidence = builder.drizzleObject('evidences', {
  name: 'Evidence',
  description:
    'The report’s exact words that prove something (依据), with their place in the stored text: a W3C Web Annotation TextQuoteSelector and TextPositionSelector in one.',
  select: { columns: {} },
  fields: (t) => ({
    exact: t.exposeString('exact', { description: 'The words, to the letter.' }),
    prefix: readText(t, 'evidences', 'prefix', {
      description: 'Up to 16 characters that stand immediately before.',
    }),
    suffix: readText(t, 'evidences', 'suffix', {
      description: 'Up to 16 characters that stand immediately after.',
    }),
    start: t.exposeInt('start', {
      description:
        'Where the words start: Unicode code points from the start of the report’s text.',
    }),
    end: t.exposeInt('end', { description: 'Where they end, that place itself not included.' }),
    url: wordsUrl(t),
    section: t.relation('section', { description: 'The section that they stand in.' }),
    report: t.relation('report', { description: 'The report that they stand in.' }),
  }),
});
