import { citeReport, placeLink, publisherRow, questions } from './about-report.ts';
import { contentsOf } from './contents.ts';
import { inWords } from '../language/in-words.ts';
import { frame } from '../frame.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { address } from '../language/language.ts';
import { levelNames, reportKindNames } from '../language/labels.ts';
import type { Site } from '../site.ts';
import { graphiqlAddress } from '../graphql-links.ts';
import { downloads, reportQuery } from './downloads.ts';
import { checksNote } from './notes/checks.ts';
import { clausesNote, retiredNote } from './notes/clauses.ts';
import { flowOf } from './flow/flow.ts';
import { numeralsNote } from './notes/numerals.ts';
import { placeCards } from './placed.ts';
import { aboutReport, quotesOf } from './quotes.ts';
import type { ReportData } from './report-data.ts';
import { sectionRows } from './section-row.ts';
import { reportScript } from '../outside/structured.ts';
import { fill } from '../language/messages.ts';
import { reportPath, viewReport } from './view.ts';
import type { ReportView } from './view.ts';

/**
 * The page to read a report on: its text with the evidence marked, beside what was made of it. Reviewers see
 * every numeral too, and the clauses that nothing was made of.
 */
export function readingPage(site: Site, data: ReportData, isReview: boolean): Html {
  const view = viewReport(site, data);
  const quotes = quotesOf(data, isReview);
  const placed = placeCards(data);
  const { report } = data;
  return frame(site, {
    title: `${report.title} · ${site.words.site}`,
    className: 'reading',
    script: 'reading',
    description: fill(site.words.readingDescription, {
      title: report.title,
      measures: data.measures.length,
      outcomes: data.outcomes.length,
    }),
    head: reportScript(report),
    body: html`${heading(view, isReview)} ${flowOf(view, placed)} ${checksNote(view)}
      ${isReview && html`${numeralsNote(view)} ${clausesNote(view)}`} ${contentsOf(view)}
      <div class="rows">
        ${sectionRows(view, { placed, quotes })}
      </div>
      ${retiredNote(view)}
      <svg id="thread" aria-hidden="true"></svg>`,
  });
}

/** Measures, outcomes and links are counted also where there are none; a plan need not be there. */
const alwaysCounted = 3;

function heading(
  { site, report, measures, outcomes, links, ...view }: ReportView,
  isReview: boolean,
): Html {
  const { language, words } = site;
  const counts: [number, string][] = [
    [measures.length, words.measures],
    [outcomes.length, words.outcomes],
    [links.length, words.links],
    [view.targets.length, words.targets],
    [view.problems.length, words.problems],
  ];
  const facts: [string, Content][] = [
    [words.place, placeLink(report.place, language)],
    [words.year, report.year ?? words.notStated],
    [words.kind, reportKindNames[report.kind][language]],
    ...publisherRow(report, language),
    [words.source, sourceOf(report, words)],
    [
      words.textSha,
      html`<code title="${report.source.sha256}">${report.source.sha256.slice(0, 12)}</code> ·
        ${report.source.characterCount} ${words.characters}`,
    ],
  ];
  const path = reportPath(report.code);
  return html`<header class="about" id="${aboutReport}">
    <h1>${inWords(report.title, language)}</h1>
    <dl class="facts">
      ${facts
        .filter(([, value]) => value !== null)
        .map(
          ([name, value]) =>
            html`<div>
            <dt>${name}</dt>
            <dd>${value}</dd>
          </div>`,
        )}
    </dl>
    <p class="counts">
      ${counts.filter(([count], index) => count > 0 || index < alwaysCounted).map(([count, name]) => html`<span><b>${count}</b> ${name}</span> `)}
    </p>
    <p class="legend">
      <span>${words.legend}</span>
      <span class="key measure">${words.measure}</span>
      ${Object.entries(levelNames).map(([level, names]) => html`<span class="key ${level.toLowerCase()}">${names[language]}</span> `)}
      ${view.targets.length > 0 && html`<span class="key target">${words.target}</span> `}
      ${view.problems.length > 0 && html`<span class="key problem">${words.problem}</span>`}
    </p>
    ${downloads(site, report.code)}
    <div class="ways">
      <label><input type="checkbox" id="marks" checked /> ${words.showMarks}</label>
      <a href="${address(path, language, isReview ? {} : { review: '1' })}"
        >${isReview ? words.reviewLeave : words.review}</a
      >
      <a href="${graphiqlAddress(reportQuery(report.code), language)}">${words.openInGraphiql}</a>
      ${citeReport(site, report)}
    </div>
    ${questions(site, report.code)}
  </header>`;
}

function sourceOf(
  { source, publisher, publishedOn, publisherBasis, publishedOnBasis }: ReportView['report'],
  words: Site['words'],
): Content {
  const said = [publisherBasis, publishedOnBasis].includes('CURATED') ? words.byCurator : null;
  const byline = [publishedOn, said].filter((item) => item != null).join(' · ');
  // Only an address of the web is a link: a curator's file may hold any text.
  if (source.sourceUrl !== null && /^https?:\/\//.test(source.sourceUrl)) {
    return html`<a href="${source.sourceUrl}" rel="noreferrer">${byline || source.sourceUrl}</a>`;
  }
  return byline || (publisher ? null : words.notStated);
}
