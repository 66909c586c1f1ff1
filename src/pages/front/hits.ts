import { searchTypeNames } from '../../vocabulary.ts';
import type { SearchType, WordSource } from '../../vocabulary.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import { Unanswered, askOne, readQuery } from '../ask-all.ts';
import { graphiqlAddress } from '../graphql-links.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { address, languageArgument } from '../language/language.ts';
import { showAmount } from '../reading/figure.ts';
import { cardOf } from '../reading/quotes.ts';
import { sectionId } from '../reading/section-id.ts';
import { cutText } from '../reading/segments.ts';
import { reportPath } from '../reading/view.ts';
import type { Site } from '../site.ts';
import { fill } from '../language/messages.ts';
import { comparePath } from '../compare/path.ts';

type FoundHits = {
  __typename: string;
  label: string;
  code?: string;
  ordinal?: number;
  quantity?: { text: string } | null;
  change?: { absolute: number; text: string | null } | null;
  report?: { code: string };
};
type Snippet = { source: WordSource; text: string; highlights: { start: number; end: number }[] };
type Hit = { type: SearchType; node: FoundHits; snippets: Snippet[] };
type Hits = { totalCount: number; nodes: Hit[] };

const query = readQuery('search');

/** What a search found, with the words lit; what is wrong with its text is told in the API's words. */
export async function searchHits(site: Site, ask: Ask, text: string): Promise<Html> {
  const { words, language } = site;
  const variables = { text, language: languageArgument[language] };
  try {
    const { search } = await askOne<{ search: Hits }>(ask, query, variables);
    const { totalCount, nodes } = search;
    const told = fill(totalCount === 0 ? words.searchNone : words.searchFound, {
      text,
      count: totalCount,
    });
    const all = `query Search {\n  search(text: ${JSON.stringify(text)}, first: 100) {\n    totalCount\n    nodes { type snippets { text } }\n  }\n}`;
    return html`<p class="told">${told}${totalCount > nodes.length && html` · <a href="${graphiqlAddress(all)}">${words.searchMore}</a>`}</p>
<ol class="found">${nodes.map((hit) => hitLine(site, hit))}</ol>`;
  } catch (error) {
    if (!(error instanceof Unanswered) || error.status >= 422) throw error;
    return html`<p class="told">${error.messages.join(' ')}</p>`;
  }
}

function hitLine({ language }: Site, { type, node, snippets }: Hit): Html {
  const href = hrefOf(node, language);
  const figure = node.quantity?.text ?? (node.change && showAmount(node.change));
  const label = html`${node.label}${figure && html` <b lang="zh">${figure}</b>`}`;
  return html`<li><span class="type">${searchTypeNames[type][language]}</span>
${href === null ? label : html`<a href="${href}">${label}</a>`}
${snippets
  .filter(({ source }) => source === 'TEXT')
  .map(
    ({ text, highlights }) => html`<p class="snippet" lang="zh">${lit(text, highlights)}</p>`,
  )}</li>
`;
}

function lit(text: string, highlights: Snippet['highlights']) {
  const spans = highlights.map((highlight, index) => ({ ...highlight, id: String(index) }));
  const whole = { start: 0, end: text.length };
  return cutText(text, spans, whole).map((segment) =>
    segment.spans.length > 0 ? html`<mark>${segment.text}</mark>` : segment.text,
  );
}

/** Where a thing stands on these pages; null where no page is about it. */
function hrefOf(
  { __typename, code = '', ordinal = 0, report }: FoundHits,
  language: Site['language'],
) {
  const on = (hash: string) => `${address(reportPath(report?.code ?? ''), language)}#${hash}`;
  switch (__typename) {
    case 'Report':
      return address(reportPath(code), language);
    case 'Section':
      return on(sectionId(ordinal));
    case 'Measure':
      return on(cardOf.measure(code));
    case 'Outcome':
      return on(cardOf.outcome(code));
    case 'Document':
      return on(cardOf.name(code));
    case 'Indicator':
      return address(comparePath(code), language);
    default:
      return null;
  }
}
