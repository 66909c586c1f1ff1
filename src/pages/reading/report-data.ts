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
/** What a card shows of a figure, of whatever fact it is. */
export type ShownFigure = {
  quantity: Pick<
    NonNullable<Outcome['quantity']>,
    'value' | 'minimum' | 'maximum' | 'qualifier' | 'text' | 'unit'
  > | null;
} & Pick<Outcome, 'baseline' | 'change' | 'statement'>;
/** How far something moved; `text` holds the words where they tell an amount and no level. */
export type Change = NonNullable<Outcome['change']>;
export type Link = Item<'links'>;
export type Target = Item<'targets'>;
export type Problem = Item<'problems'>;
/** A figure of the year before. */
export type Earlier = Item<'earlier'>;

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
  /** What is told of the place for the year before. */
  earlier: readonly Earlier[];
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
  earlier: readQuery('earlier'),
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
  const [names, measures, outcomes, links, targets, problems, checks, numerals, earlier] =
    await Promise.all([
      askNames(ask, variables),
      askAll(ask, queries.measures, variables),
      askAll(ask, queries.outcomes, variables),
      askAll(ask, queries.links, variables),
      askAll(ask, queries.targets, variables),
      askAll(ask, queries.problems, variables),
      askAll(ask, queries.checks, variables),
      askAll(ask, queries.numerals, variables),
      askEarlier(ask, report),
    ]);
  const told = { measures, outcomes, links, targets, problems, checks, numerals, earlier };
  return { meta, report: { ...report, ...names }, ...told };
}

function askEarlier(
  ask: Ask,
  { place, year }: NonNullable<Answer<'report'>['report']>,
): Promise<readonly Earlier[]> {
  if (year === null) return Promise.resolve([]);
  return askAll(ask, queries.earlier, { place: place.code, year: year - 1 });
}

/**
 * A report's text alone; null where there is none of that code.
 * @throws Unanswered with the API's errors
 */
export async function askText(ask: Ask, code: string): Promise<string | null> {
  const { report } = await askOne(ask, queries.report, { code, language: 'ZH' });
  return report?.text ?? null;
}
