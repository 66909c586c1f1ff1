import { Document, Scalar } from 'yaml';
import { stringTag } from 'yaml/util';
import type { StringifyContext } from 'yaml/util';

/** The text of a string in YAML; `isKept` where it keeps the line ends behind it. */
type WrittenString = { readonly text: string; readonly isKept: boolean };

/**
 * Words that stand for themselves anywhere: they begin with a Chinese character, or are a code of letters in parts, and hold
 * nothing that means something in YAML.
 */
const plain = /^(?:[\u4e00-\u9fff][^\p{C}\p{Z}\s[\]{},:#]*|[a-z]+-[a-z0-9-]*[a-z0-9])$/u;

/** What depends on where it stands: several lines, and marks of documents. */
const placed = /\n|^(?:---|\.\.\.)/;

/** So many strings are remembered: reasons to review, classifiers, numbers of places. */
const most = 2000;
const known = { inFlow: new Map<string, WrittenString>(), tall: new Map<string, WrittenString>() };

/** Writes a string as the `yaml` package does. */
export function writeString(
  value: string,
  { indent, inFlow }: { readonly indent: string; readonly inFlow: boolean },
): WrittenString {
  if (plain.test(value)) return { text: value, isKept: false };
  if (placed.test(value)) return writeByPackage(value, indent, inFlow);
  const among = inFlow ? known.inFlow : known.tall;
  const present = among.get(value);
  if (present) return present;
  const written = writeByPackage(value, indent, inFlow);
  if (among.size >= most) among.clear();
  among.set(value, written);
  return written;
}

const { schema } = new Document(null);

function writeByPackage(value: string, indent: string, inFlow: boolean): WrittenString {
  let isKept = false;
  const context = { ...base, indent, inFlow } as StringifyContext;
  const text = stringTag.stringify?.(new Scalar(value), context, undefined, () => {
    isKept = true;
  });
  return { text: text ?? JSON.stringify(value), isKept };
}

const base = {
  doc: { schema },
  indentStep: '  ',
  implicitKey: false,
  options: {
    blockQuote: true,
    defaultKeyType: null,
    defaultStringType: 'PLAIN',
    doubleQuotedAsJSON: false,
    doubleQuotedMinMultiLineLength: 40,
    lineWidth: 0,
    minContentWidth: 20,
    singleQuote: true,
  },
};
