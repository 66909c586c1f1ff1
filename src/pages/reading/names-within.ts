import { inWords } from '../language/in-words.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import { fill } from '../language/messages.ts';
import { cardOf, wordsOf } from './quotes.ts';
import type { TextSegment } from './segments.ts';
import type { ReportView } from './view.ts';

type Item = { code: string; name: string; by: string; evidence: TextSegment };

/** The documents, honours and organizations that a stretch of the text names. */
export function namesWithin({ report, site }: ReportView, within: TextSegment): Content {
  const { words } = site;
  const items: Item[] = [
    ...report.documents.map(({ code, title, issuer, evidence }) => ({
      code,
      name: title,
      by: issuer ? fill(words.issuedBy, { name: issuer.name }) : '',
      evidence,
    })),
    ...report.honours.map(({ code, name, awarder, evidence }) => ({
      code,
      name,
      by: awarder ? fill(words.awardedBy, { name: awarder.name }) : '',
      evidence,
    })),
    ...report.organizations.map(({ node, evidence }) => ({
      ...node,
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
      ${items.map(({ code, name, by }) => {
        const id = cardOf.name(code);
        return html`<li id="${id}" data-words="${wordsOf(id)}">
          <a href="#${wordsOf(id)}">${inWords(name, site.language)}</a>${by && html` <small>${by}</small>`}
        </li> `;
      })}
    </ul>
  </div>`;
}
