import { posix } from 'node:path';
import { cleanLine, noClaims, textOfLines } from '../document-parts.ts';
import type { DocumentParts, LeftOut } from '../document-parts.ts';
import { UnreadableFile } from '../unreadable.ts';
import { Numbering } from './numbering.ts';
import { Paragraphs, wordsIn } from './paragraphs.ts';
import { readStyles } from './styles.ts';
import { childOf, childrenOf, descendantsOf, ownWords, parseXml } from './xml.ts';
import type { XmlElement } from './xml.ts';
import { openArchive } from './zip.ts';
import type { Archive } from './zip.ts';

const partOf = (archive: Archive, name: string): XmlElement | null => {
  const bytes = archive.read(name);
  return bytes && parseXml(bytes, name);
};

/** The parts that another part refers to, by the last word of their kind, such as `styles`. */
function relatedTo(archive: Archive, name: string): Map<string, string[]> {
  const { dir, base } = posix.parse(name);
  const relations = partOf(archive, posix.join(dir, '_rels', `${base}.rels`));
  const related = new Map<string, string[]>();
  for (const { attributes } of relations ? childrenOf(relations, 'Relationship') : []) {
    if (attributes['TargetMode'] === 'External') continue;
    const kind = attributes['Type']?.split('/').at(-1) ?? '';
    const target = posix.join('/', dir, attributes['Target'] ?? '').slice(1);
    const absolute = attributes['Target']?.startsWith('/') ? attributes['Target'].slice(1) : target;
    related.set(kind, [...(related.get(kind) ?? []), absolute]);
  }
  return related;
}

/** Parts beside the body whose words are not the report's running text. */
const beside: Readonly<Record<string, readonly [element: string, why: string]>> = {
  header: ['w:p', 'a running head'],
  footer: ['w:p', 'a running foot'],
  footnotes: ['w:footnote', 'a footnote'],
  endnotes: ['w:endnote', 'an endnote'],
  comments: ['w:comment', 'a comment'],
};

function readBeside(archive: Archive, related: ReadonlyMap<string, string[]>): LeftOut[] {
  return Object.entries(beside).flatMap(([kind, [element, why]]) =>
    (related.get(kind) ?? []).flatMap((name) => {
      const part = partOf(archive, name);
      const found = part ? [...descendantsOf(part, element)] : [];
      return found
        .map((each) => ({ text: cleanLine(wordsIn(each)), why }))
        .filter(({ text }) => text !== '');
    }),
  );
}

/** What an author put down as title is often that of another document: it counts where the text has it. */
function titleOf(archive: Archive, related: ReadonlyMap<string, string[]>, text: string) {
  const core = partOf(archive, related.get('core-properties')?.[0] ?? 'docProps/core.xml');
  const element = childOf(core, 'dc:title');
  const title = element && ownWords(element).trim();
  return title && text.includes(title)
    ? { value: title, from: 'docProps/core.xml: dc:title' }
    : null;
}

/**
 * A document of a word processor: its running text with the numbers that its lists show.
 * @throws {UnreadableFile}
 */
export function readDocx(bytes: Uint8Array): DocumentParts {
  const archive = openArchive(bytes);
  const root = relatedTo(archive, '');
  const name = root.get('officeDocument')?.[0] ?? 'word/document.xml';
  const document = partOf(archive, name);
  const body = childOf(document, 'w:body');
  if (!body) {
    throw new UnreadableFile(
      'wrong-kind',
      'The archive holds no document of a word processor.',
      'Give a .docx; save a table or a presentation as text first.',
    );
  }
  const related = relatedTo(archive, name);
  const part = (kind: string) => {
    const [first] = related.get(kind) ?? [];
    return first === undefined ? null : partOf(archive, first);
  };
  const styles = readStyles(part('styles'));
  const paragraphs = new Paragraphs(styles, new Numbering(part('numbering'), styles));
  const text = textOfLines(paragraphs.linesOf(body));
  if (text === '') {
    throw new UnreadableFile(
      'empty',
      'The document holds no text.',
      'Where its pages are pictures, run character recognition over them and give the text as .txt.',
    );
  }
  const { title } = paragraphs;
  return {
    text,
    ...noClaims,
    title: title ? { value: title, from: 'style Title' } : titleOf(archive, root, text),
    leftOut: [...paragraphs.leftOut, ...readBeside(archive, related)],
  };
}
