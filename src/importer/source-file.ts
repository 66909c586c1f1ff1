import { readFileSync } from 'node:fs';
import { LineCounter, isNode, parseDocument } from 'yaml';
import type { z } from 'zod';
import type { Problem } from './problem.ts';

export type Path = readonly PropertyKey[];

/** Reports a problem at a place of one file. */
export type Report = (at: Path, rule: string, message: string, help: string) => void;

/** Control characters that no text or fact has a use for; they hide from the eye. */
// oxlint-disable-next-line no-control-regex -- it is these that are looked for
const control = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

/** The text of a file, or null and a problem. Nothing of it is changed, not even line ends. */
export function readText(file: string, problems: Problem[]): string | null {
  const refuse = (rule: string, message: string, help: string, line = 1, column = 1) => {
    problems.push({ file, line, column, rule, message, help });
    return null;
  };
  let bytes: Buffer;
  try {
    bytes = readFileSync(file);
  } catch (error) {
    const missing = (error as NodeJS.ErrnoException).code === 'ENOENT';
    return refuse(
      missing ? 'missing-file' : 'unreadable-file',
      missing ? 'The file is not there.' : `The file cannot be read (${(error as Error).message}).`,
      'Every report needs report.txt and facts.yaml; the vocabulary needs its four files.',
    );
  }
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return refuse('not-utf-8', 'The file is not valid UTF-8.', 'Save it in UTF-8.');
  }
  if (text.startsWith('\ufeff')) {
    return refuse('byte-order-mark', 'The file begins with a byte order mark.', 'Save it without.');
  }
  const found = control.exec(text);
  if (found) {
    const before = text.slice(0, found.index).split('\n');
    const code = found[0].charCodeAt(0).toString(16).padStart(4, '0').toUpperCase();
    return refuse(
      'control-character',
      `The file holds the control character U+${code}.`,
      'Remove it.',
      before.length,
      (before.at(-1)?.length ?? 0) + 1,
    );
  }
  return text;
}

/** The content of a YAML file in its shape, or null and every problem, each at its place. */
export function readShaped<Shape>(
  file: string,
  shape: z.ZodType<Shape>,
  problems: Problem[],
): { value: Shape; report: Report } | null {
  const text = readText(file, problems);
  if (text === null) return null;
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true });
  // Only the first: what follows a broken line is mostly its echo.
  for (const { message, pos } of document.errors.slice(0, 1)) {
    const { line, col: column } = lines.linePos(pos[0]);
    problems.push({
      file,
      line,
      column,
      rule: 'broken-yaml',
      message: `${message.split(' at line ')[0]?.trim() ?? message}.`,
      help: 'Mend the YAML; nothing else of this file was read.',
    });
  }
  if (document.errors.length > 0) return null;

  const report: Report = (at, rule, message, help) => {
    const { line, column } = placeOf(at);
    problems.push({ file, line, column, rule, message, help });
  };
  function placeOf(at: Path): { line: number; column: number } {
    for (let length = at.length; length >= 0; length -= 1) {
      const node = length === 0 ? document.contents : document.getIn(at.slice(0, length), true);
      if (isNode(node) && node.range) {
        const { line, col } = lines.linePos(node.range[0]);
        return { line, column: col };
      }
    }
    return { line: 1, column: 1 };
  }

  let content: unknown;
  try {
    content = document.toJS({ maxAliasCount: 100 });
  } catch (error) {
    report([], 'broken-yaml', `${(error as Error).message}.`, 'Write the content out.');
    return null;
  }
  const parsed = shape.safeParse(content);
  if (parsed.success) return { value: parsed.data, report };
  for (const issue of parsed.error.issues) {
    const name = issue.path.at(-1);
    report(
      issue.path,
      'shape',
      `${name === undefined ? 'The file' : String(name)}: ${issue.message}.`,
      'See seed/facts.schema.json for what may stand here.',
    );
  }
  return null;
}
