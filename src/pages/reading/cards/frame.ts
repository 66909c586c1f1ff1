import { citeDetails } from '../../cite.ts';
import type { Cited } from '../../cite.ts';
import { queryLinks } from '../../graphql-links.ts';
import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { address } from '../../language/language.ts';
import { thingWord } from '../../language/thing-words.ts';
import { inWords } from '../../language/in-words.ts';
import { wordsOf } from '../quotes.ts';
import type { TextSegment } from '../segments.ts';
import type { ReportView } from '../view.ts';

/** The number of a card, which leads to its words; the keyboard has that way in the card’s menu. */
export const cardNumber = (
  { words }: ReportView['site'],
  { id, name, number = 0 }: { id: string; name: string; number: number | undefined },
): Html =>
  html`<a class="number" href="#${wordsOf(id)}" aria-label="${words.toWords}${words.colon}${name} ${number}"
    tabindex="-1"
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
export const reviewMark = ({ words, language }: ReportView['site'], fact: Reviewed): Content =>
  isUnreviewed(fact) &&
  html`<p class="review">
    <b>${words.notReviewed}</b> <span>${words.unreviewed}${words.colon}${inWords(fact.reviewReason ?? '', language)}</span>${fact.origin && html` <small>(${fact.origin.name})</small>`}
  </p>`;

/** The words that a card rests on, where the screen has no room to show them beside it. */
export const cardQuote = ({ wordsAt }: ReportView, id: string, evidence: TextSegment): Html =>
  html`<a class="quote" href="#${wordsOf(id)}" tabindex="-1"><q lang="zh">${wordsAt(evidence)}</q></a>`;

/** What a card keeps folded: more of the fact, and the ways to its words, to its query and to cite it. */
export const cardMenu = (
  { site }: ReportView,
  card: { id: string; name: string; page: string; query: string; cited: Cited; more?: Content },
): Html => {
  const { words, language } = site;
  const { id, name, page, query, cited, more } = card;
  return html`<details class="menu">
    <summary aria-label="${words.more}${words.colon}${name}">${words.more}</summary>
    ${more}
    <div class="ways">
      <a href="#${wordsOf(id)}">${words.toWords}</a> <a href="#${id}">${words.permalink}</a>
      <a href="${address(page, language)}">${thingWord('ownPage', language)}</a>
      ${queryLinks(query, site)} ${citeDetails(site, cited)}
    </div>
  </details>`;
};
