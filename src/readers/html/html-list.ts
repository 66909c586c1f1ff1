import { writeListNumber } from '../list-number.ts';
import { attributeOf, isElement } from './tree.ts';
import type { Element } from './tree.ts';

const byType: Readonly<Record<string, string>> = {
  a: 'lowerLetter',
  A: 'upperLetter',
  i: 'lowerRoman',
  I: 'upperRoman',
};

const byStyle: Readonly<Record<string, string>> = {
  'lower-alpha': 'lowerLetter',
  'lower-latin': 'lowerLetter',
  'upper-alpha': 'upperLetter',
  'upper-latin': 'upperLetter',
  'lower-roman': 'lowerRoman',
  'upper-roman': 'upperRoman',
  'decimal-leading-zero': 'decimalZero',
  'cjk-ideographic': 'chineseCounting',
  'simp-chinese-informal': 'chineseCounting',
  'trad-chinese-informal': 'chineseCounting',
  'simp-chinese-formal': 'chineseLegalSimplified',
  'cjk-decimal': 'ideographDigital',
  'cjk-heavenly-stem': 'ideographTraditional',
  'cjk-earthly-branch': 'ideographZodiac',
  none: 'none',
};

/** The numbers of a list, counted once for all of its items. */
const counted = new WeakMap<Element, ReadonlyMap<Element, number>>();

function countItems(list: Element): ReadonlyMap<Element, number> {
  const known = counted.get(list);
  if (known) return known;
  const numbers = new Map<Element, number>();
  let value = Number.parseInt(attributeOf(list, 'start') || '1', 10) - 1;
  for (const item of list.childNodes) {
    if (!isElement(item) || item.tagName !== 'li') continue;
    const own = Number.parseInt(attributeOf(item, 'value'), 10);
    value = Number.isNaN(own) ? value + 1 : own;
    numbers.set(item, value);
  }
  counted.set(list, numbers);
  return numbers;
}

/** The number that a browser shows before an item of an ordered list; empty for any other element. */
export function listNumberOf(item: Element): string {
  const list = item.parentNode;
  if (item.tagName !== 'li' || !list || !isElement(list) || list.tagName !== 'ol') return '';
  const value = countItems(list).get(item) ?? 1;
  const style = /list-style(?:-type)?\s*:\s*(?<name>[\w-]+)/.exec(attributeOf(list, 'style'));
  const named = byStyle[style?.groups?.['name'] ?? ''];
  const number = writeListNumber(named ?? byType[attributeOf(list, 'type')] ?? 'decimal', value);
  if (number === '') return '';
  return /^\p{Script=Han}/u.test(number) ? `${number}、` : `${number}. `;
}
