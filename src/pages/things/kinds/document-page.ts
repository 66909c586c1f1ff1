import { limits } from '../../../limits.ts';
import { inWords } from '../../language/in-words.ts';
import { relationNames, thingWord } from '../../language/thing-words.ts';
import { html } from '../../html.ts';
import type { Content } from '../../html.ts';
import { address } from '../../language/language.ts';
import type { Language } from '../../language/language.ts';
import { searchPath } from '../../front/search/search-state.ts';
import { kindPage } from '../kind-page.ts';
import { honourList } from '../honours.ts';
import { csvHref, listOf, listing, thingHref, thingLink } from '../listed.ts';
import type { Thing } from '../thing.ts';

/** Each report names a document for itself: those of one title are found by it. */
function elsewhere(title: string, language: Language): Content {
  const text = title.slice(0, limits.searchCharacters.value);
  const href = address(searchPath, language, { text, type: 'DOCUMENT' });
  return html`<a href="${href}">${thingWord('titleSearch', language)}</a>`;
}

/** The page of a document that a report names. */
export const documentPage = kindPage({
  name: 'things/document',
  view: ({ document }, { language, words }): Thing | null => {
    if (!document) return null;
    const { issuer, note, measures, honours, report } = document;
    const within = { language, home: report.code };
    const facts: [string, Content][] = [];
    if (issuer) {
      const link = thingLink('organization', { ...issuer, label: issuer.name }, language);
      facts.push([thingWord('issuer', language), link]);
    }
    if (note !== null) facts.push([words.note, inWords(note, language)]);
    facts.push([thingWord('titleElsewhere', language), elsewhere(document.titleZh, language)]);
    const others = issuer?.documents.nodes.filter(({ code }) => code !== document.code) ?? [];
    return {
      kind: 'document',
      code: document.code,
      title: document.title,
      cited: { zh: document.titleZh, en: document.titleEn },
      tag: null,
      figure: null,
      report,
      quotes: [{ label: null, words: [document.evidence] }],
      facts,
      lists: [
        ...listOf(
          thingWord('measuresOf', language),
          measures.edges.map(({ node, relation }) =>
            listing(
              'measure',
              within,
            )({
              ...node,
              label: node.title,
              quote: node.evidence.exact,
              how: relationNames[relation][language],
            }),
          ),
          { count: measures.totalCount, more: csvHref('document', document.code) },
        ),
        ...honourList(honours, language),
        ...listOf(
          thingWord('sameIssuer', language),
          others.map((other) => listing('document', within)({ ...other, label: other.title })),
          {
            count: (issuer?.documents.totalCount ?? 1) - 1,
            more: issuer && thingHref('organization', issuer.code, language),
          },
        ),
      ],
      structured: {
        '@type': 'CreativeWork',
        ...(issuer && { publisher: { '@type': 'GovernmentOrganization', name: issuer.name } }),
      },
    };
  },
});
