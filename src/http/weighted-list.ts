/** One member of a header that weighs what a client likes: `text/html;level=1;q=0.5`. */
export type Weighted = {
  /** What is named, in lower case. */
  name: string;
  /** Its parameters in lower case, as `level=1`, without the weight. */
  parameters: readonly string[];
  /** From 0, which excludes, to 1. */
  weight: number;
};

/** A comma or semicolon within quotes parts nothing. */
const members = /(?:[^,"]|"(?:[^"\\]|\\.)*"?)+/g;
const pieces = /(?:[^;"]|"(?:[^"\\]|\\.)*"?)+/g;

/**
 * The members of an `Accept`, `Accept-Encoding` or `Accept-Language` in their order. One whose weight
 * is no number is left out, and a weight beyond 1 is 1.
 */
export function readWeighted(header: string | null | undefined): Weighted[] {
  return (header?.match(members) ?? []).flatMap((member) => {
    const [name = '', ...all] = (member.match(pieces) ?? []).map(normalize);
    const parameters = all.filter((piece) => piece !== '');
    const at = parameters.findIndex((parameter) => parameter.startsWith('q='));
    // What follows the weight are extensions, which say nothing of what is named (RFC 9110, 12.5.1).
    const ofRange = at < 0 ? parameters : parameters.slice(0, at);
    const weight = at < 0 ? 1 : readWeight(parameters[at]?.slice(2) ?? '');
    return name === '' || weight === null ? [] : [{ name, parameters: ofRange, weight }];
  });
}

const normalize = (piece: string) =>
  piece
    .trim()
    .toLowerCase()
    .replace(/\s*=\s*/, '=')
    .replace(/="((?:[^"\\]|\\.)*)"$/, '=$1');

function readWeight(text: string): number | null {
  return /^\d*\.?\d+$|^\d+\.$/.test(text) ? Math.min(1, Number(text)) : null;
}
