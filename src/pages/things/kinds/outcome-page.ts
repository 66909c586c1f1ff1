import { levelNames } from '../../language/labels.ts';
import { inWords } from '../../language/in-words.ts';
import { thingWord } from '../../language/thing-words.ts';
import type { Answer } from '../../ask-all.ts';
import type { Content } from '../../html.ts';
import { cardFigure, periodOf } from '../../reading/cards/card.ts';
import { showFigure } from '../../reading/figure.ts';
import type { Site } from '../../site.ts';
import { checkList } from '../checks.ts';
import { kindPage } from '../kind-page.ts';
import {
  figureLine,
  linkedLines,
  listOf,
  listing,
  sectionHref,
  targetLines,
  thingHref,
  thingLink,
} from '../listed.ts';
import type { Thing, ThingList } from '../thing.ts';

type Outcome = NonNullable<Answer<'things/outcome'>['outcome']>;

/** The page of an outcome: its figure, its words, the measures that it came of, and its checks. */
export const outcomePage = kindPage({
  name: 'things/outcome',
  view: ({ outcome }, site): Thing | null => {
    if (!outcome) return null;
    const { quantity, period, report } = outcome;
    const written = showFigure(outcome);
    return {
      kind: 'outcome',
      code: outcome.code,
      title: outcome.label,
      cited: { zh: `${outcome.labelZh}: ${written}`, en: `${outcome.labelEn}: ${written}` },
      tag: levelNames[outcome.level][site.language],
      figure: cardFigure(outcome, site),
      report,
      quotes: [{ label: null, words: [outcome.evidence] }],
      facts: facts(outcome, site),
      lists: [...ends(outcome, site), ...around(outcome, site)],
      structured: {
        '@type': quantity ? 'Observation' : 'Claim',
        ...(quantity && { value: quantity.value, unitText: quantity.unit.name }),
        ...(period?.edtf && { observationPeriod: period.edtf }),
        ...(outcome.indicator && { variableMeasured: outcome.indicator.name }),
        text: outcome.evidence.exact,
      },
    };
  },
});

function facts(outcome: Outcome, site: Site): [string, Content][] {
  const { language, words } = site;
  const { period, dimension, population, indicator, note } = outcome;
  const rows: [string, Content][] = [];
  if (period) rows.push([words.period, periodOf(period, site)]);
  if (population !== null) rows.push([words.population, inWords(population, language)]);
  if (dimension !== null) rows.push([words.kind, inWords(dimension, language)]);
  if (indicator) {
    const link = thingLink('indicator', { ...indicator, label: indicator.name }, language);
    rows.push([thingWord('indicator', language), link]);
  }
  if (note !== null) rows.push([words.note, inWords(note, language)]);
  return rows;
}

/** The measures that it came of, its checks, and the targets that it is held against. */
function ends(outcome: Outcome, site: Site): ThingList[] {
  const { language, words } = site;
  const { measures, targets, report } = outcome;
  const within = { language, home: report.code };
  const from = linkedLines('measure', measures.edges, within);
  return [
    ...listOf(thingWord('cameOf', language), from.length > 0 ? from : [words.noMeasure], {
      count: Math.max(1, measures.totalCount),
    }),
    ...checkList(site, outcome.checks),
    ...listOf(thingWord('aimedAt', language), targetLines(targets.nodes, within), {
      count: targets.totalCount,
    }),
  ];
}

/** Its whole and its parts, the same indicator elsewhere, and what else its section tells. */
function around(outcome: Outcome, { language }: Site): ThingList[] {
  const { whole, parts, indicator, section, report } = outcome;
  const line = listing('outcome', { language, home: report.code });
  type Other = NonNullable<Outcome['whole']>;
  const shown = (other: Other) => line({ ...other, figure: figureLine(other, language) });
  const notThis = ({ code }: Other) => code !== outcome.code;
  const elsewhere = indicator?.outcomes.nodes.filter(notThis) ?? [];
  return [
    ...listOf(thingWord('whole', language), whole ? [shown(whole)] : []),
    ...listOf(thingWord('parts', language), parts.map(shown)),
    ...listOf(thingWord('sameIndicator', language), elsewhere.map(shown), {
      count: (indicator?.outcomes.totalCount ?? 1) - 1,
      more: indicator && thingHref('indicator', indicator.code, language),
    }),
    ...listOf(
      thingWord('sameSection', language),
      section.outcomes.nodes.filter(notThis).map(shown),
      {
        count: section.outcomes.totalCount - 1,
        more: sectionHref(report, section, language),
      },
    ),
  ];
}
