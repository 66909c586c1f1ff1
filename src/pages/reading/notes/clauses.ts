import { namesOf, retiredTypes, searchableTypes } from '../../../vocabulary.ts';
import type { RetiredType } from '../../../vocabulary.ts';
import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inBrackets, inWords } from '../../language/in-words.ts';
import { fill } from '../../language/messages.ts';
import { cardOf } from '../quotes.ts';
import type { Report } from '../report-data.ts';
import type { ReportView } from '../view.ts';

/** How much of the words a fact rests on, and the clauses that none does: those left and those waived. */
export function clausesNote({ site, report }: ReportView): Html {
  const { words } = site;
  const { coverage } = report;
  const counts = {
    clauses: coverage.clauseCount,
    coveredClauses: coverage.coveredClauseCount,
    headingClauses: coverage.headingClauseCount,
    waivedClauses: coverage.waivedClauseCount,
  };
  const { clauses, coveredClauses, headingClauses, waivedClauses } = counts;
  const left = clauses - coveredClauses - headingClauses - waivedClauses;
  const [open, waived] = [true, false].map((isOpen) =>
    coverage.uncovered.nodes.filter(({ waiver }) => (waiver === null) === isOpen),
  );
  return html`<aside class="numerals" id="clauses" aria-label="${words.clauses}">
    <p>${fill(words.clausesLead, { ...counts, left })}</p>
    ${listed(site, { title: words.clausesLeft, count: left, clauses: open ?? [] })}
    ${listed(site, { title: words.clausesWaived, count: waivedClauses, clauses: waived ?? [] })}
  </aside>`;
}

/** Clauses behind a line that says how many there are; of very many only the first. */
function listed(
  { words, language }: ReportView['site'],
  list: { title: string; count: number; clauses: Report['coverage']['uncovered']['nodes'] },
): Content {
  const { title, count, clauses } = list;
  if (count === 0) return null;
  return html`<details>
    <summary>${fill(title, { count })}</summary>
    <ul>
      ${clauses.map(({ text, waiver }) => html`<li><span lang="zh">${text}</span>${waiver !== null && html` — ${inWords(waiver, language)}`}</li>`)}
      ${count > clauses.length && html`<li>${fill(words.clausesMore, { count: count - clauses.length })}</li>`}
    </ul>
  </details>`;
}

/** The codes of this report that are given no longer, each where its card stood, with what took its place. */
export function retiredNote({ site, report }: ReportView): Content {
  const { words } = site;
  if (report.retiredCodes.length === 0) return null;
  return html`<aside class="numerals" id="retired" aria-label="${words.retired}">
    <details>
      <summary>${words.retired}${inBrackets(String(report.retiredCodes.length), site.language)}</summary>
      <ul>
      ${report.retiredCodes.map(({ code, reason, replacement }) => {
        const place = placeOf(code);
        const now = replacement === null ? null : placeOf(replacement);
        return html`<li ${place && html` id="${place.card}"`}>
          ${place?.slug ?? code} — ${inWords(reason, site.language)}
          ${now && html` <a href="#${now.card}">${now.slug}</a>`}
        </li> `;
      })}
      </ul>
    </details>
  </aside>`;
}

/** The card of each kind of thing whose code can be retired. */
const cards: Readonly<Record<RetiredType, (code: string) => string>> = {
  MEASURE: cardOf.measure,
  OUTCOME: cardOf.outcome,
  TARGET: cardOf.target,
  PROBLEM: cardOf.problem,
  DOCUMENT: cardOf.name,
};

const cardsByTypename = new Map<string, (code: string) => string>(
  namesOf(retiredTypes).map((type) => [searchableTypes[type].typename, cards[type]]),
);

/** The id of the card of what an id names, as `Outcome:xinghe-2023/all-advised`; undefined for what has none. */
export function cardOfId(id: string): string | undefined {
  const [type = '', code = ''] = id.split(':');
  return cardsByTypename.get(type)?.(code);
}

/** The same with its slug. */
function placeOf(id: Report['retiredCodes'][number]['code']) {
  const card = cardOfId(id);
  return card === undefined ? null : { card, slug: id.slice(id.indexOf('/') + 1) };
}
