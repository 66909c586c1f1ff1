import type { ThingKind } from './thing.ts';

const codes = (code: string) => JSON.stringify([code]);

const figure = `quantity { value qualifier text unit { code name } }
      baseline { value text }
      change { absolute percent isImprovement text unit { code name } }`;

const told = 'report { code title year place { code name } }';
const proof = 'evidence { exact start end url }';

/** The outcomes of a measure, each with what joins them. */
const linksOfMeasure = (code: string) => `query Measure {
  links(filter: { measure: { codes: ${codes(code)} } }, first: 100) {
    nodes {
      measure { code title url ${proof} }
      basis
      outcome {
        code label url
        ${figure}
        statement
        ${proof}
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

const measures = (filter: string) => `query Measures {
  measures(filter: { ${filter} }, first: 100) {
    nodes { code title stage url ${told} ${proof} }
  }
}`;

const documentTable = (code: string) => measures(`documents: ${codes(code)}`);
const organizationTable = (code: string) => measures(`organizations: ${codes(code)}`);

/** The query whose one list is the table of a thing, by its kind. */
export const tableQueries: Readonly<Record<ThingKind, (code: string) => string>> = {
  measure: linksOfMeasure,
  outcome: outcomeTable,
  target: targetTable,
  problem: problemTable,
  indicator: indicatorTable,
  document: documentTable,
  organization: organizationTable,
  place: placeTable,
};
