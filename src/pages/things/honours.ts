import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import type { Language } from '../language/language.ts';
import { thingWord } from '../language/thing-words.ts';
import { cardOf } from '../reading/quotes.ts';
import { cardPath } from '../reading/view.ts';
import { fromOf, listOf } from './listed.ts';
import type { ThingList } from './thing.ts';

type Honour = {
  code: string;
  name: string;
  evidence: { exact: string };
  report: { code: string; year: number | null; place: { name: string } };
};

/** An honour, which has no page of its own, with the way to where its report names it. */
const honourLine = ({ code, name, evidence, report }: Honour, language: Language): Html =>
  html`<li>
    <p><a href="${cardPath(report, cardOf.name(code), language)}">${inWords(name, language)}</a> <span class="from">${fromOf(report, language)}</span></p>
    <q lang="zh">${evidence.exact}</q>
  </li>`;

/** Honours as a list of a page. */
export const honourList = (
  { nodes, totalCount }: { nodes: readonly Honour[]; totalCount: number },
  language: Language,
  more: string | null = null,
): readonly ThingList[] =>
  listOf(
    thingWord('honours', language),
    nodes.map((honour) => honourLine(honour, language)),
    { count: totalCount, more },
  );
