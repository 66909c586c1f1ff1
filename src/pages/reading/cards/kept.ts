import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inWords } from '../../language/in-words.ts';
import type { Language } from '../../language/language.ts';
import { followUpNames, targetVerdictNames } from '../../language/labels.ts';
import { cardOf } from '../quotes.ts';
import type { Measure, Target } from '../report-data.ts';
import { cardPath } from '../view.ts';
import type { ReportView } from '../view.ts';

/** Whether a target was kept: the verdict, its working, and both quotes with the way to the other one. */
export function keptOf({ site, wordsAt }: ReportView, target: Target): Content {
  const { verdict, verdictExplanation, outcome, evidence, asOf } = target;
  const { language, words } = site;
  const working = verdictExplanation !== null && html` · ${inWords(verdictExplanation, language)}`;
  const newest = asOf && html` <span class="as-of">(${words.asOf} ${asOf.code})</span>`;
  return html`<b class="verdict ${verdict.toLowerCase().replaceAll('_', '-')}">${targetVerdictNames[verdict][language]}</b>${working}${outcome && html` <q lang="zh">${wordsAt(evidence)}</q> → ${told({ card: cardOf.outcome(outcome.code), ...outcome, language })}`}${newest}`;
}

/** What later reports tell of a planned measure, with their words and the way to them. */
export function followUpOf(
  { site: { language } }: ReportView,
  { status, measure, evidence }: NonNullable<Measure['followUp']>,
): Html {
  const name = html`<b class="verdict ${status.toLowerCase().replaceAll('_', '-')}">${followUpNames[status][language]}</b>`;
  if (!measure || !evidence) return name;
  const card = cardOf.measure(measure.code);
  return html`${name} ${told({ card, report: measure.report, evidence, language })}`;
}

type Told = {
  card: string;
  report: { code: string };
  evidence: { exact: string };
  language: Language;
};

/** The words of another report, which lead to its card there. */
const told = ({ card, report, evidence, language }: Told): Html =>
  html`<a href="${cardPath(report, card, language)}"><q lang="zh">${evidence.exact}</q> ${report.code}</a>`;
