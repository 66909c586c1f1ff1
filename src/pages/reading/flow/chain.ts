import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inWords } from '../../language/in-words.ts';
import { targetVerdictNames } from '../../language/labels.ts';
import { bars } from '../cards/bars.ts';
import { showAmountIn, showMove, showQuantity } from '../figure.ts';
import { cardOf } from '../quotes.ts';
import type { Outcome, ShownFigure, Target } from '../report-data.ts';
import { cardPath } from '../view.ts';
import type { ReportView } from '../view.ts';
import type { Chain } from './chains.ts';
import { fan } from './fan.ts';

/** A measure, and joined to it the outcomes that it led to. */
export function chainItem(view: ReportView, { measure, outcomes }: Chain): Html {
  const { words } = view.site;
  return html`<li class="chain">
    ${measure && measureEnd(view, measure)} ${fan(
      outcomes.map(({ level }) => level.toLowerCase()),
      'out',
    )}
    ${
      outcomes.length === 0
        ? html`<p class="none">${words.noOutcome}</p>`
        : html`<ul class="ends">
            ${outcomes.map((outcome) => outcomeEnd(view, outcome))}
          </ul>`
    }
  </li>`;
}

/** A problem, what is planned against it, what that is to reach, and what a later report tells of it. */
export function planItem(view: ReportView, { problems, measure, targets }: Chain): Html {
  const { words, language } = view.site;
  const reached = targets.map((target) => targetEnd(view, target));
  return html`<li class="chain plan">
    <ul class="ends from">
      ${problems.map(({ code, title }) => html`<li class="problem"><a href="#${cardOf.problem(code)}">${inWords(title, language)}</a></li>`)}
    </ul>
    ${fan(
      problems.map(() => 'problem'),
      'in',
    )}
    ${measure ? measureEnd(view, measure) : html`<p class="none">${problems.length > 0 && words.noAnswer}</p>`}
    ${fan(
      targets.map(() => 'target'),
      'out',
      measure !== null,
    )}
    <ul class="ends">${reached}</ul>
  </li>`;
}

const measureEnd = ({ site }: ReportView, { code, title }: NonNullable<Chain['measure']>): Html =>
  html`<a class="end measure" href="#${cardOf.measure(code)}">${inWords(title, site.language)}</a>`;

function outcomeEnd({ site }: ReportView, outcome: Outcome): Html {
  const { language, words } = site;
  const { code, label, level } = outcome;
  return html`<li class="${level.toLowerCase()}">
    <a href="#${cardOf.outcome(code)}">${inWords(label, language)} ${figureOf(outcome, site)}</a>
    ${bars(outcome, words)}
  </li>`;
}

function figureOf(figure: ShownFigure, { language }: ReportView['site']): Content {
  const { quantity, change } = figure;
  const lang = language === 'zh' && html` lang="zh"`;
  if (quantity)
    return html`<b${lang}>${inWords(showMove(figure, language) ?? showQuantity(quantity, language), language)}</b>`;
  return change && html`<b${lang}>${inWords(showAmountIn(change, language), language)}</b>`;
}

/** A target with its figure, whether it was reached, and the words of the later report. */
function targetEnd({ site }: ReportView, target: Target): Html {
  const { language } = site;
  const { code, label, verdict, outcome } = target;
  const kept = targetVerdictNames[verdict][language];
  return html`<li class="target">
    <a href="#${cardOf.target(code)}">${inWords(label, language)} ${figureOf(target, site)}</a>
    <span class="verdict ${verdict.toLowerCase().replaceAll('_', '-')}">${kept}</span>
    ${outcome && html`<a class="then" href="${cardPath(outcome.report, cardOf.outcome(outcome.code), language)}"><q lang="zh">${outcome.evidence.exact}</q></a>`}
  </li>`;
}
