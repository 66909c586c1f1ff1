import { LineCounter, isCollection, isMap, isNode, isPair, isScalar, parseDocument } from 'yaml';
import type { Document } from 'yaml';

export type Path = readonly PropertyKey[];

/** Line and column, from 1. */
type FilePlace = { line: number; column: number };

/** The content of a file and where each piece of it stands, or what is broken and where. */
export type Parsed =
  | { ok: true; content: unknown; placeOf: (at: Path) => FilePlace }
  | { ok: false; place: FilePlace; message: string };

type Broken = Extract<Parsed, { ok: false }>;

/** Reads YAML. Only the first fault is told: what follows a broken line is mostly its echo. */
export function parseYaml(text: string): Parsed {
  try {
    const { document, lines } = readDocument(text);
    const fault = faultOf(document, lines);
    if (fault) return fault;
    const placeOf = (at: Path) => placeIn(document, lines, at);
    return { ok: true, content: document.toJS({ maxAliasCount: 100 }), placeOf };
  } catch (error) {
    return brokenWhole(error);
  }
}

/** What no place can be given for: nesting so deep that it cannot be followed, or too many aliases. */
function brokenWhole(error: unknown): Broken {
  const { message } = error as Error;
  const told = error instanceof RangeError ? 'It is nested too deeply' : message;
  return { ok: false, place: { line: 1, column: 1 }, message: `${told}.` };
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
  try {
    if (countKeys(content) !== countWrittenKeys(text)) {
      return brokenJson(text, 'A key is given twice.');
    }
  } catch (error) {
    return brokenWhole(error);
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
function brokenJson(text: string, message: string): Broken {
  try {
    const { document, lines } = readDocument(text);
    const fault = faultOf(document, lines);
    if (fault) return fault;
  } catch {
    // Then it is told as JSON's own words have it.
  }
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
  // What the parser would do for every fault and every key by itself takes hours in a large file.
  const options = { lineCounter: lines, prettyErrors: false, uniqueKeys: false };
  return { document: parseDocument(text, options), lines };
}

function faultOf(document: Document, lines: LineCounter): Broken | null {
  const [fault] = document.errors;
  const found = fault ? { at: fault.pos[0], message: fault.message } : findTwice(document.contents);
  if (!found) return null;
  const { at, message } = found;
  if (fault?.message.startsWith('Maximum call stack')) {
    return { ok: false, place: placeAt(lines, at), message: 'It is nested too deeply.' };
  }
  return { ok: false, place: placeAt(lines, at), message: `${message.replace(/[.\s]+$/, '')}.` };
}

/** A key that a map gives twice. */
function findTwice(whole: unknown): { at: number; message: string } | null {
  const waiting = [whole];
  while (waiting.length > 0) {
    const node = waiting.pop();
    if (isPair(node)) waiting.push(node.value, node.key);
    if (!isCollection(node)) continue;
    const keys = new Set<unknown>();
    for (const item of isMap(node) ? node.items : []) {
      if (!isScalar(item.key)) continue;
      const { value, range } = item.key;
      if (keys.has(value)) return { at: range?.[0] ?? 0, message: 'Map keys must be unique' };
      keys.add(value);
    }
    for (const item of node.items) waiting.push(item);
  }
  return null;
}

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
