import { isMap, isScalar, isSeq } from 'yaml';
import type { Document } from 'yaml';
import type { DraftedFacts } from '../draft-facts.ts';
import { isFlatList, isFlatMap, itemName, lengths } from './layout.ts';
import { writeYaml } from './write-yaml.ts';

/** What stands over each part of the file, to say what to do with it. */
const comments: Readonly<Record<string, string>> = {
  origins: '# Which rules said the facts. An origin stays with its fact after acceptance.',
  organizations: '# Organizations of vocabulary/organizations.yaml that the text names.',
  sections: '# Sections in the order of the text, with what each tells.',
  waivers:
    '# Figures that no fact tells, each with the reason. Write the fact instead where there is one.',
};

const head = (left: number) =>
  [
    '# yaml-language-server: $schema=../../facts.schema.json',
    '# A draft by rules (juzheng draft). What to do:',
    '# - `review:` says why a rule is not sure. Look at the words, mend the fact or take it out, and delete that',
    '#   line: this is the review. `juzheng check` lists what is left.',
    '# - Titles and labels are the text’s own words; write better ones, and `en:` where you like.',
    '# - Codes stay as they are: a second draft of a changed file finds its facts by them and keeps what you changed.',
    ...(left > 0 ? ['# - What could not be written stands at the end, with the reasons.'] : []),
    '# How it is decided what is a measure, an outcome, a level, a basis: CODEBOOK.md of the seed.',
  ].join('\n');

/** Facts as the text of facts.yaml, readable by people, with what could not be said as comments at its end. */
export function factsDocument({ facts, left }: Pick<DraftedFacts, 'facts' | 'left'>): string {
  const { text, keeps } = writeYaml(facts, (field) => comments[field] ?? null);
  const parts = [head(left.length), '', text];
  if (left.length > 0) {
    const lines = left.map(({ words, why }) => `# - ${inOneLine(words)} — ${inOneLine(why)}`);
    parts.push(...(keeps ? [] : ['']), '# What was found and could not be written:', ...lines);
  }
  return `${parts.join('\n')}\n`;
}

const inOneLine = (words: string) => words.replaceAll(/\p{C}|\s/gu, ' ');

/** A document as a person or a merge has made it, as text. */
export const textOf = (document: Document): string =>
  document.toString({ lineWidth: 0, flowCollectionPadding: true, singleQuote: true });

/** Puts each map and list of a document into one line where it fits there; gives how long it is in one. */
export function layOut(node: unknown, name: string): number {
  if (isSeq(node)) {
    const length = lengths.list(node.items.map((item) => layOut(item, itemName(name))));
    node.flow = isFlatList(name, length, node.items.some(isMap));
    return length;
  }
  if (!isMap(node)) return isScalar(node) ? lengths.value(node.value) : 0;
  const fields = node.items.map(({ key, value }) => {
    const field = isScalar(key) ? String(key.value) : '';
    return [field, layOut(value, field)] as const;
  });
  const length = lengths.map(fields);
  node.flow = isFlatMap(name, length);
  return length;
}
