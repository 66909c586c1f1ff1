import { codesOf } from '../../resolve/codes.ts';
import type { Codes } from '../../resolve/codes.ts';
import type { Path } from '../../read/parse-source.ts';
import type { Vocabulary } from '../../read/read-seed.ts';
import type { FrameworkItemFacts } from '../../read/shapes/framework.ts';
import type { ReportProblem } from '../../read/source-file.ts';
import { orderItems } from './framework-order.ts';
import type { PlacedItem } from './framework-order.ts';
import { normColumns } from './norm-columns.ts';
import type { NormTerms } from './norm-columns.ts';
import type { Rows } from '../rows.ts';

type Framework = Vocabulary['frameworks']['value'][number];
type FrameworkTerms = NormTerms & { places: Codes };

/** Adds the frames with their headings and points; gives the codes of these. */
export function addFrameworks(
  { value, report }: Vocabulary['frameworks'],
  rows: Rows,
  terms: FrameworkTerms,
): Codes {
  const frameworks = codesOf('framework');
  const items = codesOf('framework-item');
  const ordered = value.map(({ items: told }, index) =>
    orderItems(told, [index, 'items'], { report, first: countBefore(value, index) + 1 }),
  );
  ordered
    .flat()
    .forEach(({ facts, id, at }) => items.take(facts.code, id, [...at, 'code'], report));
  value.forEach((framework, index) => {
    const { code, name, edition, source = null, place } = framework;
    const id = index + 1;
    frameworks.take(code, id, [index, 'code'], report);
    const placeId =
      place === undefined ? null : terms.places.rowOf(place, [index, 'place'], report);
    rows.frameworks.push({
      id,
      code,
      nameZh: name.zh,
      nameEn: name.en,
      edition,
      source,
      placeId,
    });
    for (const item of ordered[index] ?? []) {
      checkParent(item, { framework, items, report });
      addItem(item, { frameworkId: id, framework, rows, terms, report });
    }
  });
  return items;
}

const countBefore = (frameworks: readonly Framework[], index: number) =>
  frameworks.slice(0, index).reduce((sum, { items }) => sum + items.length, 0);

type ItemFrame = {
  frameworkId: number;
  framework: Framework;
  rows: Rows;
  terms: NormTerms;
  report: ReportProblem;
};

function addItem(
  item: PlacedItem,
  { frameworkId, framework, rows, terms, report }: ItemFrame,
): void {
  const { facts, id, parent, ordinal, position, at } = item;
  const { code, title, norm } = facts;
  const address = sourceOf(item) ?? framework.source ?? null;
  rows.frameworkItems.push({
    id,
    code,
    frameworkId,
    parentId: parent?.id ?? null,
    ordinal,
    position,
    readingOrder: `${framework.code}/${String(position).padStart(4, '0')}`,
    depth: item.depth,
    titleZh: title.zh,
    titleEn: title.en,
    source: address,
    ...dutyColumns(facts),
    ...(norm && normColumns(norm, { at: [...at, 'norm'], source: address, rows, terms, report })),
  });
  for (let above: PlacedItem | null = item; above; above = above.parent) {
    rows.frameworkItemAncestors.push({ itemId: id, ancestorId: above.id });
  }
}

/** The address of the nearest text above that names one. */
const sourceOf = ({ facts, parent }: PlacedItem): string | null =>
  facts.source ?? (parent && sourceOf(parent));

const dutyColumns = ({ responsibleBody, timeLimit, deliverable }: FrameworkItemFacts) => ({
  responsibleBodyZh: responsibleBody?.zh ?? null,
  responsibleBodyEn: responsibleBody?.en ?? null,
  timeLimitZh: timeLimit?.zh ?? null,
  timeLimitEn: timeLimit?.en ?? null,
  deliverableZh: deliverable?.zh ?? null,
  deliverableEn: deliverable?.en ?? null,
});

/** A point stands below an item of its own framework. */
function checkParent(
  { facts: { parent }, at }: PlacedItem,
  { framework, items, report }: { framework: Framework; items: Codes; report: ReportProblem },
): void {
  if (parent === undefined || framework.items.some(({ code }) => code === parent)) return;
  const place: Path = [...at, 'parent'];
  if (items.rowOf(parent, place, report) === null) return;
  report(
    place,
    'point-under-no-heading',
    `${JSON.stringify(parent)} is no item of ${framework.code}, but of another framework.`,
    `Give the code of an item of ${framework.code}, or leave the parent out if it is a heading.`,
  );
}
