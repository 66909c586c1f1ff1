import { pagePath } from '../../http/addresses.ts';
import { csvAddress } from '../graphql-links.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { address } from '../language/language.ts';
import type { Site } from '../site.ts';
import { reportFilePath } from './files.ts';

/** A report as files: its text, its facts as tables, and all of it as one page that needs no server. */
export function downloads({ words, language }: Site, code: string): Html {
  const text = reportFilePath({ code, form: 'txt' });
  const proof = address(reportFilePath({ code, form: 'proof.html' }), language);
  return html`<p class="ways downloads">
    <b>${words.download}</b>
    <a href="${proof}" download>${words.proof}</a>
    <a href="${text}" type="text/plain" download>${words.wholeText}</a>
    <a href="${csvAddress(outcomesQuery(code), language)}" type="text/csv">${words.outcomeTable}</a>
    <a href="${csvAddress(measuresQuery(code), language)}" type="text/csv">${words.measureTable}</a>
    <a href="${csvAddress(checksQuery(code), language)}" type="text/csv">${words.checkTable}</a>
    ${['json', 'bib', 'ris'].map((form) => html`<a href="${address(`${pagePath('report', code)}.${form}`, language)}">${formNames[form]}</a> `)}
  </p>`;
}

const formNames: Readonly<Record<string, string>> = { json: 'JSON', bib: 'BibTeX', ris: 'RIS' };

/** By the name of its operation a table is saved: one of each report is told from the others. */
const operationOf = (name: string, code: string) => `${name}_${code.replaceAll(/\W/g, '_')}`;

const outcomesQuery = (code: string) => `query ${operationOf('Outcomes', code)} ($after: String) {
  outcomes(filter: { reports: [${JSON.stringify(code)}] }, first: 100, after: $after) {
    nodes {
      code
      label
      level
      quantity { value text unit { code name } }
      baseline { value text }
      change { absolute percent }
      statement
      period { text edtf }
      section { title }
      evidence { exact start end url }
      measures { nodes { code title } }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** Those that are planned or came to nothing that is told stand beside no outcome. */
const measuresQuery = (code: string) => `query ${operationOf('Measures', code)} ($after: String) {
  measures(filter: { reports: [${JSON.stringify(code)}] }, first: 100, after: $after) {
    nodes {
      code
      title
      stage
      section { title }
      evidence { exact start end url }
      outcomeCount: outcomes { totalCount }
      targetCount: targets { totalCount }
    }
    pageInfo { hasNextPage endCursor }
  }
}`;

const checksQuery = (code: string) => `query ${operationOf('Checks', code)} ($after: String) {
  checks(filter: { reports: [${JSON.stringify(code)}] }, first: 100, after: $after) {
    nodes { code kind verdict reason stated computed explanation url }
    pageInfo { hasNextPage endCursor }
  }
}`;

/** The report as GraphiQL shows it. */
export const reportQuery = (code: string) => `query Report {
  report(by: { code: ${JSON.stringify(code)} }) {
    title
    text
    sections { title }
    measures(first: 100) {
      nodes {
        code
        title
        outcomes { nodes { label quantity { text } change { absolute } statement evidence { exact } } }
      }
    }
  }
}`;
