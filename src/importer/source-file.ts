import { readFileSync } from 'node:fs';
import type { z } from 'zod';
import { parseJson, parseYaml } from './parse-source.ts';
import type { Path } from './parse-source.ts';
import type { Problem } from './problem.ts';

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
      'Every report needs report.txt and facts.yaml or facts.json; the vocabulary needs its five files.',
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

/** The content of a YAML or JSON file in its shape, or null and every problem, each at its place. */
export function readShaped<Shape>(
  file: string,
  shape: z.ZodType<Shape>,
  problems: Problem[],
): { value: Shape; report: Report } | null {
  const text = readText(file, problems);
  if (text === null) return null;
  const kind = file.endsWith('.json') ? 'JSON' : 'YAML';
  const source = kind === 'JSON' ? parseJson(text) : parseYaml(text);
  if (!source.ok) {
    problems.push({
      file,
      ...source.place,
      rule: `broken-${kind.toLowerCase()}`,
      message: source.message,
      help: `Mend the ${kind}; nothing else of this file was read.`,
    });
    return null;
  }
  const report: Report = (at, rule, message, help) => {
    problems.push({ file, ...source.placeOf(at), rule, message, help });
  };
  const parsed = shape.safeParse(source.content);
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
