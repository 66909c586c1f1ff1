import { writeListNumber } from '../list-number.ts';
import { chainOf, placeIn } from './styles.ts';
import type { Styles } from './styles.ts';
import { childOf, childrenOf, isOn, valueOf } from './xml.ts';
import type { XmlElement } from './xml.ts';

type Level = {
  readonly format: string;
  readonly start: number;
  /** Such as `%1.%2`: the numbers of the levels in it. */
  readonly text: string;
  readonly style: string | null;
  readonly isLegal: boolean;
  readonly restarts: boolean;
};

type List = {
  /** Lists of one kind count on after each other. */
  readonly kind: string;
  readonly levels: ReadonlyMap<number, Level>;
  readonly startAt: ReadonlyMap<number, number>;
};

function readLevel(element: XmlElement): Level {
  const alternative = childOf(element, 'mc:AlternateContent', 'mc:Fallback');
  return {
    format: valueOf(element, 'w:numFmt') ?? valueOf(alternative, 'w:numFmt') ?? 'decimal',
    start: Number(valueOf(element, 'w:start') ?? 0),
    text: valueOf(element, 'w:lvlText') ?? '',
    style: valueOf(element, 'w:pStyle'),
    isLegal: isOn(element, 'w:isLgl'),
    restarts: valueOf(element, 'w:lvlRestart') !== '0',
  };
}

const readLevels = (element: XmlElement): [number, Level][] =>
  childrenOf(element, 'w:lvl').map((each) => [Number(each.attributes['w:ilvl']), readLevel(each)]);

/** The lists of a document by their numbers. */
function readLists(part: XmlElement, styles: Styles): Map<string, List> {
  const kinds = new Map(
    childrenOf(part, 'w:abstractNum').map((kind) => [kind.attributes['w:abstractNumId'], kind]),
  );
  const listOf = new Map(
    childrenOf(part, 'w:num').map((list) => [list.attributes['w:numId'], list]),
  );
  const kindOf = (list: XmlElement) => kinds.get(valueOf(list, 'w:abstractNumId') ?? '');
  const lists = new Map<string, List>();
  for (const [number = '', list] of listOf) {
    let kind = kindOf(list);
    // A kind may say nothing itself but name a style, whose list says it.
    const linked = kind && styles.get(valueOf(kind, 'w:numStyleLink') ?? '')?.place;
    const linkedList = linked && listOf.get(linked.list);
    if (linkedList) kind = kindOf(linkedList) ?? kind;
    if (!kind) continue;
    const levels = new Map(readLevels(kind));
    const startAt = new Map<number, number>();
    for (const override of childrenOf(list, 'w:lvlOverride')) {
      const level = Number(override.attributes['w:ilvl']);
      for (const [, own] of readLevels(override)) levels.set(level, own);
      const start = valueOf(override, 'w:startOverride');
      if (start !== null) startAt.set(level, Number(start));
    }
    lists.set(number, { kind: kind.attributes['w:abstractNumId'] ?? '', levels, startAt });
  }
  return lists;
}

/** Behind these signs no space is written before the words. */
const closed = /[、．，：）)】〕]$|^$/;

/** Counts the lists of a document in the order of its paragraphs and writes their numbers. */
export class Numbering {
  readonly #lists: Map<string, List>;
  readonly #styles: Styles;
  readonly #counts = new Map<string, (number | undefined)[]>();
  readonly #begun = new Set<string>();

  constructor(part: XmlElement | null, styles: Styles) {
    this.#styles = styles;
    this.#lists = part ? readLists(part, styles) : new Map<string, List>();
  }

  /** The number that a word processor shows before a paragraph; empty where it has none. */
  next(properties: XmlElement | null): string {
    const { list, level } = this.#placeOf(properties) ?? { list: null, level: 0 };
    const found = list === null ? undefined : this.#lists.get(list);
    const at = found?.levels.get(level);
    if (!found || !at || list === null) return '';
    const counts = this.#count(found, list, level);
    if (at.format === 'bullet') return '';
    const number = at.text.replace(/%(?<level>[1-9])/g, (_, digit: string) => {
      const other = found.levels.get(Number(digit) - 1);
      const value = counts[Number(digit) - 1] ?? other?.start ?? 1;
      return writeListNumber(at.isLegal ? 'decimal' : (other?.format ?? 'decimal'), value);
    });
    return closed.test(number) ? number : `${number} `;
  }

  #placeOf(properties: XmlElement | null): { list: string; level: number } | null {
    const chain = [...chainOf(this.#styles, valueOf(properties, 'w:pStyle'))];
    const [id, style] = chain.find(([, { place }]) => place !== null) ?? [];
    const place = placeIn(properties, style?.place ?? null);
    if (!place || place.list === '0') return null;
    if (place.level !== null) return { list: place.list, level: place.level };
    const levels = this.#lists.get(place.list)?.levels ?? new Map<number, Level>();
    const own = [...levels].find(([, level]) => id !== undefined && level.style === id);
    return { list: place.list, level: own?.[0] ?? 0 };
  }

  #count(list: List, number: string, level: number): (number | undefined)[] {
    const counts = this.#counts.get(list.kind) ?? [];
    this.#counts.set(list.kind, counts);
    const override = list.startAt.get(level);
    const key = `${number} ${level}`;
    const isFirst = override !== undefined && !this.#begun.has(key);
    this.#begun.add(key);
    const start = list.levels.get(level)?.start ?? 1;
    counts[level] = isFirst ? override : (counts[level] ?? (override ?? start) - 1) + 1;
    for (const [deeper, { restarts }] of list.levels) {
      if (deeper > level && restarts) counts[deeper] = undefined;
    }
    return counts;
  }
}
