import { simplifyText } from '../../../text/simplify.ts';

/**
 * A text as the rules read it: simplified characters, one form of each mark, line ends inside of a
 * sentence as spaces. Unit by unit as long as the text itself, so that every index is that of the text.
 */
export function flattenText(text: string): string {
  const marked = simplifyText(text)
    .replace(/[，；：！？（）［］．]/g, (mark) => forms.get(mark) ?? mark)
    .replace(/[\t\r\u00a0\u2000-\u200b\u3000\ue000\ue001\ufeff]/g, ' ');
  return joinLines(marked);
}

const forms = new Map(
  ['，,', '；;', '：:', '！!', '？?', '（(', '）)', '［[', '］]', '．.'].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);

const endsSentence = /[。!?;:”》)] *$/;
/** What begins a line of its own: a number, a mark of a list, an indented paragraph. */
const opensLine =
  /^(?: {2,}|[一二三四五六七八九十]{1,3}(?:[、.]|是)|\(?[\d一二三四五六七八九十]{1,3}[)、.]|第[一二三四五六七八九十]{1,3}|[—●■◆·•*-])/;
/** Lines as wide as the widest are broken by their width, and not by their sense. */
const widest = 100;
const slack = 4;

/** Line ends in mid-sentence become spaces: behind a comma, or where the line is full. */
function joinLines(text: string): string {
  const lines = text.split('\n');
  if (lines.length < 2) return text;
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0);
  const isWrapped = width <= widest && lines.length > 3;
  return lines.reduce((joined, line, at) => {
    if (at === 0) return line;
    const before = lines[at - 1] ?? '';
    const isOpen =
      before.trim() !== '' &&
      line.trim() !== '' &&
      !endsSentence.test(before) &&
      !opensLine.test(line);
    const isFull = isWrapped && before.length >= width - slack;
    return `${joined}${isOpen && (isFull || /[,、] *$/.test(before)) ? ' ' : '\n'}${line}`;
  });
}
