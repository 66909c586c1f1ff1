import { inWords } from '../../language/in-words.ts';
import { thingWord } from '../../language/thing-words.ts';
import { html } from '../../html.ts';
import type { Content } from '../../html.ts';
import { showFigure } from '../../reading/figure.ts';
import { kindPage } from '../kind-page.ts';
import { linkedLines, listOf, listing, sectionHref } from '../listed.ts';
import type { Thing } from '../thing.ts';

/** The page of a problem: its words, its cause, and what is planned against it. */
export const problemPage = kindPage({
  name: 'things/problem',
  view: ({ problem }, { language, words }): Thing | null => {
    if (!problem) return null;
    const { answeredBy, cause, evidence, figures, report, section } = problem;
    const within = { language, home: report.code };
    const others = section.problems.nodes.filter(({ code }) => code !== problem.code);
    const against = linkedLines('measure', answeredBy.edges, within);
    return {
      kind: 'problem',
      code: problem.code,
      title: problem.title,
      cited: { zh: problem.titleZh, en: problem.titleEn },
      tag: null,
      figure: null,
      report,
      quotes: [
        { label: null, words: [evidence] },
        ...(cause ? [{ label: words.cause, words: [cause] }] : []),
      ],
      facts: figures.map((figure): [Content, Content] => [
        inWords(figure.label, language),
        html`<b lang="zh">${showFigure({ ...figure, statement: null })}</b>`,
      ]),
      lists: [
        ...listOf(
          thingWord('isAnsweredBy', language),
          against.length > 0 ? against : [words.noAnswer],
          { count: Math.max(1, answeredBy.totalCount) },
        ),
        ...listOf(
          thingWord('sameSection', language),
          others.map((other) => listing('problem', within)({ ...other, label: other.title })),
          {
            count: section.problems.totalCount - 1,
            more: sectionHref(report, section, language),
          },
        ),
      ],
      structured: { '@type': 'Claim', text: evidence.exact },
    };
  },
});
