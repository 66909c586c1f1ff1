import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { checkNames, reasonNames } from '../../language/labels.ts';
import { fill } from '../../language/messages.ts';
import { checkLine } from '../cards/check-line.ts';
import { checkTable } from './check-table.ts';
import { cardOf } from '../quotes.ts';
import type { ReportView } from '../view.ts';

/** How many checks the report's figures call for, how many were made, and why the others were not. */
export function checksNote(view: ReportView): Html {
  const { site, report, checks } = view;
  const { language, words } = site;
  const { possibleCheckCount, madeCheckCount, checkKinds, unmadeChecks } = report.coverage;
  const possible = checkKinds.filter(({ possibleCount }) => possibleCount > 0);
  const unmadeOf = (kind: (typeof checkKinds)[number]['kind']) =>
    unmadeChecks.filter((unmade) => unmade.kind === kind);
  const whyNot = (kind: (typeof checkKinds)[number]['kind']): Content =>
    unmadeOf(kind).map(
      ({ reason, checkCount }) => html` · ${reasonNames[reason][language]} ${checkCount}`,
    );
  const counts = { possible: possibleCheckCount, made: madeCheckCount };
  return html`<aside class="numerals" id="checks" aria-label="${words.checks}">
    <p>${fill(words.checksLead, { ...counts, unmade: possibleCheckCount - madeCheckCount })}</p>
    ${
      possible.length > 0 &&
      html`<details>
        <summary>${words.checksByKind}</summary>
        <ul>
          ${possible.map(({ kind, possibleCount, madeCount }) => html`<li>${checkNames[kind][language]} ${madeCount} / ${possibleCount}${whyNot(kind)}</li>`)}
        </ul>
      </details>`
    }
    ${
      checks.length > 0 &&
      html`<details>
        <summary>${fill(words.allChecks, { count: checks.length })}</summary>
        <ul class="checks">
          ${checks.map((check) => checkLine(check, site, { id: cardOf.check(check.code), table: checkTable(view, check) }))}
        </ul>
      </details>`
    }
  </aside>`;
}
