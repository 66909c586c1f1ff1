/** What says how the server is, and what is made once and kept: the schema's text, styles, scripts. */
const paths = /^\/(?:(?:health|ready|live|metrics|schema\.graphql)$|assets\/|graphql\/assets\/)/;

/**
 * Whether a request counts towards no client's rate or budget, and is never refused for them: who
 * watches the server must hear of it when it is busiest, and a page that says "later" needs its style.
 */
export const isUnmetered = (url: string) => paths.test(url.split('?', 1)[0] ?? '');
