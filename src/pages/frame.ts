import { assetPath } from './asset-files.ts';
import type { AssetName } from './asset-files.ts';
import { outsideHead } from './outside/head.ts';
import { html } from './html.ts';
import type { Content, Html } from './html.ts';
import { address } from './language/language.ts';
import { shortVersion } from './site.ts';
import type { Site } from './site.ts';

type Framed = {
  title: string;
  className: string;
  script?: AssetName;
  head?: Content;
  description?: string;
  /** Whether it only says that nothing stands here, so that nobody is to find it. */
  isNowhere?: boolean;
  body: Content;
};

/** A whole page: its head, the way to the other pages, what it is about, and its data version. */
export function frame(site: Site, page: Framed): Html {
  const { language, words, dataVersion, softwareVersion } = site;
  const {
    title,
    className,
    script,
    head,
    description = words.about,
    isNowhere = false,
    body,
  } = page;
  return html`<!doctype html>
    <html lang="${language}">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>${title}</title>
        ${outsideHead(site, { title, description, isNowhere })}
        <link rel="stylesheet" href="${assetPath('styles')}" />
        ${script && html`<script type="module" src="${assetPath(script)}"></script>`}
        ${head}
      </head>
      <body class="${className}">
        <a class="skip" href="#content">${words.skip}</a>
        <header class="top">
          <a class="brand" href="${address('/', language)}" lang="zh"
            ><b>举证</b> <span lang="zh-Latn">Juzheng</span></a
          >
          <nav aria-label="${words.menu}">
            <a href="${address('/search', language)}">${words.search}</a>
            <a href="${address('/reports', language)}">${words.reports}</a>
            <a href="${address('/', language)}#questions">${words.gallery}</a>
            <a href="/graphql?lang=${language}">${words.api}</a>
            ${otherLanguage(site)}
          </nav>
        </header>
        <main id="content" tabindex="-1">${body}</main>
        <footer class="bottom">
          <p>
            ${
              dataVersion &&
              html`${words.dataVersion}
                <code title="${dataVersion}">${shortVersion(dataVersion)}</code> · `
            }Juzheng ${softwareVersion} · <a href="/schema.graphql">${words.schema}</a>
          </p>
        </footer>
      </body>
    </html> `;
}

/** The same page in the other language. */
function otherLanguage({ path, query, language, words }: Site): Html {
  const other = language === 'zh' ? 'en' : 'zh';
  const href = address(path, other, query);
  return html`<a class="language" href="${href}" lang="${other}" hreflang="${other}"
    >${words.otherLanguage}</a
  >`;
}
