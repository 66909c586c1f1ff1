import { inWords } from '../language/in-words.ts';
import { searchableTypes } from '../../vocabulary.ts';
import type { Ask } from '../../table/fetch-pages.ts';
import { Unanswered, askOne, readQuery } from '../ask-all.ts';
import type { Answer } from '../ask-all.ts';
import { graphiqlAddress } from '../graphql-links.ts';
import { html } from '../html.ts';
import type { Html } from '../html.ts';
import { address, languageArgument } from '../language/language.ts';
import { showAmount } from '../reading/figure.ts';
import { cardOf } from '../reading/quotes.ts';
import { cutText } from '../reading/segments.ts';
import { reportPath } from '../reading/view.ts';
import type { Site } from '../site.ts';
import { fill } from '../language/messages.ts';
import { comparePath } from '../compare/path.ts';

type Hit = Answer<'search'>['search']['nodes'][number];
type FoundNode = Hit['node'];

const query = readQuery('search');

/** What a search found, with the words lit; what is wrong with its text is told in the API's words. */
export async function searchHits(site: Site, ask: Ask, text: string): Promise<Html> {
  const { words, language } = site;
  const variables = { text, language: languageArgument[language] };
  try {
    const { search } = await askOne(ask, query, variables);
    const { totalCount, nodes } = search;
    const summary = fill(totalCount === 0 ? words.searchNone : words.searchFound, {
      text,
      count: totalCount,
    });
    const all = `query Search {\n  search(text: ${JSON.stringify(text)}, first: 100) {\n    totalCount\n    nodes { type snippets { text } }\n  }\n}`;
    return html`<p class="told">${summary}${totalCount > nodes.length && html` · <a href="${graphiqlAddress(all)}">${words.searchMore}</a>`}</p>
<ol class="found">${nodes.map((hit) => hitLine(site, hit))}</ol>`;
  } catch (error) {
    if (!(error instanceof Unanswered) || error.status >= 422) throw error;
    return html`<p class="told">${error.messages.join(' ')}</p>`;
  }
}

function hitLine({ language }: Site, { type, node, snippets }: Hit): Html {
  const href = hrefOf(node, language);
  const figure = (node.__typename === 'Outcome' || node.__typename === 'Target') && figureOf(node);
  const label = html`${inWords(node.label, language)}${figure && html` <b lang="zh">${figure}</b>`}`;
  return html`<li><span class="type">${searchableTypes[type][language]}</span>
${href === null ? label : html`<a href="${href}">${label}</a>`}
${snippets
  .filter(({ source }) => source === 'TEXT')
  .map(
    ({ text, highlights }) => html`<p class="snippet" lang="zh">${lit(text, highlights)}</p>`,
  )}</li>
`;
}

function lit(text: string, highlights: Hit['snippets'][number]['highlights']) {
  const spans = highlights.map((highlight, index) => ({ ...highlight, id: String(index) }));
  const whole = { start: 0, end: text.length };
  return cutText(text, spans, whole).map((segment) =>
    segment.spans.length > 0 ? html`<mark>${segment.text}</mark>` : segment.text,
  );
}

const figureOf = ({ quantity, change }: FoundNode & { __typename: 'Outcome' | 'Target' }) =>
  quantity?.text ?? (change && showAmount(change));

/** Where a thing stands on these pages; null where no page is about it. */
function hrefOf(node: FoundNode, language: Site['language']): string | null {
  const within = ({ code }: { code: string }, hash: string) =>
    `${address(reportPath(code), language)}#${hash}`;
  switch (node.__typename) {
    case 'Report':
      return address(reportPath(node.code), language);
    case 'Section':
      return within(node.report, cardOf.section(node.code));
    case 'Measure':
      return within(node.report, cardOf.measure(node.code));
    case 'Outcome':
      return within(node.report, cardOf.outcome(node.code));
    case 'Target':
      return within(node.report, cardOf.target(node.code));
    case 'Problem':
      return within(node.report, cardOf.problem(node.code));
    case 'Document':
      return within(node.report, cardOf.name(node.code));
    case 'Indicator':
      return address(comparePath(node.code), language);
    case 'Organization':
    case 'Place':
      return null;
  }
}
