import { parse } from 'parse5';
import type { DefaultTreeAdapterTypes } from 'parse5';

export type Node = DefaultTreeAdapterTypes.ChildNode;
export type Element = DefaultTreeAdapterTypes.Element;
type Parent = DefaultTreeAdapterTypes.ParentNode;

/** A page as a browser understands it, faults mended by the rules of HTML. Scripts are never run. */
export const parsePage = (source: string) => parse(source, { scriptingEnabled: false });

export const isElement = (node: { nodeName: string }): node is Element => 'tagName' in node;

export const attributeOf = (element: Element, name: string): string =>
  element.attrs.find((attribute) => attribute.name === name)?.value ?? '';

/** What encloses an element, the nearest first. */
export function* ancestorsOf(element: Element): Generator<Element> {
  for (let at: Parent | null = element; at && isElement(at); at = at.parentNode) yield at;
}

/** All elements below a node, in the order of the page. */
export function elementsIn(parent: Parent): Element[] {
  const found: Element[] = [];
  const waiting: Node[] = parent.childNodes.toReversed();
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (!isElement(next)) continue;
    found.push(next);
    for (let index = next.childNodes.length - 1; index >= 0; index -= 1) {
      const child = next.childNodes[index];
      if (child) waiting.push(child);
    }
  }
  return found;
}

/** All words below a node as they stand in the source. */
export function wordsOf(node: Node): string {
  if (node.nodeName === '#text') return (node as DefaultTreeAdapterTypes.TextNode).value;
  if (!isElement(node)) return '';
  return node.childNodes.map(wordsOf).join('');
}
