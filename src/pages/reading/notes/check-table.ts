import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inWords } from '../../language/in-words.ts';
import { showAmount, showNumber } from '../figure.ts';
import { cardOf, wordsOf } from '../quotes.ts';
import type { Check } from '../report-data.ts';
import { cardPath } from '../view.ts';
import type { ReportView } from '../view.ts';

type Operand = Check['operands'][number];

/** What an operand does in the working. */
const signs: Readonly<Record<Operand['role'], string>> = {
  PART: '+',
  WHOLE: '=',
  COUNT: '',
  BASE: '÷',
  RATE: '=',
  EXCLUDED: '−',
  CHANGED: '',
  CONFIRMS: '',
  HELD: '',
  RESTATED: '',
  RESULT: '',
  TOLD: '',
};

/** A check as a table: what takes part, within which bounds, and the totals worked out and reported. */
export function checkTable(view: ReportView, check: Check): Content {
  const { words } = view.site;
  if (check.operands.length === 0) return null;
  const heads = [words.sign, words.item, words.value, words.minimum, words.maximum];
  return html`<table class="operands whole-width">
    <thead>
      <tr>
        ${heads.map((name, column) => html`<th scope="col"${column > 1 && html` class="numeric"`}>${name}</th>`)}
      </tr>
    </thead>
    <tbody>
      ${inOrder(check.operands).map((operand) => operandRow(view, operand))}
    </tbody>
    ${totals(check, words)}
  </table>`;
}

/** What the others make stands below them. */
const inOrder = (operands: readonly Operand[]) =>
  operands.toSorted((a, b) => Number(signs[a.role] === '=') - Number(signs[b.role] === '='));

function operandRow({ site, report }: ReportView, { role, outcome }: Operand): Html {
  const { quantity } = outcome;
  const card = cardOf.outcome(outcome.code);
  const isHere = outcome.report.code === report.code;
  const href = isHere
    ? `#${wordsOf(card)}`
    : cardPath(outcome.report, wordsOf(card), site.language);
  return html`<tr>
    <td class="sign">${signs[role]}</td>
    <th scope="row">
      <a href="${href}">${inWords(outcome.label, site.language)}</a>${!isHere && ` (${outcome.report.year ?? outcome.report.code})`}
    </th>
    ${cells(site.words, [html`<span lang="zh">${reported(outcome)}</span>`, bound(quantity?.low), bound(quantity?.high)])}
  </tr>`;
}

function reported({ quantity, baseline, change, statement }: Operand['outcome']): string {
  const after = quantity && (quantity.text ?? showNumber(quantity.value));
  if (after === null) return change ? showAmount(change) : (statement ?? '');
  return baseline ? `${baseline.text ?? showNumber(baseline.value)} → ${after}` : after;
}

/** What is reported and its bounds; on a narrow page each stands on a line with its head before it. */
const cells = (
  { value: told, minimum, maximum }: ReportView['site']['words'],
  values: readonly Content[],
): Content =>
  [told, minimum, maximum].map((head, column) => {
    const value = values[column] ?? '';
    return html`<td class="${value === '' ? 'numeric empty' : 'numeric'}" data-head="${head}">${value}</td>`;
  });

const bound = (value: number | null | undefined) => (value == null ? '' : showNumber(value));

/** The totals; a direction has none, since it is only up or down. */
function totals(check: Check, words: ReportView['site']['words']): Content {
  const { kind, stated, statedLow, statedHigh, computed, computedLow, computedHigh } = check;
  if (kind === 'DIRECTION') return null;
  const row = (name: string, values: readonly (number | null)[]) =>
    html`<tr>
      <td class="sign"></td>
      <th scope="row">${name}</th>
      ${cells(words, values.map(bound))}
    </tr>`;
  return html`<tfoot>
    ${computed !== null && row(words.totalComputed, [computed, computedLow, computedHigh])}
    ${stated !== null && row(words.totalReported, [stated, statedLow, statedHigh])}
  </tfoot>`;
}
