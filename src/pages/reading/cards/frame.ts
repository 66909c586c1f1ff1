import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { wordsOf } from '../quotes.ts';
import type { ReportView } from '../view.ts';

/** The number of a card, which leads to its words. */
export const cardNumber = (
  { words }: ReportView['site'],
  { id, name, number = 0 }: { id: string; name: string; number: number | undefined },
): Html =>
  html`<a class="number" href="#${wordsOf(id)}" aria-label="${words.toWords}: ${name} ${number}"
    >${number}</a
  >`;

/** The ways from a card to its words, and to itself. */
export const waysOf = ({ words }: ReportView['site'], id: string): Content =>
  html`<a href="#${wordsOf(id)}">${words.toWords}</a> <a href="#${id}">${words.permalink}</a>`;
