import { pagePath } from '../../http/addresses.ts';
import type { PagedKind } from '../../http/addresses.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { basisNames, targetVerdictNames } from '../language/labels.ts';
import { address } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import type { TargetVerdict } from '../../vocabulary/plans.ts';
import type { LinkBasis } from '../../vocabulary.ts';
import { cardOf } from '../reading/quotes.ts';
import { cardPath } from '../reading/view.ts';
import { showAmountIn, showBeforeIn, showQuantity } from '../reading/figure.ts';
import type { ShownFigure } from '../reading/report-data.ts';
import type { ThingList } from './thing.ts';

/** The page of a thing in a language. */
export const thingHref = (kind: PagedKind, code: string, language: Language): string =>
  address(pagePath(kind, code), language);

/** A link to the page of a thing. */
export const thingLink = (
  kind: PagedKind,
  { code, label }: { code: string; label: string },
  language: Language,
): Html => html`<a href="${thingHref(kind, code, language)}">${inWords(label, language)}</a>`;

/** A figure in one line, with what it was before; empty for what is told in words alone. */
export function figureLine(
  { quantity, baseline, change }: Omit<ShownFigure, 'statement'>,
  language: Language,
): string {
  if (!quantity) return change ? showAmountIn(change, language) : '';
  const after = showQuantity(quantity, language);
  return baseline ? `${showBeforeIn(baseline, language)} → ${after}` : after;
}

type FromReport = { code: string; year: number | null; place: { name: string } };

/** Another thing as a page lists it; of the report only what differs from that of the page is said. */
export type Listed = {
  code: string;
  label: string;
  figure?: string;
  quote?: string | null;
  report?: FromReport;
  /** How it has to do with the thing of the page. */
  how?: Content;
};

/** The language of a page, and the report that tells of its thing; null where no single one does. */
type Within = { language: Language; home: string | null };

/** Things of a kind as lines of a list, for the page of a thing that a report tells. */
export const listing =
  (kind: PagedKind, { language, home }: Within) =>
  ({ code, label, figure = '', quote, report, how }: Listed): Content => {
    const from = report && report.code !== home && fromOf(report, language);
    return html`<li>
      <p>${thingLink(kind, { code, label }, language)}${figure !== '' && html` <b>${inWords(figure, language)}</b>`}${from && html` <span class="from">${from}</span>`}</p>
      ${how && html`<p class="how">${how}</p>`}${quote && html`<q lang="zh">${quote}</q>`}
    </li>`;
  };

/** The place and the year of a report. */
export const fromOf = ({ place, year }: FromReport, language: Language): Content =>
  html`${inWords(place.name, language)}${year !== null && html` ${year}`}`;

type Link = { basis: LinkBasis; note: string | null; evidence?: { exact: string } | null };

/** Why two things are joined, with the words that join them and the curator's reason. */
export const linkReason = ({ basis, note, evidence }: Link, language: Language): Html =>
  html`${basisNames[basis][language]}${evidence && html` <q lang="zh">${evidence.exact}</q>`}${note !== null && html` · ${inWords(note, language)}`}`;

/** Whether a target was kept. */
export const verdictWord = (verdict: TargetVerdict, language: Language): string =>
  targetVerdictNames[verdict][language];

type Proven = { code: string; evidence: { exact: string }; report?: FromReport };

/** Measures or problems that are joined to the thing of a page, each with its words and why. */
export const linkedLines = (
  kind: 'measure' | 'problem',
  edges: readonly (Link & { node: Proven & { title: string } })[],
  within: Within,
): readonly Content[] =>
  edges.map(({ node, ...link }) =>
    listing(
      kind,
      within,
    )({
      ...node,
      label: node.title,
      quote: node.evidence.exact,
      how: linkReason(link, within.language),
    }),
  );

type ShownTarget = Proven &
  Omit<ShownFigure, 'statement'> & { label: string; verdict: TargetVerdict };

/** Targets with their figures and words, and whether each was kept. */
export const targetLines = (targets: readonly ShownTarget[], within: Within): readonly Content[] =>
  targets.map((node) =>
    listing(
      'target',
      within,
    )({
      ...node,
      figure: figureLine(node, within.language),
      quote: node.evidence.exact,
      how: verdictWord(node.verdict, within.language),
    }),
  );

/** A list of what there is, some of it where there is more; nothing where there is none. */
export const listOf = (
  title: string,
  items: readonly Content[],
  { count = items.length, more = null }: { count?: number; more?: string | null } = {},
): readonly ThingList[] => (items.length === 0 ? [] : [{ title, items, count, more }]);

/** The section of a report that tells of a thing, and of others. */
export const sectionHref = (
  report: { code: string },
  section: { code: string },
  language: Language,
): string => cardPath(report, cardOf.section(section.code), language);

/** The table of a thing. */
export const csvHref = (kind: PagedKind, code: string): string => `${pagePath(kind, code)}.csv`;
