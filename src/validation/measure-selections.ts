import { Kind } from 'graphql';
import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
} from 'graphql';

/** How deep a selection goes, and how many fields stand in it, fragments followed. */
type Extent = { depth: number; roots: number };

type Measured = {
  extentOf: (operation: OperationDefinitionNode) => Extent;
  /** The first field that stands so deep, the fields of the root at 1; null where none does. */
  fieldAtDepth: (operation: OperationDefinitionNode, depth: number) => FieldNode | null;
  /** The field of the root with this number, from 1; null where there are fewer. */
  rootField: (operation: OperationDefinitionNode, nth: number) => FieldNode | null;
};

/**
 * Measures what is selected. Each fragment is measured once; one that leads back to itself, which is for
 * another rule to tell, counts as nothing there, and is not gone into again.
 */
export function measureSelections(document: DocumentNode): Measured {
  const extents = createExtents(document);
  return {
    extentOf: ({ selectionSet }) => extents.under(selectionSet),
    fieldAtDepth: ({ selectionSet }, depth) => fieldAtDepth(extents, selectionSet, depth),
    rootField: ({ selectionSet }, nth) => rootField(extents, selectionSet, nth),
  };
}

/** What a selection selects of others: nothing where it names a fragment that is not there. */
type Selected = SelectionSetNode | undefined;

type Extents = {
  under: (set: Selected) => Extent;
  of: (selection: SelectionNode) => Extent;
  /** What a fragment selects in its place. */
  spreadIn: (selection: Exclude<SelectionNode, FieldNode>) => Selected;
};

function createExtents(document: DocumentNode): Extents {
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each.selectionSet]),
  );
  const known = new Map<SelectionSetNode, Extent>();

  const spreadIn: Extents['spreadIn'] = (selection) =>
    selection.kind === Kind.INLINE_FRAGMENT
      ? selection.selectionSet
      : fragments.get(selection.name.value);

  function under(set: Selected): Extent {
    const extent = { depth: 0, roots: 0 };
    if (!set) return extent;
    const found = known.get(set);
    if (found) return found;
    known.set(set, { ...extent });
    for (const selection of set.selections) {
      const inner = of(selection);
      extent.depth = Math.max(extent.depth, inner.depth);
      extent.roots += inner.roots;
    }
    known.set(set, extent);
    return extent;
  }

  const of: Extents['of'] = (selection) =>
    selection.kind === Kind.FIELD
      ? { depth: 1 + under(selection.selectionSet).depth, roots: 1 }
      : under(spreadIn(selection));

  return { under, of, spreadIn };
}

type Within = ReadonlySet<SelectionSetNode>;

function fieldAtDepth(
  extents: Extents,
  set: Selected,
  depth: number,
  within: Within = new Set(),
): FieldNode | null {
  if (!set || within.has(set)) return null;
  const selection = set.selections.find((each) => extents.of(each).depth >= depth);
  if (!selection) return null;
  if (selection.kind !== Kind.FIELD) {
    return fieldAtDepth(extents, extents.spreadIn(selection), depth, new Set(within).add(set));
  }
  return depth === 1 ? selection : fieldAtDepth(extents, selection.selectionSet, depth - 1);
}

function rootField(
  extents: Extents,
  set: Selected,
  nth: number,
  within: Within = new Set(),
): FieldNode | null {
  if (!set || within.has(set)) return null;
  let before = 0;
  for (const selection of set.selections) {
    const { roots } = extents.of(selection);
    if (before + roots < nth) before += roots;
    else if (selection.kind === Kind.FIELD) return selection;
    else {
      const inner = extents.spreadIn(selection);
      return rootField(extents, inner, nth - before, new Set(within).add(set));
    }
  }
  return null;
}
