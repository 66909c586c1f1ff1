import { inWords } from '../language/in-words.ts';
import { thingWord } from '../language/thing-words.ts';
import type { Answer } from '../ask-all.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import { cardFigure, periodOf } from '../reading/cards/card.ts';
import { showFigure } from '../reading/figure.ts';
import type { Site } from '../site.ts';
import { checkList } from './checks.ts';
import { kindPage } from './kind-page.ts';
import {
  figureLine,
  listOf,
  listing,
  sectionHref,
  thingHref,
  thingLink,
  verdictWord,
} from './listed.ts';
import type { Thing, ThingList } from './thing.ts';

type Target = NonNullable<Answer<'things/target'>['target']>;

/** The page of a target: its words, by when it is due, and whether it was kept. */
export const targetPage = kindPage({
  name: 'things/target',
  view: ({ target }, site): Thing | null => {
    if (!target) return null;
    const written = showFigure(target);
    return {
      kind: 'target',
      code: target.code,
      title: target.label,
      cited: { zh: `${target.labelZh}: ${written}`, en: `${target.labelEn}: ${written}` },
      tag: verdictWord(target.verdict, site.language),
      figure: cardFigure(target, site),
      report: target.report,
      quotes: [{ label: null, words: [target.evidence] }],
      facts: facts(target, site),
      lists: [...ends(target, site), ...around(target, site)],
      structured: { '@type': 'Claim', text: target.evidence.exact },
    };
  },
});

function facts(target: Target, site: Site): [string, Content][] {
  const { language, words } = site;
  const { due, owner, deliverable, verdict, verdictExplanation, indicator, note } = target;
  const why = verdictExplanation !== null && html` · ${inWords(verdictExplanation, language)}`;
  const rows: [string, Content][] = [
    [words.kept, html`<b>${verdictWord(verdict, language)}</b>${why}`],
    [words.due, due ? periodOf(due, site) : words.notStated],
    [
      words.owner,
      owner
        ? thingLink('organization', { ...owner, label: owner.name }, language)
        : words.notStated,
    ],
  ];
  if (deliverable !== null)
    rows.push([words.deliverable, html`<span lang="zh">${deliverable}</span>`]);
  if (indicator) {
    const link = thingLink('indicator', { ...indicator, label: indicator.name }, language);
    rows.push([thingWord('indicator', language), link]);
  }
  if (target.revisesCode !== null && !target.revises)
    rows.push([words.revises, target.revisesCode]);
  if (note !== null) rows.push([words.note, inWords(note, language)]);
  return rows;
}

/** The plan that it belongs to, what a later report tells of it, and its checks. */
function ends(target: Target, site: Site): ThingList[] {
  const { language } = site;
  const { measure, outcome, report } = target;
  const within = { language, home: report.code };
  return [
    ...listOf(
      thingWord('plannedAs', language),
      measure
        ? [
            listing(
              'measure',
              within,
            )({ ...measure, label: measure.title, quote: measure.evidence.exact }),
          ]
        : [],
    ),
    ...listOf(
      thingWord('reachedBy', language),
      outcome
        ? [
            listing(
              'outcome',
              within,
            )({
              ...outcome,
              figure: figureLine(outcome, language),
              quote: outcome.evidence.exact,
            }),
          ]
        : [],
    ),
    ...checkList(site, target.checks),
  ];
}

/** What it takes the place of, and what others aim at. */
function around(target: Target, { language }: Site): ThingList[] {
  const { revises, revisedBy, indicator, section, report } = target;
  const line = listing('target', { language, home: report.code });
  type Other = NonNullable<Target['revises']>;
  const shown = (other: Other) =>
    line({
      ...other,
      figure: figureLine(other, language),
      how: verdictWord(other.verdict, language),
    });
  const notThis = ({ code }: Other) => code !== target.code;
  return [
    ...listOf(thingWord('revisedFrom', language), revises ? [shown(revises)] : []),
    ...listOf(thingWord('revisedBy', language), revisedBy.nodes.map(shown), {
      count: revisedBy.totalCount,
    }),
    ...listOf(
      thingWord('sameIndicator', language),
      indicator?.targets.nodes.filter(notThis).map(shown) ?? [],
      {
        count: (indicator?.targets.totalCount ?? 1) - 1,
        more: indicator && thingHref('indicator', indicator.code, language),
      },
    ),
    ...listOf(
      thingWord('sameSection', language),
      section.targets.nodes.filter(notThis).map(shown),
      {
        count: section.targets.totalCount - 1,
        more: sectionHref(report, section, language),
      },
    ),
  ];
}
