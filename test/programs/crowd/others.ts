import { createClient } from '../support/client.ts';
import { askSteadily } from '../support/steady.ts';
import type { Testimony } from '../support/steady.ts';
import { smallQuestion } from '../support/witness.ts';

/** Two who ask little and what is usual, each from an address of his own. */
export type Others = {
  during: (lasting: Promise<unknown>) => Promise<{ small: Testimony; ordinary: Testimony }>;
  close: () => void;
};

/** What people ask every day: search and filters, with the first page of what they find. */
const ordinary = [
  '{ search(text: "行政复议", first: 20) { totalCount nodes { type node { ... on Outcome { label quantity { text } } ... on Measure { title } ... on Section { title } } snippets { source text start highlights { start end } } } } }',
  '{ outcomes(filter: { text: "审批", hasFigure: true }, first: 20) { totalCount nodes { label quantity { text } report { title } evidence { exact } } } }',
  '{ outcomes(filter: { hasBaseline: true }, orderBy: { field: CHANGE_PERCENT, direction: ASC }, first: 20) { nodes { label change { percent } report { title } } } }',
  '{ measures(filter: { outcomes: { hasBaseline: true } }, first: 20) { nodes { title report { title } outcomes { nodes { label } } } } }',
  '{ reports(filter: { years: [2022] }, orderBy: { field: TITLE }, first: 20) { nodes { title place { name } measures { totalCount } outcomes { totalCount } } } }',
];

/** Milliseconds between one question and the next: twenty a second, and two. */
const every = { small: 50, ordinary: 500 };

/** Longer than this nobody waits: the question is lost. */
const patience = 10_000;

export async function createOthers(url: string): Promise<Others> {
  const [one, two] = [createClient(url, '127.0.0.2'), createClient(url, '127.0.0.3')];
  const small = [await smallQuestion(one), () => one.get('/health', patience)];
  const usual = ordinary.map((query) => () => two.ask(query, patience));
  return {
    async during(lasting) {
      const [little, much] = await Promise.all([
        askSteadily(small, every.small, lasting),
        askSteadily(usual, every.ordinary, lasting),
      ]);
      return { small: little, ordinary: much };
    },
    close() {
      one.close();
      two.close();
    },
  };
}
