import { UnreadableFile } from './unreadable.ts';

/** The kinds of file that are read. */
export type FileKind = 'plain' | 'html' | 'docx' | 'pdf';

const byEnding: Readonly<Record<string, FileKind>> = {
  txt: 'plain',
  text: 'plain',
  md: 'plain',
  markdown: 'plain',
  html: 'html',
  htm: 'html',
  shtml: 'html',
  xhtml: 'html',
  docx: 'docx',
  pdf: 'pdf',
};

/** What to do with what is not read. */
const otherEndings: Readonly<Record<string, string>> = {
  doc: 'Open it in a word processor and save it as .docx.',
  wps: 'Open it in a word processor and save it as .docx.',
  rtf: 'Open it in a word processor and save it as .docx.',
  odt: 'Open it in a word processor and save it as .docx.',
  ofd: 'Open it in its reader and export it as .pdf or .txt.',
  mht: 'Save the page anew as “web page, HTML only”.',
  mhtml: 'Save the page anew as “web page, HTML only”.',
};

const pictures = new Set(['jpg', 'jpeg', 'png', 'gif', 'tif', 'tiff', 'bmp', 'webp']);

const fromPicture = 'Run character recognition over it, look the text through and give it as .txt.';

/**
 * The kind that a file’s name says it is.
 * @throws {UnreadableFile} where no such kind is read
 */
export function kindByName(path: string): FileKind {
  const ending = /\.(?<ending>[^./\\]+)$/.exec(path)?.groups?.['ending']?.toLowerCase() ?? '';
  const kind = byEnding[ending];
  if (kind) return kind;
  if (pictures.has(ending)) throw new UnreadableFile('scan', 'It is a picture.', fromPicture);
  throw new UnreadableFile(
    'unknown-kind',
    ending
      ? `Files that end in .${ending} are not read.`
      : 'Its name does not say of what kind it is.',
    otherEndings[ending] ?? 'Give it as .html, .docx, .pdf, .txt or .md.',
  );
}

/** A page, or a part of one, begins with an element, a comment or a declaration. */
const page =
  /^(?:\xef\xbb\xbf|\xff\xfe|\xfe\xff)?\s*(?:<\?xml[^>]*>\s*)?(?:<!--[^]*?-->\s*)*<(?:!doctype\s+html|(?:html|head|body|meta|title|link|style|script|div|p|span|table|center|font|article|section|main|h[1-6]|ul|ol)\b[^<]*>)/i;

/** What bytes say that a file is: more than `FileKind`, so that it can be told what it is instead. */
function kindByBytes(bytes: Uint8Array): string {
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (head.includes('%PDF-')) return 'pdf';
  if (head.startsWith('PK\x03\x04') || head.startsWith('PK\x05\x06')) return 'docx';
  if (head.startsWith('\xd0\xcf\x11\xe0')) return 'ole';
  if (head.startsWith('{\\rtf')) return 'rtf';
  if (/^(?:\xff\xd8\xff|\x89PNG|GIF8|II\*\0|MM\0\*|BM.{4}\0{4})/s.test(head)) return 'picture';
  if (/^(?:MIME-Version:|From: <Saved by)/i.test(head)) return 'mhtml';
  return page.test(head.replaceAll('\0', '')) ? 'html' : 'plain';
}

/** Whether a text has tags at all, in its first part and in an encoding that holds ASCII. */
const hasTags = (bytes: Uint8Array): boolean =>
  /<\/?[a-z!][^<]*>/i.test(
    Buffer.from(bytes.subarray(0, 1 << 20))
      .toString('latin1')
      .replaceAll('\0', ''),
  );

/**
 * As what a file of this kind is read: pages are saved under the names of texts, and texts under those of
 * pages; either is told by whether it has tags.
 */
export function kindOfText(kind: FileKind, bytes: Uint8Array): FileKind {
  if (kind === 'plain' && kindByBytes(bytes) === 'html') return 'html';
  return kind === 'html' && !hasTags(bytes) ? 'plain' : kind;
}

const names: Readonly<Record<string, string>> = {
  html: 'a web page',
  docx: 'a zip archive such as .docx',
  pdf: 'a PDF',
  rtf: 'a text in RTF',
  picture: 'a picture',
  mhtml: 'a web archive',
  plain: 'none of the kinds that are read',
};

/**
 * Refuses a file whose bytes are of another kind than its name says: often it is a page that tells an
 * error, or an old or an encrypted document under a new name.
 * @throws {UnreadableFile}
 */
export function refuseOtherKind(kind: FileKind, bytes: Uint8Array): void {
  if (bytes.byteLength === 0) {
    throw new UnreadableFile('empty', 'The file is empty.', 'Download or save it anew.');
  }
  const found = kindByBytes(bytes);
  const isText = found === 'plain' || found === 'html';
  if (found === kind || (isText && (kind === 'html' || kind === 'plain'))) return;
  if (found === 'ole' && kind === 'docx') {
    throw new UnreadableFile(
      'encrypted',
      'It is encrypted, or a .doc under another name.',
      'Open it (with its password, where it has one) and save it anew as .docx without one.',
    );
  }
  if (found === 'picture') throw new UnreadableFile('scan', 'It is a picture.', fromPicture);
  if (found === 'plain') {
    throw new UnreadableFile(
      'broken',
      `It does not begin as ${names[kind]} does.`,
      'Download or save it anew.',
    );
  }
  throw new UnreadableFile(
    'wrong-kind',
    `By its bytes it is ${names[found] ?? 'an old document of a word processor'}.`,
    otherEndings[found] ?? 'Give it under the name of its kind, or save it as .docx.',
  );
}
