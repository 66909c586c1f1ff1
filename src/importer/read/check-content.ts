import type { Path } from './parse-source.ts';
import { controlCharactersIn } from './control-characters.ts';

/** So deep may a file be nested; its shape needs far less. */
const maximumDepth = 64;

/** The rule of a file that cannot be gone through. */
export const tooDeep = 'too-deep';

type Fault = { at: Path; rule: string; message: string; help: string };

/** What no value of a file may hold, whatever its shape; what is nested too deeply is not gone through. */
export function faultsIn(whole: unknown): Fault[] {
  const faults: Fault[] = [];
  const waiting: { value: unknown; at: Path }[] = [{ value: whole, at: [] }];
  while (waiting.length > 0) {
    const { value, at = [] } = waiting.pop() ?? {};
    if (typeof value === 'string') {
      const fault = faultInWords(value, at);
      if (fault) faults.push(fault);
    }
    if (typeof value !== 'object' || value === null) continue;
    if (at.length >= maximumDepth) {
      const message = `It is nested more than ${maximumDepth} deep.`;
      return [{ at, rule: tooDeep, message, help: 'See seed/facts.schema.json for its shape.' }];
    }
    for (const [key, each] of Object.entries(value)) {
      waiting.push({ value: each, at: [...at, Array.isArray(value) ? Number(key) : key] });
    }
  }
  return faults;
}

function faultInWords(words: string, at: Path): Fault | null {
  if (!words.isWellFormed()) {
    const message = 'It holds half of a pair of surrogates, which stands for no character.';
    return { at, rule: 'lone-surrogate', message, help: 'Write the character itself.' };
  }
  const control = controlCharactersIn(words);
  if (!control) return null;
  const message = `It holds the control character ${control.name}.`;
  return { at, rule: 'control-character', message, help: 'Remove it.' };
}
