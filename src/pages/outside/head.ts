import { assetPath } from '../asset-files.ts';
import { feedPath } from '../feed/feed.ts';
import { feedWords } from '../feed/feed-words.ts';
import { html } from '../html.ts';
import type { Content } from '../html.ts';
import { address } from '../language/language.ts';
import { anyOrigin } from '../origin.ts';
import type { Site } from '../site.ts';

/** What search engines, messengers and bookmarks show of a page. A page made of no data, or where nothing stands, is none to be found. */
export function outsideHead(
  { language, path, query, dataVersion }: Site,
  { title, description, isNowhere }: { title: string; description: string; isNowhere: boolean },
): Content {
  const at = (spoken: Site['language']) => `${anyOrigin}${address(path, spoken, query)}`;
  const described = html`<meta name="description" content="${description}" />
    <link rel="icon" href="${assetPath('icon')}" type="image/svg+xml" />`;
  if (dataVersion === '' || isNowhere)
    return html`${described}
    <meta name="robots" content="noindex" />`;
  return html`${described}
    <link rel="canonical" href="${at(language)}" />
    <link rel="alternate" hreflang="zh" href="${at('zh')}" />
    <link rel="alternate" hreflang="en" href="${at('en')}" />
    <link rel="alternate" hreflang="x-default" href="${at('zh')}" />
    <link
      rel="alternate"
      type="application/atom+xml"
      title="${feedWords.title[language]}"
      href="${address(feedPath, language)}"
    />
    <meta property="og:site_name" content="举证 Juzheng" />
    <meta property="og:type" content="website" />
    <meta property="og:title" content="${title}" />
    <meta property="og:description" content="${description}" />
    <meta property="og:url" content="${at(language)}" />
    <meta property="og:locale" content="${language === 'zh' ? 'zh_CN' : 'en_US'}" />
    <meta property="og:image" content="${anyOrigin}${assetPath('picture')}" />
    <meta property="og:image:width" content="1200" />
    <meta property="og:image:height" content="630" />
    <meta name="twitter:card" content="summary_large_image" />`;
}
