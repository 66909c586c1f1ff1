import type { ThingKind } from './thing.ts';

const codes = (code: string) => JSON.stringify([code]);

const figure = `quantity { value qualifier text unit { code name } }
      baseline { value text }
      change { absolute percent isImprovement text unit { code name } }`;

const told = 'report { code title year place { code name } }';
const proof = 'evidence { exact start end url }';

/** A measure with its outcomes, each with what joins them; one row where it has none. */
const measureTable = (code: string) => `query Measure {
  measures(filter: { codes: ${codes(code)} }) {
    nodes {
      code title stage url
      ${told}
      ${proof}
      outcomes(first: 100) {
        edges {
          basis
          node {
            code label url
            ${figure}
            statement
            ${proof}
          }
        }
      }
    }
  }
}`;

const outcomes = (filter: string) => `query Outcomes {
  outcomes(filter: { ${filter} }, first: 100) {
    nodes {
      code label level year url
      indicator { code name }
      ${figure}
      statement
      period { text edtf basis }
      ${told}
      ${proof}
    }
  }
}`;

const outcomeTable = (code: string) => outcomes(`codes: ${codes(code)}`);
const indicatorTable = (code: string) => outcomes(`indicators: ${codes(code)}`);
const reportTable = (code: string) => outcomes(`reports: ${codes(code)}`);
const placeTable = (code: string) => outcomes(`places: ${codes(code)}`);

const targetTable = (code: string) => `query Target {
  targets(filter: { codes: ${codes(code)} }) {
    nodes {
      code label url
      ${figure}
      statement
      due { text edtf basis }
      owner { code name }
      deliverable
      verdict
      outcome { code url }
      ${told}
      ${proof}
    }
  }
}`;

const problemTable = (code: string) => `query Problem {
  problems(filter: { codes: ${codes(code)} }) {
    nodes { code title url cause { exact } ${told} ${proof} }
  }
}`;

/** A document with the measures that have to do with it; one row where none has. */
const documentTable = (code: string) => `query Document {
  documents(filter: { codes: ${codes(code)} }) {
    nodes {
      code title url
      issuer { code name }
      ${told}
      ${proof}
      measures(first: 100) { edges { relation node { code title url ${proof} } } }
    }
  }
}`;

/** The measures of an organization, of which there may be any number. */
const organizationTable = (code: string) => `query Measures {
  measures(filter: { organizations: ${codes(code)} }, first: 100) {
    nodes { code title stage url ${told} ${proof} }
  }
}`;

/** The query whose one list is the table of a thing, by its kind. */
export const tableQueries: Readonly<Record<ThingKind, (code: string) => string>> = {
  measure: measureTable,
  outcome: outcomeTable,
  target: targetTable,
  problem: problemTable,
  indicator: indicatorTable,
  document: documentTable,
  organization: organizationTable,
  place: placeTable,
  report: reportTable,
};
