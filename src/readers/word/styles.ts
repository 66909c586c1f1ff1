import { childOf, childrenOf, valueOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

/** The list and the level that a paragraph belongs to; level null where its style says it by its name. */
export type ListPlace = { readonly list: string; readonly level: number | null };

export type Style = {
  readonly name: string;
  readonly basedOn: string | null;
  readonly place: ListPlace | null;
};

export type Styles = ReadonlyMap<string, Style>;

/** What the properties of a paragraph or a style say of its list; `inherited` is what they refine. */
export function placeIn(properties: XmlElement | null, inherited: ListPlace | null = null) {
  const numbering = childOf(properties, 'w:numPr');
  if (!numbering) return inherited;
  const list = valueOf(numbering, 'w:numId') ?? inherited?.list;
  const level = valueOf(numbering, 'w:ilvl');
  if (list === undefined) return inherited;
  return { list, level: level === null ? (inherited?.level ?? null) : Number(level) };
}

export function readStyles(part: XmlElement | null): Styles {
  const styles = new Map<string, Style>();
  for (const style of part ? childrenOf(part, 'w:style') : []) {
    styles.set(style.attributes['w:styleId'] ?? '', {
      name: (valueOf(style, 'w:name') ?? '').toLowerCase(),
      basedOn: valueOf(style, 'w:basedOn'),
      place: placeIn(childOf(style, 'w:pPr')),
    });
  }
  return styles;
}

/** A style and those that it is based on, the nearest first. */
export function* chainOf(styles: Styles, id: string | null): Generator<[string, Style]> {
  const seen = new Set<string>();
  for (let at = id; at !== null && !seen.has(at);) {
    seen.add(at);
    const style = styles.get(at);
    if (!style) return;
    yield [at, style];
    at = style.basedOn;
  }
}
