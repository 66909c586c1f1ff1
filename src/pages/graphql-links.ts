import { html } from './html.ts';
import type { Html } from './html.ts';
import type { Language } from './language/language.ts';
import type { Site } from './site.ts';

/**
 * GraphiQL in a page's language with a query in its first tab, which it puts into that language, and with its variables
 * where there are any.
 */
export function graphiqlAddress(query: string, language: Language, variables: object = {}): string {
  const given = Object.keys(variables).length > 0;
  const rest = given ? `&variables=${encode(JSON.stringify(variables))}` : '';
  const said = language === 'zh' ? '' : `lang=${language}&ofSite=1&`;
  return `/graphql?${said}query=${encode(query)}${rest}`;
}

/**
 * Its answer as a table, in a reader's words and to the list's end where a language is named; nobody reads
 * that query, so it goes without its indentation.
 */
export const csvAddress = (query: string, language?: Language) =>
  `/graphql?format=csv${language ? `&all=1&lang=${language}` : ''}&query=${encode(query.replaceAll(/\s+/g, ' '))}`;

/** As short as a query part may be: a page of many cards carries each query twice. */
const encode = (query: string) =>
  encodeURIComponent(query)
    .replaceAll('%20', '+')
    .replaceAll(/%(?:3A|2C|2F|24)/g, decodeURIComponent);

/** The ways from a thing on a page to the query that gives it. */
export const queryLinks = (query: string, { words, language }: Site): Html =>
  html`<a href="${graphiqlAddress(query, language)}" title="${words.openInGraphiql}">GraphiQL</a>
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
      change { absolute percent isImprovement text unit { code } }
      period { text edtf basis }
      evidence { exact start end }
      measures { edges { basis node { code title } } }
    }
  }
}`;

/** One target with its proof. */
export const targetQuery = (code: string) => `query Target {
  targets(filter: { codes: [${quoted(code)}] }) {
    nodes {
      code
      label
      quantity { value qualifier text unit { code } }
      change { absolute qualifier text }
      statement
      dueOn
      due { text edtf basis }
      owner { name }
      deliverable
      measure { code title }
      revises { code }
      evidence { exact start end }
    }
  }
}`;

/** One problem with its cause and what is planned against it. */
export const problemQuery = (code: string) => `query Problem {
  problems(filter: { codes: [${quoted(code)}] }) {
    nodes {
      code
      title
      evidence { exact start end }
      cause { exact }
      answeredBy { edges { basis node { code title } } }
    }
  }
}`;

/** One measure with its outcomes. */
export const measureQuery = (code: string) => `query Measure {
  links(filter: { measure: { codes: [${quoted(code)}] } }, first: 100) {
    nodes {
      measure { code title acts { evidence { exact } } }
      basis
      outcome { code label quantity { text } change { absolute text } statement evidence { exact } }
    }
  }
}`;
