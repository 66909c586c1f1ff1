import { askAll, askOne, readQuery } from '../ask-all.ts';
import type { Answer, Item } from '../ask-all.ts';
import { languageArgument } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import { askNames } from './ask-names.ts';
import type { ReportNames } from './ask-names.ts';

export type Report = NonNullable<Answer<'report'>['report']> & ReportNames;
export type Section = Report['sections'][number];
export type Measure = Item<'measures'>;
export type Outcome = Item<'outcomes'>;
export type Check = Item<'checks'>;
/** How far something moved; `text` holds the words where they tell an amount and no level. */
/** What a card shows of a figure, of whatever fact it is. */
export type ShownFigure = Pick<Outcome, 'quantity' | 'baseline' | 'change' | 'statement'>;
export type Change = NonNullable<Outcome['change']>;
export type Link = Item<'links'>;
export type Target = Item<'targets'>;
export type Problem = Item<'problems'>;

/** All of a report that its reading page shows. */
export type ReportData = {
  meta: Answer<'report'>['meta'];
  report: Report;
  measures: readonly Measure[];
  outcomes: readonly Outcome[];
  links: readonly Link[];
  targets: readonly Target[];
  problems: readonly Problem[];
  checks: readonly Check[];
  numerals: readonly Item<'numerals'>[];
};

const queries = {
  report: readQuery('report'),
  measures: readQuery('measures'),
  outcomes: readQuery('outcomes'),
  links: readQuery('links'),
  targets: readQuery('targets'),
  problems: readQuery('problems'),
  checks: readQuery('checks'),
  numerals: readQuery('numerals'),
};

/**
 * Asks the API for a report with all that is said of it; null where there is none of that code.
 * @throws Unanswered with the API's errors
 */
export async function askReport(
  ask: Ask,
  code: string,
  language: Language,
): Promise<ReportData | null> {
  const variables = { code, language: languageArgument[language] };
  const { meta, report } = await askOne(ask, queries.report, variables);
  if (!report) return null;
  const [names, measures, outcomes, links, targets, problems, checks, numerals] = await Promise.all(
    [
      askNames(ask, variables),
      askAll(ask, queries.measures, variables),
      askAll(ask, queries.outcomes, variables),
      askAll(ask, queries.links, variables),
      askAll(ask, queries.targets, variables),
      askAll(ask, queries.problems, variables),
      askAll(ask, queries.checks, variables),
      askAll(ask, queries.numerals, variables),
    ],
  );
  const told = { measures, outcomes, links, targets, problems, checks, numerals };
  return { meta, report: { ...report, ...names }, ...told };
}
