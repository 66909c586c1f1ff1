import { pagePath } from '../../../http/addresses.ts';
import { problemQuery, targetQuery } from '../../graphql-links.ts';
import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { basisNames } from '../../language/labels.ts';
import { inWords } from '../../language/in-words.ts';
import { address } from '../../language/language.ts';
import type { Language } from '../../language/language.ts';
import { cardMenu, cardNumber, cardQuote, isUnreviewed, reviewMark } from './frame.ts';
import { keptOf } from './kept.ts';
import { cardFigure, factList, periodOf } from './card.ts';
import { showFigure } from '../figure.ts';
import { cardOf, wordsOf } from '../quotes.ts';
import type { Problem, Target } from '../report-data.ts';
import { cardPath } from '../view.ts';
import type { ReportView } from '../view.ts';

/** A target as a card: what is to be reached, by when and by whom. */
export function targetCard(view: ReportView, target: Target): Html {
  const { site, report } = view;
  const { language, words } = site;
  const id = cardOf.target(target.code);
  const { due, owner, deliverable, note, revisesCode } = target;
  const facts: [string, Content][] = [
    [words.due, due ? periodOf(due, site) : words.notStated],
    [words.owner, owner ? ownerLink(owner, language) : words.notStated],
  ];
  if (deliverable !== null)
    facts.push([words.deliverable, html`<span lang="zh">${deliverable}</span>`]);
  if (revisesCode !== null) facts.push([words.revises, revisedLink(view, target)]);
  facts.push([words.kept, keptOf(view, target)]);
  if (note !== null) facts.push([words.note, inWords(note, language)]);
  const figure = showFigure(target);
  const measure = target.measure && cardOf.measure(target.measure.code);
  return html`<article class="card target" id="${id}" data-words="${wordsOf(id)}" data-with="${measure}">
    ${cardHead(view, { id, name: words.target, number: view.targetNumbers.get(target.code), title: target.label })}
    ${reviewMark(site, target)} ${cardQuote(view, id, target.evidence)} ${cardFigure(target, site)} ${factList(facts)}
    ${cardMenu(view, {
      id,
      name: target.label,
      page: pagePath('target', target.code),
      query: targetQuery(target.code),
      cited: {
        zh: { words: `“${target.labelZh}：${figure}”`, source: report.titleZh },
        en: { words: `“${target.labelEn}: ${figure}”`, source: report.titleEn },
        path: cardPath(report, id, language),
        isUnreviewed: isUnreviewed(target),
      },
    })}
  </article> `;
}

const ownerLink = ({ code, name }: NonNullable<Target['owner']>, language: Language): Html =>
  html`<a href="${address(pagePath('organization', code), language)}">${inWords(name, language)}</a>`;

/** The earlier target that it takes the place of; its code alone where its report is not held. */
function revisedLink({ site }: ReportView, { revises, revisesCode }: Target): Content {
  if (!revises) return revisesCode;
  const path = cardPath(revises.report, cardOf.target(revises.code), site.language);
  return html`<a href="${path}">${inWords(revises.label, site.language)}</a>`;
}

/** A problem as a card: how far it goes, its cause, and what is planned against it. */
export function problemCard(view: ReportView, problem: Problem): Html {
  const { site, report } = view;
  const { language, words } = site;
  const id = cardOf.problem(problem.code);
  const { cause, figures, answeredBy } = problem;
  const facts: [Content, Content][] = figures.map((figure) => [
    inWords(figure.label, language),
    html`<b lang="zh">${showFigure({ ...figure, statement: null })}</b>`,
  ]);
  if (cause) facts.push([words.cause, html`<q lang="zh">${view.wordsAt(cause)}</q>`]);
  for (const { node, basis, note, evidence } of answeredBy.edges) {
    const title = view.measures.find(({ code }) => code === node.code)?.title ?? node.code;
    const quote = evidence && html` <q lang="zh">${view.wordsAt(evidence)}</q>`;
    const why = note !== null && html` · ${inWords(note, language)}`;
    facts.push([
      words.answeredBy,
      html`<a href="#${cardOf.measure(node.code)}">${inWords(title, language)}</a> · ${basisNames[basis][language]}${quote}${why}`,
    ]);
  }
  const answers = answeredBy.edges.map(({ node }) => cardOf.measure(node.code)).join(' ');
  return html`<article class="card problem" id="${id}" data-words="${wordsOf(id)}" data-with="${answers}">
    ${cardHead(view, { id, name: words.problem, number: view.problemNumbers.get(problem.code), title: problem.title })}
    ${reviewMark(site, problem)} ${cardQuote(view, id, problem.evidence)} ${factList(facts)}
    ${answeredBy.edges.length === 0 && html`<p class="none">${words.noAnswer}</p>`}
    ${cardMenu(view, {
      id,
      name: problem.title,
      page: pagePath('problem', problem.code),
      query: problemQuery(problem.code),
      cited: {
        zh: { words: `“${problem.titleZh}”`, source: report.titleZh },
        en: { words: `“${problem.titleEn}”`, source: report.titleEn },
        path: cardPath(report, id, language),
        isUnreviewed: isUnreviewed(problem),
      },
    })}
  </article> `;
}

type NumberedCard = { id: string; name: string; number: number | undefined; title: string };

/** The number of a card, which leads to its words, and what it is. */
const cardHead = ({ site }: ReportView, { id, name, number, title }: NumberedCard) =>
  html`<header>
    ${cardNumber(site, { id, name, number })}
    <h4>${inWords(title, site.language)}</h4>
    <span class="level">${name}</span>
  </header>`;
