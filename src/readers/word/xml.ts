import { readerBounds } from '../../limits.ts';
import { decodeText } from '../decode.ts';
import { UnreadableFile } from '../unreadable.ts';

export type XmlElement = {
  /** With its prefix, as in `w:p`: every word processor writes those of the standard. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
};

type XmlNode = XmlElement | string;

type Open = XmlElement & { readonly children: XmlNode[] };

const token =
  /<!--[^]*?-->|<!\[CDATA\[(?<data>[^]*?)\]\]>|<\?[^]*?\?>|<\/(?<end>[^\s>]+)\s*>|<(?<start>[^\s/>!?]+)(?<attributes>(?:\s+[^\s=>]+\s*=\s*(?:"[^"]*"|'[^']*'))*)\s*(?<empty>\/?)>|(?<text>[^<]+)/y;

const attribute = /(?<name>[^\s=]+)\s*=\s*(?:"(?<double>[^"]*)"|'(?<single>[^']*)')/g;

const named: Readonly<Record<string, string>> = {
  lt: '<',
  gt: '>',
  amp: '&',
  quot: '"',
  apos: "'",
};

const resolveEntities = (text: string) =>
  text.includes('&')
    ? text.replace(
        /&(?:#x(?<hex>[\da-f]{1,6})|#(?<number>\d{1,7})|(?<name>\w+));/gi,
        (...match) => {
          const { hex, number, name = '' } = match.at(-1) as Record<string, string | undefined>;
          const code = hex ? Number.parseInt(hex, 16) : Number(number);
          if (name) return named[name] ?? '';
          return code <= 0x10ffff ? String.fromCodePoint(code) : '\ufffd';
        },
      )
    : text;

function attributesOf(source: string): Record<string, string> {
  const attributes: Record<string, string> = {};
  for (const { groups: { name = '', double, single = '' } = {} } of source.matchAll(attribute)) {
    attributes[name] = resolveEntities(double ?? single);
  }
  return attributes;
}

const broken = (part: string) =>
  new UnreadableFile(
    'broken',
    `Its part ${part} is no well-formed XML.`,
    'Open it in a word processor and save it anew as .docx.',
  );

/**
 * A part of a `.docx` as a tree. The standard forbids document types, so there are no entities to expand.
 * @param part its name, for messages
 * @throws {UnreadableFile} where it is not well formed
 */
export function parseXml(bytes: Uint8Array, part: string): XmlElement {
  const { text: source, isBroken } = decodeText(bytes);
  const root: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [root];
  token.lastIndex = 0;
  while (token.lastIndex < source.length) {
    const { groups = {} } = token.exec(source) ?? {};
    const parent = open.at(-1);
    if (token.lastIndex === 0 || !parent) throw broken(part);
    const { data, end, start, attributes = '', empty, text } = groups;
    if (end !== undefined) {
      if (open.pop()?.name !== end) throw broken(part);
    } else if (start !== undefined) {
      const element: Open = { name: start, attributes: attributesOf(attributes), children: [] };
      parent.children.push(element);
      if (empty === '') open.push(element);
      if (open.length > readerBounds.depth) throw broken(part);
    } else if (data !== undefined) parent.children.push(data);
    else if (text !== undefined) parent.children.push(resolveEntities(text));
  }
  const found = childrenOf(root)[0];
  if (isBroken || open.length !== 1 || !found) throw broken(part);
  return found;
}

export const childrenOf = (element: XmlElement, name?: string): XmlElement[] =>
  element.children.filter(
    (child): child is XmlElement =>
      typeof child !== 'string' && (name === undefined || child.name === name),
  );

/** The first child with this name, or the first below it along a path of names. */
export function childOf(element: XmlElement | null, ...path: string[]): XmlElement | null {
  let at: XmlElement | null = element;
  for (const name of path) at = (at && childrenOf(at, name)[0]) ?? null;
  return at;
}

/** What `w:val` says of the child along a path; null where there is none. */
export const valueOf = (element: XmlElement | null, ...path: string[]): string | null =>
  childOf(element, ...path)?.attributes['w:val'] ?? null;

/** Whether a switch such as `w:vanish` is there and not off. */
export function isOn(element: XmlElement | null, ...path: string[]): boolean {
  const found = childOf(element, ...path);
  return found !== null && !['0', 'false', 'off'].includes(found.attributes['w:val'] ?? '1');
}

/** The words that stand in an element itself. */
export const ownWords = (element: XmlElement): string =>
  element.children.filter((child) => typeof child === 'string').join('');

export function* descendantsOf(element: XmlElement, name: string): Generator<XmlElement> {
  for (const child of childrenOf(element)) {
    if (child.name === name) yield child;
    yield* descendantsOf(child, name);
  }
}
