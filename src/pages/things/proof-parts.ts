import { pagePath } from '../../http/addresses.ts';
import { graphiqlAddress } from '../graphql-links.ts';
import { html, jsonScript } from '../html.ts';
import type { Html } from '../html.ts';
import { address } from '../language/language.ts';
import { thingWord } from '../language/thing-words.ts';
import { anyOrigin } from '../origin.ts';
import type { Site } from '../site.ts';
import { versionBase } from '../versions/version-page.ts';
import { citationFormats } from './citation-formats.ts';
import type { CitationFormat } from './citation-formats.ts';
import { tableQueries } from './table-queries.ts';
import type { Thing } from './thing.ts';

const thingPath = ({ kind, code }: Pick<Thing, 'kind' | 'code'>) => pagePath(kind, code);

type CitedThing = Pick<Thing, 'kind' | 'code' | 'cited'> & {
  report:
    | (Pick<NonNullable<Thing['report']>, 'titleZh' | 'publishedOn'> & {
        publisher: { nameZh: string } | null;
      })
    | null;
};

/** The ready citations of a thing. */
export function citationsOf(site: Site, thing: CitedThing): readonly CitationFormat[] {
  const { kind, code, cited, report } = thing;
  return citationFormats(site, {
    title: cited.zh,
    key: `${kind}-${code.replaceAll('/', '-')}`,
    path: thingPath(thing),
    report: report && {
      title: kind === 'report' ? null : report.titleZh,
      publisher: report.publisher?.nameZh ?? null,
      publishedOn: report.publishedOn,
    },
  });
}

/** Citations as text that can be selected; a script adds buttons to copy them. */
export const citeSection = (site: Site, thing: Thing): Html =>
  html`<section aria-labelledby="cite">
<h2 id="cite">${site.words.cite}</h2>
${citationBlocks(site, thing)}</section>`;

/** The same without a heading, with the address of this version of the data. */
export function citationBlocks(site: Site, thing: CitedThing): Html {
  const { language } = site;
  return html`<div class="citations" data-copy="${thingWord('copy', language)}" data-copied="${thingWord('copied', language)}">
<p class="how"><a href="${address(versionBase(site.dataVersion) + thingPath(thing), language)}">${thingWord('thisVersion', language)}</a></p>
${citationsOf(site, thing).map(
  ({ name, text }) => html`<h3>${name}</h3>
<pre class="citation" lang="zh" tabindex="0" role="region" aria-label="${name}">${text}</pre>
`,
)}</div>`;
}

/** The same as data. */
export function waysOfThing({ language, words }: Site, thing: Thing): Html {
  const path = thingPath(thing);
  const lang = (form: string) => address(`${path}.${form}`, language);
  return html`<section aria-labelledby="download" class="downloads"><h2 id="download">${thingWord('download', language)}</h2>
<p class="ways"><a href="${lang('csv')}" type="text/csv">${words.csv}</a> <a href="${lang('jsonl')}">JSON Lines</a> <a href="${lang('json')}" type="application/json">JSON</a> <a href="${lang('bib')}">BibTeX</a> <a href="${lang('ris')}">RIS</a> <a href="${graphiqlAddress(tableQueries[thing.kind](thing.code), language)}">${words.openInGraphiql}</a></p></section>`;
}

/** What machines read of a page: what it is about, and where the same is as data. */
export function headOf({ language }: Site, thing: Thing): Html {
  const { report, title, structured } = thing;
  const path = thingPath(thing);
  const url = `${anyOrigin}${path}`;
  const data = {
    '@context': 'https://schema.org',
    '@id': url,
    url,
    name: title,
    inLanguage: language,
    ...(report && {
      isPartOf: {
        '@type': 'Report',
        name: report.titleZh,
        url: `${anyOrigin}${pagePath('report', report.code)}`,
        ...(report.publishedOn !== null && { datePublished: report.publishedOn }),
        ...(report.publisher && {
          publisher: { '@type': 'GovernmentOrganization', name: report.publisher.nameZh },
        }),
      },
    }),
    ...structured,
  };
  return html`<link rel="alternate" type="application/json" href="${path}.json" />
        <link rel="alternate" type="text/csv" href="${path}.csv" />
        ${jsonScript(data)}`;
}
