import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { assetText } from '../../asset-files.ts';
import { Html, html, inlined } from '../../html.ts';
import { address } from '../../language/language.ts';
import { inWords } from '../../language/in-words.ts';
import { anyOrigin } from '../../origin.ts';
import type { Site } from '../../site.ts';
import { flowOf } from '../flow/flow.ts';
import { checksNote } from '../notes/checks.ts';
import { placeCards } from '../placed.ts';
import { aboutReport, quotesOf } from '../quotes.ts';
import type { ReportData } from '../report-data.ts';
import { sectionRows } from '../section-row.ts';
import { reportPath, viewReport } from '../view.ts';
import type { ReportView } from '../view.ts';
import { factsOf } from './facts.ts';

const verifier = readFileSync(new URL('../../scripts/proof.js', import.meta.url), 'utf8');

/** A report with its facts in place as one file that needs no server, with digests by which it can be told from an altered one. */
export function proofPage(site: Site, data: ReportData): Html {
  const view = viewReport(site, data);
  const { report } = data;
  const { language, words } = site;
  const styles = assetText('styles');
  const script = `${assetText('reading')}\n${verifier}`;
  const policy = `default-src 'none'; style-src '${hashOf(styles)}'; script-src '${hashOf(script)}'; base-uri 'none'; form-action 'none'`;
  const facts = factsOf(data);
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${report.title} · ${words.proof}</title>
        ${inlined('style', styles)}
      </head>
      <body class="reading proof">
        <main id="content">
          ${about(view, facts)} ${withWholeLinks(bodyOf(view))}
          <svg id="thread" aria-hidden="true"></svg>
        </main>
        <script type="application/json" id="facts">
          ${facts.json}
        </script>
        ${inlined('script', script)}
      </body>
    </html> `;
}

function about({ site, report, meta }: ReportView, facts: ReturnType<typeof factsOf>): Html {
  const { words, language } = site;
  const from = `${anyOrigin}${address(reportPath(report.code), language)}`;
  const digests = [
    { of: 'shown', name: words.textSha, digest: report.source.sha256 },
    { of: 'facts', name: words.factsSha, digest: facts.sha256 },
  ];
  return html`<header class="about" id="${aboutReport}">
    <h1>${inWords(report.title, language)}</h1>
    <p class="proof-lead">${words.proofLead}</p>
    <dl class="digests">
      <div>
        <dt>${words.source}</dt>
        <dd><a href="${from}">${from}</a></dd>
      </div>
      <div>
        <dt>${words.dataVersion}</dt>
        <dd><code>${meta.dataVersion}</code> · Juzheng ${meta.softwareVersion}</dd>
      </div>
      ${digests.map(
        ({ of, name, digest }) =>
          html`<div data-of="${of}" data-digest="${digest}" data-same="${words.digestSame}" data-other="${words.digestOther}">
            <dt>${name}</dt>
            <dd><code>${digest}</code> <output></output></dd>
          </div>`,
      )}
    </dl>
  </header>`;
}

function bodyOf(view: ReportView): Html {
  const placed = placeCards(view);
  const quotes = quotesOf(view, false);
  return html`${flowOf(view, placed)} ${checksNote(view)}
    <div class="rows">
      ${sectionRows(view, { placed, quotes })}
    </div>`;
}

/** With the addresses that lead out of the file made whole; no text can hold a quotation mark that is not escaped. */
const withWholeLinks = (body: Html): Html =>
  new Html(body.toString().replaceAll(' href="/', ` href="${anyOrigin}/`));

const hashOf = (text: string) => `sha256-${createHash('sha256').update(text).digest('base64')}`;
