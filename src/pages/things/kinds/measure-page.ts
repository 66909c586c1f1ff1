import { followUpNames, stageNames } from '../../language/labels.ts';
import { relationNames, roleNames, thingWord } from '../../language/thing-words.ts';
import type { Answer } from '../../ask-all.ts';
import type { Site } from '../../site.ts';
import { kindPage } from '../kind-page.ts';
import {
  csvHref,
  figureLine,
  linkReason,
  linkedLines,
  listOf,
  listing,
  sectionHref,
  targetLines,
} from '../listed.ts';
import type { Thing, ThingList } from '../thing.ts';

type Measure = NonNullable<Answer<'things/measure'>['measure']>;

/** The page of a measure: its words, and what came of it. */
export const measurePage = kindPage({
  name: 'things/measure',
  view: ({ measure }, site): Thing | null =>
    measure && {
      kind: 'measure',
      code: measure.code,
      title: measure.title,
      cited: { zh: measure.titleZh, en: measure.titleEn },
      tag: stageNames[measure.stage][site.language],
      figure: null,
      report: measure.report,
      quotes: [{ label: null, words: measure.acts.map(({ evidence }) => evidence) }],
      facts: [],
      lists: [...ends(measure, site), ...plans(measure, site), ...around(measure, site)],
      structured: {
        '@type': 'Claim',
        text: measure.acts.map(({ evidence }) => evidence.exact).join('……'),
      },
    },
});

/** What came of it, what it is to reach, and what it is planned against. */
function ends(measure: Measure, { language, words }: Site): ThingList[] {
  const { outcomes, targets, answers, stage } = measure;
  const within = { language, home: measure.report.code };
  const outcome = listing('outcome', within);
  const none = outcomes.totalCount === 0 && stage === 'CARRIED_OUT' ? [words.noOutcome] : [];
  return [
    ...listOf(
      thingWord('ledTo', language),
      [
        ...none,
        ...outcomes.edges.map(({ node, ...link }) =>
          outcome({
            ...node,
            figure: figureLine(node, language),
            quote: node.evidence.exact,
            how: linkReason(link, language),
          }),
        ),
      ],
      { count: outcomes.totalCount, more: csvHref('measure', measure.code) },
    ),
    ...listOf(thingWord('aimsAt', language), targetLines(targets.nodes, within), {
      count: targets.totalCount,
    }),
    ...listOf(thingWord('answers', language), linkedLines('problem', answers.edges, within), {
      count: answers.totalCount,
    }),
  ];
}

/** The same in other years. */
function plans(measure: Measure, { language }: Site): ThingList[] {
  const { followUp, continues, continuedBy } = measure;
  const within = { language, home: measure.report.code };
  const line = listing('measure', within);
  const later = followUp?.measure;
  const earlier = continues?.measure;
  return [
    ...listOf(
      thingWord('toldLater', language),
      followUp
        ? [
            later
              ? line({
                  ...later,
                  label: later.title,
                  quote: followUp.evidence?.exact ?? null,
                  how: followUpNames[followUp.status][language],
                })
              : followUpNames[followUp.status][language],
          ]
        : [],
    ),
    ...listOf(
      thingWord('carriesOn', language),
      continues && earlier
        ? [
            line({
              ...earlier,
              label: earlier.title,
              quote: earlier.evidence.exact,
              how: linkReason(continues, language),
            }),
          ]
        : [],
    ),
    ...listOf(
      thingWord('carriedOnBy', language),
      linkedLines('measure', continuedBy.edges, within),
      { count: continuedBy.totalCount },
    ),
  ];
}

/** Documents and organizations, and what else its section tells. */
function around(measure: Measure, { language }: Site): ThingList[] {
  const { documents, organizations, section } = measure;
  const within = { language, home: measure.report.code };
  const line = listing('measure', within);
  const others = section.measures.nodes.filter(({ code }) => code !== measure.code);
  return [
    ...listOf(
      thingWord('documents', language),
      documents.edges.map(({ node, relation }) =>
        listing(
          'document',
          within,
        )({ ...node, label: node.title, how: relationNames[relation][language] }),
      ),
      { count: documents.totalCount },
    ),
    ...listOf(
      thingWord('organizations', language),
      organizations.edges.map(({ node, role }) =>
        listing(
          'organization',
          within,
        )({ ...node, label: node.name, how: roleNames[role][language] }),
      ),
      { count: organizations.totalCount },
    ),
    ...listOf(
      thingWord('sameSection', language),
      others.map((node) => line({ ...node, label: node.title })),
      {
        count: section.measures.totalCount - 1,
        more: sectionHref(measure.report, section, language),
      },
    ),
  ];
}
