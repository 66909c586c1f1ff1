import type { Facts, SectionFacts } from './facts.ts';
import { randomOf } from './random.ts';

/** A report before it has its form: its paragraphs, each the words of a section, after those of the opening. */
type Unformed = { code: string; paragraphs: readonly string[]; facts: Facts };

/** How many reports nest their sections, and how many are told in Chinese alone. */
const nested = 0.3;
const chineseOnly = 0.25;

const numbers = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十'];

/**
 * The text and the facts of a report in a form drawn for it: with its results in sections under one heading or side by side,
 * in both languages or in Chinese alone. Drawn by itself, so that what is told does not depend on it.
 */
export function formed(index: number, seed: number, report: Unformed) {
  const random = randomOf(`${seed}/${index}/form`);
  const { code, paragraphs, facts } = random.chance(nested) ? nest(report) : report;
  const text = `${paragraphs.join('\n')}\n`;
  return { code, text, facts: random.chance(chineseOnly) ? withoutEnglish(facts) : facts };
}

/** Puts the sections of results under a heading of their own: 一、 › （一）; the parts after them follow as 二、, 三、. */
function nest({ code, paragraphs, facts }: Unformed): Unformed {
  const [opening, ...sections] = facts.sections;
  const first = paragraphs.length - sections.length;
  const isEnding = new Set(facts.parts.map(({ quote }) => quote));
  const results = sections.filter(({ heading }) => !isEnding.has(heading ?? ''));
  if (!opening || results.length === 0) return { code, paragraphs, facts };
  const heading = '一、主要举措和成效';
  const numbered = sections.map((section, nth): { section: SectionFacts; words: string } => {
    const isResult = nth < results.length;
    const number = isResult
      ? `（${numbers[nth] ?? ''}）`
      : `${numbers[nth - results.length + 1] ?? ''}、`;
    const words = `${number}${paragraphs[first + nth] ?? ''}`;
    const starts = `${number}${section.starts}`;
    const depth = isResult ? { depth: 2 } : {};
    return { section: { ...section, starts, heading: starts, ...depth }, words };
  });
  const whole: SectionFacts = {
    code: 'results',
    title: { zh: '主要举措和成效', en: 'Measures and results' },
    starts: heading,
    heading,
    measures: [],
  };
  return {
    code,
    paragraphs: [
      ...paragraphs.slice(0, first),
      `${heading}。`,
      ...numbered.map(({ words }) => words),
    ],
    facts: { ...facts, sections: [opening, whole, ...numbered.map(({ section }) => section)] },
  };
}

/** The same without any word in English. */
function withoutEnglish<Value>(value: Value): Value;
function withoutEnglish(value: unknown): unknown {
  if (Array.isArray(value)) return value.map((each: unknown) => withoutEnglish(each));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name !== 'en')
      .map(([name, each]: [string, unknown]) => [name, withoutEnglish(each)]),
  );
}
