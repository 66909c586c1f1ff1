import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import type { Language } from '../language/language.ts';
import { cardOf } from '../reading/quotes.ts';
import { cardPath } from '../reading/view.ts';

type Honour = {
  code: string;
  name: string;
  evidence: { exact: string };
  report: { code: string; year: number | null; place: { name: string } };
};

/** An honour, which has no page of its own, with the way to where its report names it. */
export const honourLine = ({ code, name, evidence, report }: Honour, language: Language): Html =>
  html`<li>
    <p><a href="${cardPath(report, cardOf.name(code), language)}">${inWords(name, language)}</a> <span class="from">${inWords(report.place.name, language)}${report.year !== null && html` ${report.year}`}</span></p>
    <q lang="zh">${evidence.exact}</q>
  </li>`;
