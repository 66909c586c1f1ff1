import type { z } from 'zod';
import { faultIn } from './check-content.ts';
import { controlIn } from './control.ts';
import { parseJson, parseYaml } from './parse-source.ts';
import type { Path } from './parse-source.ts';
import type { Problem } from './problem.ts';
import { readBytes } from './read-bytes.ts';

/** Reports a problem at a place of one file. */
export type Report = (at: Path, rule: string, message: string, help: string) => void;

/** The text of a file, or null and a problem. Nothing of it is changed, not even line ends. */
export function readText(file: string, problems: Problem[]): string | null {
  const refuse = (rule: string, message: string, help: string, line = 1, column = 1) => {
    problems.push({ file, line, column, rule, message, help });
    return null;
  };
  const read = readBytes(file);
  if (!read.ok) return refuse(read.rule, read.message, read.help);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(read.bytes);
  } catch {
    return refuse('not-utf-8', 'The file is not valid UTF-8.', 'Save it in UTF-8.');
  }
  if (text.startsWith('\ufeff')) {
    return refuse('byte-order-mark', 'The file begins with a byte order mark.', 'Save it without.');
  }
  const found = controlIn(text);
  if (found) {
    const before = text.slice(0, found.index).split('\n');
    return refuse(
      'control-character',
      `The file holds the control character ${found.name}.`,
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
  const fault = faultIn(source.content);
  if (fault) {
    report(fault.at, fault.rule, fault.message, fault.help);
    return null;
  }
  const parsed = shape.safeParse(source.content);
  if (parsed.success) return { value: parsed.data, report };
  for (const issue of parsed.error.issues) {
    const name = issue.path.at(-1);
    report(
      issue.path,
      'shape',
      `${name === undefined ? 'The file' : String(name)}: ${wordsOf(issue.message)}.`,
      'See seed/facts.schema.json for what may stand here.',
    );
  }
  return null;
}

/** What is not there is not “undefined” to whoever writes YAML. */
const wordsOf = (message: string) =>
  message.replace(/^Invalid input: expected (.*), received undefined$/, 'is missing; expected $1');
