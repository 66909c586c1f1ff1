import { LineCounter, isNode, parseDocument } from 'yaml';
import type { Document } from 'yaml';

export type Path = readonly PropertyKey[];

/** Line and column, from 1. */
type FilePlace = { line: number; column: number };

/** The content of a file and where each piece of it stands, or what is broken and where. */
export type Parsed =
  | { ok: true; content: unknown; placeOf: (at: Path) => FilePlace }
  | { ok: false; place: FilePlace; message: string };

/** Reads YAML. Only the first fault is told: what follows a broken line is mostly its echo. */
export function parseYaml(text: string): Parsed {
  const { document, lines } = readDocument(text);
  const [fault] = document.errors;
  if (fault) return { ok: false, place: placeAt(lines, fault.pos[0]), message: wordsOf(fault) };
  const placeOf = (at: Path) => placeIn(document, lines, at);
  try {
    return { ok: true, content: document.toJS({ maxAliasCount: 100 }), placeOf };
  } catch (error) {
    return { ok: false, place: placeOf([]), message: `${(error as Error).message}.` };
  }
}

/**
 * Reads JSON, many times faster than YAML. Places are worked out only when one is asked for, by
 * reading the same text once more as the YAML that it is too.
 */
export function parseJson(text: string): Parsed {
  let content: unknown;
  try {
    content = JSON.parse(text);
  } catch (error) {
    return brokenJson(text, (error as Error).message);
  }
  if (countKeys(content) !== countWrittenKeys(text)) {
    return brokenJson(text, 'A key is given twice.');
  }
  let read: ReturnType<typeof readDocument> | null = null;
  return {
    ok: true,
    content,
    placeOf(at) {
      read ??= readDocument(text);
      return placeIn(read.document, read.lines, at);
    },
  };
}

/** What YAML, too, refuses has its place from there; the rest where JSON says that it stopped. */
function brokenJson(text: string, message: string): Parsed {
  const { document, lines } = readDocument(text);
  const [fault] = document.errors;
  if (fault) return { ok: false, place: placeAt(lines, fault.pos[0]), message: wordsOf(fault) };
  const at = /position (\d+)/.exec(message)?.[1];
  const before = text.slice(0, at === undefined ? text.length : Number(at)).split('\n');
  const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
  return { ok: false, place, message: `${message.split(' in JSON')[0] ?? message}.` };
}

/** How many keys the objects of a content have. */
function countKeys(content: unknown): number {
  if (typeof content !== 'object' || content === null) return 0;
  const values: unknown[] = Object.values(content);
  let count = Array.isArray(content) ? 0 : values.length;
  for (const value of values) count += countKeys(value);
  return count;
}

/** How many keys stand in the text of valid JSON, where only a key has a colon after it. */
function countWrittenKeys(text: string): number {
  let count = 0;
  for (const [, colon] of text.matchAll(/"(?:[^"\\]|\\.)*"(\s*:)?/g)) if (colon) count += 1;
  return count;
}

function readDocument(text: string): { document: Document; lines: LineCounter } {
  const lines = new LineCounter();
  return { document: parseDocument(text, { lineCounter: lines, uniqueKeys: true }), lines };
}

const wordsOf = ({ message }: Error) => `${message.split(' at line ')[0]?.trim() ?? message}.`;

function placeAt(lines: LineCounter, offset: number): FilePlace {
  const { line, col } = lines.linePos(offset);
  return { line, column: col };
}

/** Where a value stands, or else the nearest one that holds it. */
function placeIn(document: Document, lines: LineCounter, at: Path): FilePlace {
  for (let length = at.length; length >= 0; length -= 1) {
    const node = length === 0 ? document.contents : document.getIn(at.slice(0, length), true);
    if (isNode(node) && node.range) return placeAt(lines, node.range[0]);
  }
  return { line: 1, column: 1 };
}
