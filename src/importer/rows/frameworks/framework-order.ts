import type { Path } from '../../read/parse-source.ts';
import type { FrameworkItemFacts } from '../../read/shapes/framework.ts';
import type { ReportProblem } from '../../read/source-file.ts';

/** An item with its place in its framework, of which `position` and `ordinal` count from 1. */
export type PlacedItem = {
  facts: FrameworkItemFacts;
  at: Path;
  id: number;
  parent: PlacedItem | null;
  ordinal: number;
  position: number;
  depth: number;
};

type ToldItem = { facts: FrameworkItemFacts; at: Path };

/**
 * The items of a framework in the order in which it is read: a heading, the points below it, the next
 * heading; those of one parent as the file has them. What stands in a circle is told, and put last
 * like a heading, as is what names no item of the framework as its parent.
 * @param options.first the row of the first item
 */
export function orderItems(
  items: readonly FrameworkItemFacts[],
  at: Path,
  { report, first }: { report: ReportProblem; first: number },
): PlacedItem[] {
  const told = items.map((facts, index): ToldItem => ({ facts, at: [...at, index] }));
  const byCode = new Map(told.toReversed().map((item) => [item.facts.code, item]));
  const parentOf = ({ facts: { parent } }: ToldItem) =>
    parent === undefined ? undefined : byCode.get(parent);
  const below = Map.groupBy(told, parentOf);
  const placed: PlacedItem[] = [];
  const seen = new Set<ToldItem>();
  const place = (item: ToldItem, parent: PlacedItem | null, ordinal: number): void => {
    seen.add(item);
    const position = placed.length + 1;
    const depth = (parent?.depth ?? 0) + 1;
    const here = { ...item, id: first + position - 1, parent, ordinal, position, depth };
    placed.push(here);
    // A code that was given twice has its points with the first.
    let count = 0;
    for (const child of below.get(item) ?? []) {
      if (seen.has(child)) continue;
      count += 1;
      place(child, here, count);
    }
  };
  const headings = below.get(undefined) ?? [];
  headings.forEach((heading, index) => place(heading, null, index + 1));
  let last = headings.length;
  for (const item of told) {
    if (isInCircle(item, parentOf)) {
      report(
        [...item.at, 'parent'],
        'framework-item-in-a-circle',
        'By its parents, the item stands below itself.',
        'Give the code of the item right above it, or leave the parent out if it is a heading.',
      );
    }
    if (seen.has(item)) continue;
    last += 1;
    place(item, null, last);
  }
  return placed;
}

function isInCircle(item: ToldItem, parentOf: (item: ToldItem) => ToldItem | undefined): boolean {
  const passed = new Set<ToldItem>();
  let above = parentOf(item);
  while (above && above !== item && !passed.has(above)) {
    passed.add(above);
    above = parentOf(above);
  }
  return above === item;
}
