import { pagePath } from '../../http/addresses.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { address } from '../language/language.ts';
import { fill } from '../language/messages.ts';
import type { Site } from '../site.ts';
import { cardOf, wordsOf } from './quotes.ts';
import type { TextSegment } from './segments.ts';
import type { ReportView } from './view.ts';

type Item = {
  code: string;
  name: string;
  by: string;
  evidence: TextSegment;
  /** The kind of page that it has; null for an honour, which has none. */
  kind: 'document' | 'organization' | null;
};

/** The documents, honours and organizations that a stretch of the text names. */
export function namesWithin({ report, site }: ReportView, within: TextSegment): Content {
  const { words } = site;
  const items: Item[] = [
    ...report.documents.map(({ code, title, issuer, evidence }) => ({
      code,
      kind: 'document' as const,
      name: title,
      by: issuer ? fill(words.issuedBy, { name: issuer.name }) : '',
      evidence,
    })),
    ...report.honours.map(({ code, name, awarder, evidence }) => ({
      code,
      kind: null,
      name,
      by: awarder ? fill(words.awardedBy, { name: awarder.name }) : '',
      evidence,
    })),
    ...report.organizations.map(({ node, evidence }) => ({
      ...node,
      kind: 'organization' as const,
      by: '',
      evidence,
    })),
  ]
    .filter(({ evidence }) => evidence.start >= within.start && evidence.start < within.end)
    .toSorted((a, b) => a.evidence.start - b.evidence.start);
  if (items.length === 0) return null;
  return html`<div class="names">
    <h3>${words.names}</h3>
    <ul>
      ${items.map((item) => nameLine(site, item))}
    </ul>
  </div>`;
}

/** A name with the way to its words and, where it has one, to its own page. */
function nameLine({ words, language }: Site, { code, kind, name, by }: Item): Html {
  const id = cardOf.name(code);
  const toWords = `#${wordsOf(id)}`;
  const page = kind && address(pagePath(kind, code), language);
  return html`<li id="${id}" data-words="${wordsOf(id)}">
    <a href="${page ?? toWords}">${inWords(name, language)}</a>${by && html` <small>${by}</small>`}${page !== null && html` <a class="to-words" href="${toWords}" tabindex="-1">${words.toWords}</a>`}
  </li> `;
}
