import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const signs = Array.from('东西南北山水云木林田');

/** A name of four characters, another for each number below ten thousand. */
const nameOf = (number: number) =>
  Array.from(String(number).padStart(4, '0'), (digit) => signs[Number(digit)]).join('');

const both = (zh: string) => ({ zh, en: zh });

type Size = {
  sections: number;
  /** Of each section. */
  measures: number;
  /** Of each measure, which is a paragraph of its own. */
  outcomes: number;
  /** What stands behind each outcome. */
  filling?: string;
};

/** A report as large as it is asked for, with a mark for each measure and each outcome. */
function largeReport({
  sections: count,
  measures: perSection,
  outcomes: each,
  filling = '',
}: Size) {
  let text = '';
  const sections = Array.from({ length: count }, (_section, s) => {
    const starts = `${nameOf(s)}部分`;
    text += `${starts}。`;
    const measures = Array.from({ length: perSection }, (_measure, m) => {
      const quote = `推进${nameOf(s * perSection + m)}工作`;
      text += `${quote}。`;
      const outcomes = Array.from({ length: each }, (_outcome, o) => {
        const number = (s * perSection + m) * each + o;
        const words = `办理${nameOf(number)}类事项${number + 1}项`;
        text += `${words},${filling}群众满意。`;
        const code = `outcome-${number}`;
        return {
          code,
          label: both(words),
          level: 'OUTPUT',
          quote: words,
          value: number + 1,
          unit: '{item}',
          link: { basis: 'SAME_POINT' },
        };
      });
      text += '\n';
      return {
        code: `measure-${s * perSection + m}`,
        title: both(quote),
        quote,
        framework: ['outline-2021-01'],
        outcomes,
      };
    });
    return { code: `section-${s}`, title: both(starts), starts, measures };
  });
  const report = { kind: 'OTHER', title: both('长报告'), place: '150924' };
  return { text, facts: { report, sections } };
}

/**
 * Puts such a report into a seed, as `large-2024`.
 * @returns its text
 */
export function addLargeReport(seed: string, size: Size): string {
  const { text, facts } = largeReport(size);
  const folder = join(seed, 'reports/large-2024');
  mkdirSync(folder);
  writeFileSync(join(folder, 'report.txt'), text);
  writeFileSync(join(folder, 'facts.json'), JSON.stringify(facts));
  return text;
}
