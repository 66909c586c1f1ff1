import type { z } from 'zod';
import { faultsIn, tooDeep } from './check-content.ts';
import { controlCharactersIn } from './control-characters.ts';
import { parseJson, parseYaml } from './parse-source.ts';
import type { Parsed, Path } from './parse-source.ts';
import { problemsOfOneRule } from './problem.ts';
import type { Problem } from './problem.ts';
import { readBytes } from './read-bytes.ts';
import { salvage } from './salvage.ts';

/** Reports a problem at a place of one file. */
export type ReportProblem = (at: Path, rule: string, message: string, help: string) => void;

/** What a file says, and how to tell what is wrong with it. */
export type Shaped<Shape> = {
  value: Shape;
  report: ReportProblem;
  /** Where its shape was wrong, so that a fact there may mean something else. */
  doubts: readonly Path[];
  /** Whether all of it has its shape. Where not, the value is good only to find more that is wrong. */
  isWhole: boolean;
};

const firstPlace = { line: 1, column: 1 };

/**
 * The text of a file, or null and a problem. Nothing of it is changed, not even line ends; only a byte
 * order mark, which is no part of the text, is dropped.
 */
export function readText(file: string, problems: Problem[]): string | null {
  const refuse = (rule: string, message: string, help: string, place = firstPlace) => {
    problems.push({ file, ...place, rule, message, help });
    return null;
  };
  const read = readBytes(file);
  if (!read.ok) return refuse(read.rule, read.message, read.help);
  let text: string;
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(read.bytes);
  } catch {
    return refuse('not-utf-8', 'The file is not valid UTF-8.', 'Save it in UTF-8.');
  }
  const found = controlCharactersIn(text);
  if (found) {
    const before = text.slice(0, found.index).split('\n');
    const place = { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
    const message = `The file holds the control character ${found.name}.`;
    return refuse('control-character', message, 'Remove it.', place);
  }
  return text;
}

/**
 * The content of a YAML or JSON file in its shape. Every problem is told at its place; what has not its
 * shape is then left out, as far as the rest can be read without it.
 * @param schema where the shape is written down, to be named to whoever misses it
 * @returns null where nothing can be read
 */
export function readShaped<Shape>(
  file: string,
  shape: z.ZodType<Shape>,
  problems: Problem[],
  schema = 'seed/facts.schema.json',
): Shaped<Shape> | null {
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
  const report = reportIn(file, source, problems);
  const faults = faultsIn(source.content);
  for (const { at, rule, message, help } of faults) report(at, rule, message, help);
  if (faults.some(({ rule }) => rule === tooDeep)) return null;
  const parsed = shape.safeParse(source.content);
  if (parsed.success && faults.length === 0) {
    return { value: parsed.data, report, doubts: [], isWhole: true };
  }
  const faulty = new Set(faults.map(({ at }) => at.join('/')));
  for (const issue of (parsed.error?.issues ?? []).map(nearestIssue)) {
    if (faulty.has(issue.path.join('/'))) continue;
    const name = issue.path.at(-1);
    report(
      issue.path,
      'shape',
      `${name === undefined ? 'The file' : String(name)}: ${wordsOf(issue.message)}.`,
      `See ${schema} for what may stand here.`,
    );
  }
  const salvaged = salvage(
    shape,
    source.content,
    faults.map(({ at }) => at),
  );
  if (!salvaged) return null;
  const { value, isEcho, doubts } = salvaged;
  const reportRest: ReportProblem = (at, rule, message, help) => {
    if (!isEcho(at, rule)) report(at, rule, message, help);
  };
  return { value, report: reportRest, doubts, isWhole: false };
}

/** Tells the first thousand problems of each rule in a file, and how many more there are. */
function reportIn(
  file: string,
  source: Extract<Parsed, { ok: true }>,
  problems: Problem[],
): ReportProblem {
  const counts = new Map<string, number>();
  const rests = new Map<string, Problem>();
  return (at, rule, message, help) => {
    const count = (counts.get(rule) ?? 0) + 1;
    counts.set(rule, count);
    if (count <= problemsOfOneRule) {
      problems.push({ file, ...source.placeOf(at), rule, message, help });
      return;
    }
    const rest = rests.get(rule) ?? { file, ...source.placeOf(at), rule, message, help };
    if (!rests.has(rule)) problems.push(rest);
    rests.set(rule, rest);
    rest.message = `From here on there are ${count - problemsOfOneRule} more of this kind, beyond the first ${problemsOfOneRule}.`;
  };
}

type Issue = Pick<z.core.$ZodIssue, 'path' | 'message'>;

/** Where a value may have one of several shapes: what is wrong with it in the one that it nearly has. */
function nearestIssue(issue: z.core.$ZodIssue): Issue {
  if (issue.code !== 'invalid_union') return issue;
  const [nearest] = issue.errors
    .filter((issues) => issues.some(({ path }) => path.length > 0))
    .toSorted((a, b) => a.length - b.length);
  const inner = nearest?.find(({ path }) => path.length > 0);
  if (inner === undefined) return issue;
  const { path, message } = nearestIssue(inner);
  return { path: [...issue.path, ...path], message };
}

/** What is not there is not “undefined” to whoever writes YAML, and 12 is no text without its marks. */
const wordsOf = (message: string) =>
  message
    .replace(/^Invalid input: expected (.*), received undefined$/, 'is missing; expected $1')
    .replace(
      /^Invalid input: expected string, received (number|boolean)$/,
      'a text is expected, and this is a $1; put it in quotation marks',
    );
