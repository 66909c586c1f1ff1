import { mutantsOf } from '../mutant.ts';
import type { Mutant, Proof } from '../mutant.ts';

const html: Proof[] = [{ file: 'pages/html.test.ts' }];
const csv = (name: string): Proof[] => [{ file: 'table/csv.long.ts', name }];
const cells = csv('each hostile piece alone');

/** Faults in how text is kept apart from what is written around it. */
export const escaping: readonly Mutant[] = [
  ...mutantsOf('pages/html.ts', [
    { name: 'a < of a report begins a tag', from: "  '<': '&lt;',\n", to: '', proofs: html },
    {
      name: 'a " of a report ends an attribute',
      from: `.replaceAll(/[&<>"']/g,`,
      to: ".replaceAll(/[&<>']/g,",
      proofs: html,
    },
    {
      name: 'what looks like HTML is taken for it',
      from: 'if (value instanceof Html) return value.toString();',
      to: "if (value instanceof Html || String(value).startsWith('<')) return String(value);",
      proofs: html,
    },
  ]),
  ...mutantsOf('table/format.ts', [
    {
      name: 'a bare line feed parts a row in two',
      from: String.raw`/[",\r\n]|^\s|\s$/`,
      to: String.raw`/[",\r]|^\s|\s$/`,
      proofs: cells,
    },
    {
      name: 'a semicolon within an item of a list parts it',
      from: String.raw`.replaceAll(/[\\;]/g, '\\$&')`,
      to: '',
      proofs: csv('a list in a cell comes apart again'),
    },
  ]),
  ...mutantsOf('text/guard-formula.ts', [
    {
      name: 'a formula is a formula',
      from: "const guardFormula = (text: string) => (formula.test(text) ? `'${text}` : text);",
      to: 'const guardFormula = (text: string) => text;',
      proofs: [{ file: 'table/tables.test.ts', name: 'no text becomes a formula' }],
    },
    {
      name: 'a formula in full width is a formula',
      from: String.raw`[=+\-@\uff1d\uff0b\uff0d\uff20]`,
      to: String.raw`[=+\-@]`,
      proofs: cells,
    },
    {
      name: 'a text that has an apostrophe loses it when it is read again',
      from: String.raw`/^'*(?:`,
      to: String.raw`/^(?:`,
      proofs: cells,
    },
  ]),
  ...mutantsOf('text/search/full-text.ts', [
    {
      name: 'a quotation mark that is typed is syntax of the index',
      from: `\`"\${token.replaceAll('"', '""')}"\``,
      to: '`"${token}"`',
      proofs: [{ file: 'text/full-text.test.ts', name: 'nothing that is typed leaves its quotes' }],
    },
    {
      name: 'white space in a mark ends it',
      from: String.raw`.replaceAll(/[\s\0]/gu, '\ufffd')`,
      to: '',
      proofs: [{ file: 'schema/search.test.ts', name: 'a code that no report has' }],
    },
  ]),
];
