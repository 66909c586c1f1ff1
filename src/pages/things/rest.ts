import { csvAddress } from '../graphql-links.ts';
import type { Language } from '../language/language.ts';

const target = `code label url verdict
      quantity { value text unit { name } }
      statement
      due { text }
      report { title year place { name } }
      evidence { exact url }`;

const honour = 'code name url report { title year place { name } } evidence { exact url }';

/** Lists that may be longer than a page shows: each whole, by what a code stands for. */
const lists = {
  placesIn: (code) => `places(filter: { parents: ${code} }, first: 100) {
    nodes { code name level url }
  }`,
  organizationsOf: (code) => `organizations(filter: { places: ${code} }, first: 100) {
    nodes { code name url }
  }`,
  honoursOf: (code) => `honours(filter: { places: ${code} }, first: 100) {
    nodes { ${honour} }
  }`,
  honoursAwarded: (code) => `honours(filter: { awarders: ${code} }, first: 100) {
    nodes { ${honour} }
  }`,
  targetsUnder: (code) => `targets(filter: { indicators: ${code} }, first: 100) {
    nodes { ${target} }
  }`,
  targetsOwned: (code) => `targets(filter: { owners: ${code} }, first: 100) {
    nodes { ${target} }
  }`,
  documentsIssued: (code) => `documents(filter: { issuers: ${code} }, first: 100) {
    nodes { code title url report { title year place { name } } evidence { exact url } }
  }`,
  published: (code) => `reports(filter: { publishers: ${code} }, first: 100) {
    nodes { code title url year publishedOn place { name } }
  }`,
  naming: (code) => `organizations(filter: { codes: ${code} }) {
    nodes { reports(first: 100) { edges { node { code title url year place { name } } evidence { exact url } } } }
  }`,
} as const satisfies Readonly<Record<string, (code: string) => string>>;

/** A list of a thing as a table that goes on to its end. */
export const restHref = (list: keyof typeof lists, code: string, language: Language): string =>
  csvAddress(`query ${list} { ${lists[list](JSON.stringify([code]))} }`, language);
