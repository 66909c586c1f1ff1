/** Text that is HTML already. Only the tag `html` makes it, so that all else is escaped. */
export class Html {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template; nothing is written for null, undefined and false. */
export type Content = Html | string | number | null | undefined | false | readonly Content[];

/**
 * HTML with its values escaped, for text and for attributes in double quotes. Lists are written one
 * after the other.
 */
export function html(strings: TemplateStringsArray, ...values: readonly Content[]): Html {
  let text = strings[0] ?? '';
  values.forEach((value, index) => {
    text += write(value) + (strings[index + 1] ?? '');
  });
  return new Html(text);
}

function write(value: Content): string {
  if (value instanceof Html) return value.toString();
  if (typeof value === 'string') return escape(value);
  if (typeof value === 'number') return String(value);
  if (!value) return '';
  return value.map(write).join('');
}

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

const escape = (text: string) => text.replaceAll(/[&<>"']/g, (sign) => entities[sign] ?? '');

/** A style or a script of ours, written into a page as it is: `</` would end its element. */
export function inlined(tag: 'style' | 'script', text: string): Html {
  if (text.includes('</')) throw new Error('a text that would end its own element');
  const open = tag === 'script' ? '<script type="module">' : '<style>';
  return new Html(`${open}${text}</${tag}>`);
}

/** Data as JSON inside an element of a page: without `<`, which alone could end that element. */
export const jsonWithin = (data: object): Html =>
  new Html(JSON.stringify(data).replaceAll('<', String.raw`\u003c`));

/** Data for machines inside a page. */
export const jsonScript = (data: object): Html =>
  html`<script type="application/ld+json">${jsonWithin(data)}</script>`;
