import { Document, isMap, isPair, isScalar, isSeq } from 'yaml';
import type { Node } from 'yaml';
import type { DraftedFacts } from './draft-facts.ts';
import type { WrittenFacts } from './written.ts';

/** Maps and lists that fit in one line are written in one, as a person writes them. */
const lineWidth = 100;

/** What is always written over several lines, however short. */
const tall: ReadonlySet<string> = new Set([
  'report',
  'measures',
  'outcomes',
  'targets',
  'problems',
  'parts',
  'sections',
  'acts',
  'figures',
]);

/** What stands over each part of the file, to say what to do with it. */
const comments: Readonly<Record<string, string>> = {
  origins: ' Which rules said the facts. An origin stays with its fact after acceptance.',
  organizations: ' Organizations of vocabulary/organizations.yaml that the text names.',
  sections: ' Sections in the order of the text, with what each tells.',
  waivers:
    ' Figures that no fact tells, each with the reason. Write the fact instead where there is one.',
};

const head = (left: number) =>
  [
    ' yaml-language-server: $schema=../../facts.schema.json',
    ' A draft by rules (juzheng draft). What to do:',
    ' - `review:` says why a rule is not sure. Look at the words, mend the fact or take it out, and delete that',
    '   line: this is the review. `juzheng check` lists what is left.',
    ' - Titles and labels are the text’s own words; write better ones, and `en:` where you like.',
    ' - Codes stay as they are: a second draft of a changed file finds its facts by them and keeps what you changed.',
    ...(left > 0 ? [' - What could not be written stands at the end, with the reasons.'] : []),
    ' How it is decided what is a measure, an outcome, a level, a basis: CODEBOOK.md of the seed.',
  ].join('\n');

/** Facts as the text of facts.yaml, readable by people, with what could not be said as comments at its end. */
export function factsDocument({ facts, left }: Pick<DraftedFacts, 'facts' | 'left'>): string {
  const document = documentOf(facts);
  document.commentBefore = head(left.length);
  if (left.length > 0) {
    const lines = left.map(({ words, why }) => ` - ${inOneLine(words)} — ${inOneLine(why)}`);
    document.comment = ` What was found and could not be written:\n${lines.join('\n')}`;
  }
  return textOf(document);
}

const inOneLine = (words: string) => words.replaceAll(/\p{C}|\s/gu, ' ');

/** The document of facts, laid out. */
function documentOf(facts: WrittenFacts): Document {
  const document = new Document(facts, { aliasDuplicateObjects: false });
  layOut(document.contents, '');
  if (isMap(document.contents)) {
    document.contents.items.forEach((pair, nth) => {
      if (!isPair(pair) || !isScalar(pair.key)) return;
      const comment = comments[String(pair.key.value)];
      if (comment !== undefined) pair.key.commentBefore = comment;
      if (nth > 0) pair.key.spaceBefore = true;
    });
  }
  return document;
}

export const textOf = (document: Document): string =>
  document.toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: true });

/** Puts each map and list into one line where it fits there. */
export function layOut(node: unknown, name: string): void {
  if (isSeq(node)) {
    for (const item of node.items) layOut(item, tall.has(name) ? `${name} item` : '');
    node.flow = !tall.has(name) && name !== '' && fits(node) && !node.items.some(isMap);
    return;
  }
  if (!isMap(node)) return;
  for (const pair of node.items) {
    if (isPair(pair) && isScalar(pair.key)) layOut(pair.value, String(pair.key.value));
  }
  const isTall = tall.has(name) || [...tall].some((each) => name === `${each} item`);
  node.flow = !isTall && fits(node);
}

const fits = (node: Node) => JSON.stringify(node.toJSON()).length <= lineWidth;
