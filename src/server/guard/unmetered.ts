/** What says how the server is. */
const operators = /^\/(?:health|ready|live|metrics)$/;

/** What is made once and kept: the schema's text, styles, scripts. */
const kept = /^\/(?:schema\.graphql$|assets\/|graphql\/assets\/)/;

const pathOf = (url: string) => url.split('?', 1)[0] ?? '';

/** Whether a request comes from those who look after the server. */
export const isOfOperators = (url: string) => operators.test(pathOf(url));

/**
 * Whether a request counts towards no client's rate or budget, and is never refused for them: who
 * watches the server must hear of it when it is busiest, and a page that says "later" needs its style.
 */
export const isUnmetered = (url: string) => isOfOperators(url) || kept.test(pathOf(url));
