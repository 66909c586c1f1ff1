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

/** What a rule said of a fact that nobody has looked at. */
type Reviewed = {
  reviewState: 'CURATED' | 'UNREVIEWED';
  reviewReason: string | null;
  origin: { name: string } | null;
};

export const isUnreviewed = ({ reviewState }: Pick<Reviewed, 'reviewState'>): boolean =>
  reviewState === 'UNREVIEWED';

/** A mark on what nobody has reviewed, in words: which rule found it, and why it is not sure. */
export const reviewMark = ({ words }: ReportView['site'], fact: Reviewed): Content =>
  isUnreviewed(fact) &&
  html`<p class="review">
    <b>${words.review}</b> <span>${words.unreviewed}: ${fact.reviewReason}</span>${fact.origin && html` <small>(${fact.origin.name})</small>`}
  </p>`;

/** The ways from a card to its words, and to itself. */
export const waysOf = ({ words }: ReportView['site'], id: string): Content =>
  html`<a href="#${wordsOf(id)}">${words.toWords}</a> <a href="#${id}">${words.permalink}</a>`;
