import { ask } from './asking.js';

/** Of so many reports the sentences are looked up; of others the words around are enough. */
const mostReports = 10;
/** A sentence without an end is cut so many characters before and after the words. */
const longest = 200;

const sectionsOf = new Map();

/**
 * Puts each quote into its whole sentence, `before` and `after` the words, where the text of its report can be
 * had. What is found of a report is kept.
 */
export async function putIntoSentences(quotes) {
  const placed = quotes.flatMap((quote) => {
    const [, code, start, end] = /\/reports\/([^#]+)#at-(\d+)-(\d+)$/.exec(quote.url ?? '') ?? [];
    return code ? [{ quote, code: decodeURIComponent(code), start: +start, end: +end }] : [];
  });
  await lookUp([...new Set(placed.map(({ code }) => code))].slice(0, mostReports));
  for (const { quote, code, start, end } of placed) {
    const section = (sectionsOf.get(code) ?? []).findLast(
      (each) => each.start <= start && end <= each.end,
    );
    if (section)
      Object.assign(quote, sentenceIn(section, start - section.start, end - section.start));
  }
}

async function lookUp(codes) {
  const missing = codes.filter((code) => !sectionsOf.has(code));
  if (missing.length === 0) return;
  const data = await ask(
    `query ($codes: [String!]) { reports(filter: { codes: $codes }, first: ${mostReports}) { nodes { code sections { start end text } } } }`,
    { codes: missing },
  ).catch(() => null);
  for (const { code, sections } of data?.reports.nodes ?? []) sectionsOf.set(code, sections);
}

/** Offsets count code points, which some characters are two units of a string of. */
function sentenceIn({ text }, start, end) {
  const characters = Array.from(text);
  const before = characters.slice(Math.max(0, start - longest), start).join('');
  const after = characters.slice(end, end + longest).join('');
  return { before: endOf(before), after: beginningOf(after) };
}

/** What of the words before belongs to the same sentence. */
export const endOf = (text) => /[^。；！？;!?\n]*$/.exec(text)[0].trimStart();

/** What of the words after does. */
export const beginningOf = (text) => /^[^。；！？;!?\n]*[。；！？;!?]?/.exec(text)[0].trimEnd();
