import { Document, isMap, isPair, isScalar, isSeq } from 'yaml';
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

const tallItems: ReadonlySet<string> = new Set([...tall].map((name) => `${name} item`));

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

/** Puts each map and list into one line where it fits there; gives how long it is in one. */
export function layOut(node: unknown, name: string): number {
  if (isSeq(node)) {
    const inner = tall.has(name) ? `${name} item` : '';
    const length = node.items.reduce((sum: number, item) => sum + layOut(item, inner) + 2, 2);
    const isPlain = !tall.has(name) && name !== '' && !node.items.some(isMap);
    node.flow = isPlain && length <= lineWidth;
    return length;
  }
  if (!isMap(node)) return isScalar(node) ? String(node.value).length + 2 : 0;
  const length = node.items.reduce((sum: number, { key, value }) => {
    const field = isScalar(key) ? String(key.value) : '';
    return sum + field.length + layOut(value, field) + 3;
  }, 2);
  node.flow = !tallItems.has(name) && !tall.has(name) && length <= lineWidth;
  return length;
}
