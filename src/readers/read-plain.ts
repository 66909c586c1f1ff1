import { decodeText, refuseBroken } from './decode.ts';
import { noClaims } from './document-parts.ts';
import type { DocumentParts } from './document-parts.ts';
import { UnreadableFile } from './unreadable.ts';

// oxlint-disable-next-line no-control-regex -- it is these that are looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

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
  return { text, ...noClaims, leftOut: [] };
}
