import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inWords } from '../../language/in-words.ts';
import { numeralNames } from '../../language/labels.ts';
import { fill } from '../../language/messages.ts';
import type { ReportView } from '../view.ts';

/** What became of every numeral of the text. */
export function numeralsNote(view: ReportView): Html {
  const { site, report, numerals } = view;
  const { language, words } = site;
  const { coverage } = report;
  const sentence = fill(words.numeralsLead, {
    numerals: coverage.numeralCount,
    quantities: coverage.quantityCount,
    claimed: coverage.claimedCount,
    waived: coverage.waivedCount,
    unclaimed: coverage.quantityCount - coverage.claimedCount - coverage.waivedCount,
  });
  return html`<aside class="numerals" id="numerals" aria-label="${words.numerals}">
    <p>${sentence}</p>
    ${kinds(numerals, language)}
  </aside>`;
}

function kinds(numerals: ReportView['numerals'], language: 'zh' | 'en'): Content {
  const byKind = Map.groupBy(numerals, ({ kind }) => kind);
  const waived = numerals.filter(({ waiver }) => waiver !== null);
  return html`<p class="legend">
      ${[...byKind].map(([kind, list]) => html`<span class="key numeral-${kind.toLowerCase()}">${numeralNames[kind][language]} ${list.length}</span> `)}
    </p>
    ${
      waived.length > 0 &&
      html`<ul>
        ${waived.map(({ text, waiver }) => html`<li><span lang="zh">${text}</span> — ${inWords(waiver ?? '', language)}</li>`)}
      </ul>`
    }`;
}
