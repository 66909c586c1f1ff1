import { pagePath } from '../../http/addresses.ts';
import { questionsAbout } from '../examples/questions-about.ts';
import { html } from '../html.ts';
import type { Content, Html } from '../html.ts';
import { inWords } from '../language/in-words.ts';
import { address } from '../language/language.ts';
import type { Language } from '../language/language.ts';
import { thingWord } from '../language/thing-words.ts';
import type { Site } from '../site.ts';
import { citationBlocks } from '../things/proof-parts.ts';
import type { Report } from './report-data.ts';

/** The place that a report is about, with the way to its page. */
export const placeLink = ({ code, name }: Report['place'], language: Language): Html =>
  html`<a href="${address(pagePath('place', code), language)}">${inWords(name, language)}</a> ${code}`;

/** Who published a report, with the way to its page; nothing where nobody says. */
export const publisherRow = (
  { publisher }: Report,
  language: Language,
): readonly [string, Content][] =>
  publisher
    ? [
        [
          thingWord('publisher', language),
          html`<a href="${address(pagePath('organization', publisher.code), language)}">${inWords(publisher.name, language)}</a>`,
        ],
      ]
    : [];

/** The report in ready formats, folded away until they are wanted. */
export const citeReport = (site: Site, report: Report): Html =>
  html`<details class="cite thing">
    <summary><h2>${site.words.cite}</h2></summary>
    ${citationBlocks(site, {
      kind: 'report',
      code: report.code,
      cited: { zh: report.titleZh, en: report.titleEn },
      report,
    })}
  </details>`;

/** What is asked first of a report. */
export const questions = (site: Site, code: string): Html =>
  html`<details class="about-it">
    <summary>${thingWord('askAbout', site.language)}</summary>
    <ul>
      ${questionsAbout(site, 'report', code)}
    </ul>
  </details>`;
