import { simplifyText } from '../../../text/characters/simplify.ts';

/**
 * A text as the rules read it: simplified characters, one form of each mark. Unit by unit as long as the
 * text itself, so that every index is that of the text.
 */
export function flattenText(text: string): string {
  return simplifyText(text)
    .replace(/[，；：！？（）［］．]/g, (mark) => forms.get(mark) ?? mark)
    .replace(/[\t\r\u00a0\u2000-\u200b\u3000\ue000\ue001\ufeff]/g, ' ');
}

const forms = new Map(
  ['，,', '；;', '：:', '！!', '？?', '（(', '）)', '［[', '］]', '．.'].map((pair) => [
    pair.charAt(0),
    pair.charAt(1),
  ]),
);
