const named: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'" };

const unescape = (text: string) => text.replaceAll(/&(#?\w+);/g, (_all, name) => named[name]!);

/** The words of a piece of HTML. */
export const textOf = (html: string) => unescape(html.replaceAll(/<[^>]*>/g, ''));

export type Element = { name: string; attributes: Record<string, string>; inner: string };

const start = /<(?<name>[a-z0-9-]+)(?<attributes>(?:\s+[a-z-]+(?:="[^"]*")?)*)\s*\/?>/g;

/** All elements of a page in order, each with what stands between its tags. */
export function elementsOf(html: string, wanted: string): Element[] {
  const found: Element[] = [];
  for (const match of html.matchAll(start)) {
    if (match.groups!['name'] !== wanted) continue;
    const attributes = [...match.groups!['attributes']!.matchAll(/([a-z-]+)="([^"]*)"/g)];
    found.push({
      name: wanted,
      attributes: Object.fromEntries(
        attributes.map(([, name, value]) => [name!, unescape(value!)]),
      ),
      inner: innerOf(html, wanted, match.index + match[0].length),
    });
  }
  return found;
}

/** What stands from a place to the end tag that belongs to it. */
function innerOf(html: string, name: string, from: number): string {
  const tags = new RegExp(`<(/?)${name}(?=[\\s>])`, 'g');
  tags.lastIndex = from;
  let depth = 1;
  for (let tag = tags.exec(html); tag; tag = tags.exec(html)) {
    depth += tag[1] === '/' ? -1 : 1;
    if (depth === 0) return html.slice(from, tag.index);
  }
  return html.slice(from);
}
