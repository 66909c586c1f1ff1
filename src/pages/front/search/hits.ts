import { pagePath } from '../../../http/addresses.ts';
import type { PagedKind } from '../../../http/addresses.ts';
import { valueNames } from '../../../table/value-names.ts';
import type { Answer } from '../../ask-all.ts';
import { html } from '../../html.ts';
import type { Content, Html } from '../../html.ts';
import { inWords } from '../../language/in-words.ts';
import { address } from '../../language/language.ts';
import { showAmount } from '../../reading/figure.ts';
import { cardOf } from '../../reading/quotes.ts';
import { cutText } from '../../reading/segments.ts';
import { cardPath, reportPath } from '../../reading/view.ts';
import type { Site } from '../../site.ts';
import { fill } from '../../language/messages.ts';

type Hit = Answer<'find/search'>['search']['nodes'][number];
type FoundNode = Hit['node'];

/** A thing that was found: what it is, its figure, where it stands, and the words lit. */
export function hitLine(site: Site, { type, node, snippets }: Hit): Html {
  const { language } = site;
  const figure = (node.__typename === 'Outcome' || node.__typename === 'Target') && figureOf(node);
  return html`<li><p class="hit"><span class="type">${valueNames.SearchType[type][language]}</span>
<a href="${hrefOf(node, language)}">${inWords(node.label, language)}</a>${figure && html` <b lang="zh">${figure}</b>`}</p>
<p class="where">${whereOf(site, node)}</p>
${snippets
  .filter(({ source }) => source === 'TEXT')
  .map(
    ({ text, highlights }) => html`<p class="snippet" lang="zh">${lit(text, highlights)}</p>`,
  )}</li>
`;
}

/** The place, the year, the report and the section that a hit is of. */
function whereOf(site: Site, node: FoundNode): Content {
  const { words, language } = site;
  if (node.__typename === 'Report') return placeAndYear(site, node);
  if ('report' in node) {
    const { report } = node;
    const section = 'section' in node && node.section;
    const href = address(reportPath(report.code), language);
    const card = inReport(node, language);
    return html`${placeAndYear(site, report)} · <a href="${href}">${inWords(report.title, language)}</a>${section && html` · ${inWords(section.title, language)}`}${card !== null && html` · <a href="${card}">${words.toWords}</a>`}`;
  }
  if (node.__typename !== 'Indicator') return html`<code>${node.code}</code>`;
  return fill(words.toldOutcomes, { count: node.outcomes.totalCount });
}

type OfPlace = { place: { name: string }; year: number | null };

const placeAndYear = ({ words, language }: Site, { place, year }: OfPlace): Html =>
  html`<b>${inWords(place.name, language)}</b> · ${year ?? words.notStated}`;

function lit(text: string, highlights: Hit['snippets'][number]['highlights']) {
  const spans = highlights.map((highlight, index) => ({ ...highlight, id: String(index) }));
  const whole = { start: 0, end: text.length };
  return cutText(text, spans, whole).map((segment) =>
    segment.spans.length > 0 ? html`<mark>${segment.text}</mark>` : segment.text,
  );
}

const figureOf = ({ quantity, change }: FoundNode & { __typename: 'Outcome' | 'Target' }) =>
  quantity?.text ?? (change && showAmount(change));

/** The page of a thing; of what has none, where it stands in its report. */
function hrefOf(node: FoundNode, language: Site['language']): string {
  if (node.__typename === 'Section')
    return cardPath(node.report, cardOf.section(node.code), language);
  return address(pagePath(kinds[node.__typename], node.code), language);
}

const kinds = {
  Report: 'report',
  Measure: 'measure',
  Outcome: 'outcome',
  Target: 'target',
  Problem: 'problem',
  Document: 'document',
  Indicator: 'indicator',
  Organization: 'organization',
  Place: 'place',
} as const satisfies Record<Exclude<FoundNode['__typename'], 'Section'>, PagedKind>;

/** Where a thing stands among the words of its report; null for what stands in none, or is told already. */
function inReport(node: FoundNode, language: Site['language']): string | null {
  switch (node.__typename) {
    case 'Measure':
      return cardPath(node.report, cardOf.measure(node.code), language);
    case 'Outcome':
      return cardPath(node.report, cardOf.outcome(node.code), language);
    case 'Target':
      return cardPath(node.report, cardOf.target(node.code), language);
    case 'Problem':
      return cardPath(node.report, cardOf.problem(node.code), language);
    case 'Document':
      return cardPath(node.report, cardOf.name(node.code), language);
    default:
      return null;
  }
}
