import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Words } from './words-zh.ts';

/** GraphiQL with a query in its first tab. */
export const graphiqlAddress = (query: string) => `/graphql?query=${encodeURIComponent(query)}`;

/** Its answer as a table. */
const csvAddress = (query: string) => `${graphiqlAddress(query)}&format=csv`;

/** The ways from a thing on a page to the query that gives it. */
export const queryLinks = (query: string, words: Words): Html =>
  html`<a href="${graphiqlAddress(query)}" title="${words.openInGraphiql}">GraphiQL</a>
    <a href="${csvAddress(query)}" type="text/csv">${words.csv}</a>`;

const quoted = (code: string) => JSON.stringify(code);

/** One outcome with its proof. */
export const outcomeQuery = (code: string) => `query Outcome {
  outcomes(filter: { codes: [${quoted(code)}] }) {
    nodes {
      code
      label
      level
      quantity { value text unit { code } }
      statement
      baseline { value }
      change { absolute percent isImprovement }
      period { text edtf basis }
      evidence { exact start end }
      measures { edges { basis node { code title } } }
    }
  }
}`;

/** One measure with its outcomes. */
export const measureQuery = (code: string) => `query Measure {
  links(filter: { measure: { codes: [${quoted(code)}] } }, first: 100) {
    nodes {
      measure { code title evidence { exact } }
      basis
      outcome { code label quantity { text } statement evidence { exact } }
    }
  }
}`;
