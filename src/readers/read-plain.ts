import { dayIn, readPublicationLine } from './claims.ts';
import { decodeText, refuseBroken } from './decode.ts';
import type { DocumentClaim, ReadDocument } from './document.ts';
import type { DocumentParts } from './document-parts.ts';
import { UnreadableFile } from './unreadable.ts';

// oxlint-disable-next-line no-control-regex -- it is these that are looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

type Claims = Pick<ReadDocument, 'title' | 'publisher' | 'publishedOn' | 'address'>;

/** Under which names the fields at the head of a Markdown file tell what. */
const fields: Readonly<Record<keyof Claims, RegExp>> = {
  title: /^(?:title|标题)$/i,
  publisher: /^(?:publisher|source|agency|organization|来源|发布机构|发布单位|发文机关)$/i,
  publishedOn: /^(?:date|pub_?date|published(?:_?(?:on|at|date))?|日期|发布(?:日期|时间))$/i,
  address: /^(?:url|link|address|source_?url|网址|链接|原文(?:链接|地址))$/i,
};

const valueIn: Readonly<Record<keyof Claims, (value: string) => string | null>> = {
  title: (value) => value,
  publisher: (value) => value,
  publishedOn: dayIn,
  address: (value) => (/^https?:\/\//.test(value) ? value : null),
};

/** The fields between two lines of hyphens at the head of a text; none where it begins otherwise. */
function fieldsOf(text: string): readonly (readonly [name: string, value: string])[] {
  const head = /^---[ \t]*\n(?<fields>(?:(?!---[ \t]*\n).{0,1000}\n){1,60})---[ \t]*(?:\n|$)/.exec(
    text,
  );
  return (head?.groups?.['fields'] ?? '').split('\n').flatMap((line) => {
    const at = line.search(/[:：]/);
    const [name, value] = [line.slice(0, at).trim(), line.slice(at + 1).trim()];
    const bare = value.replace(/^(["'])(.*)\1$/, '$2');
    return at > 0 && bare !== '' ? [[name, bare] as const] : [];
  });
}

/** Lines at the head of a text, among which that of its publication stands. */
const headLines = 12;

/** What a text says of itself: in the fields at its head, else in a line such as 发布时间：… 来源：…. */
function claimsOf(text: string): Claims {
  const given = fieldsOf(text);
  const lines = text.slice(0, 4000).split('\n').slice(0, headLines).map(readPublicationLine);
  const claim = (name: keyof Claims): DocumentClaim | null => {
    for (const [field, value] of given) {
      const read = fields[name].test(field) ? valueIn[name](value) : null;
      if (read !== null) return { value: read, from: `${field}: ${value}` };
    }
    if (name !== 'publisher' && name !== 'publishedOn') return null;
    return lines.map((line) => line[name]).find((each) => each !== null) ?? null;
  };
  return {
    title: claim('title'),
    publisher: claim('publisher'),
    publishedOn: claim('publishedOn'),
    address: claim('address'),
  };
}

/**
 * A file that is text already: its own, but for a byte order mark and the kind of line ends. Lines that
 * are broken in mid-sentence stay broken, so that offsets count on what was published.
 * @throws {UnreadableFile}
 */
export function readPlain(bytes: Uint8Array): DocumentParts {
  const decoded = decodeText(bytes);
  refuseBroken(decoded);
  const text = decoded.text.replace(/\r\n?/g, '\n');
  const found = control.exec(text);
  if (found) {
    const line = text.slice(0, found.index).split('\n').length;
    const code = found[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
    throw new UnreadableFile(
      'control-character',
      `Line ${line} holds the control character U+${code}.`,
      'Remove it; where the file is no text, save it as one.',
    );
  }
  return { text, ...claimsOf(text), leftOut: [] };
}
