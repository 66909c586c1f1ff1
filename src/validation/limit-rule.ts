import { Kind, visit } from 'graphql';
import type {
  DocumentNode,
  FragmentDefinitionNode,
  OperationDefinitionNode,
  SelectionSetNode,
  ValidationRule,
} from 'graphql';
import { limits } from '../limits.ts';
import { tooComplex } from './too-complex.ts';
import { faultInDocument } from './values.ts';

/** Holds a query against the limits that can be seen from its text alone. */
export const limitRule: ValidationRule = (context) => ({
  Document(document) {
    const { aliases, directives } = count(document);
    if (aliases > limits.aliases.value) {
      context.reportError(tooComplex('aliases', aliases, 'Ask in several requests.'));
    }
    if (directives > limits.directives.value) {
      context.reportError(tooComplex('directives', directives, 'Leave some of them out.'));
    }
    const fault = faultInDocument(document);
    if (fault) context.reportError(fault);
    const extentOf = measuring(document);
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const { depth, roots } = extentOf(definition);
      if (depth > limits.depth.value) {
        context.reportError(
          tooComplex(
            'depth',
            depth,
            'Start from measures or outcomes, with a filter, instead of going down from reports; nodes and edges count as levels.',
          ),
        );
      }
      if (roots > limits.rootFields.value) {
        context.reportError(tooComplex('rootFields', roots, 'Ask in several requests.'));
      }
    }
  },
});

function count(document: DocumentNode): { aliases: number; directives: number } {
  let aliases = 0;
  let directives = 0;
  visit(document, {
    Field(node) {
      aliases += node.alias ? 1 : 0;
    },
    Directive() {
      directives += 1;
    },
  });
  return { aliases, directives };
}

/** How deep a selection goes, and how many fields stand in it, fragments followed. */
type Extent = { depth: number; roots: number };

/** Each fragment is measured once; one that leads back to itself is for another rule to tell. */
function measuring(document: DocumentNode): (operation: OperationDefinitionNode) => Extent {
  const fragments = new Map(
    document.definitions
      .filter((each): each is FragmentDefinitionNode => each.kind === Kind.FRAGMENT_DEFINITION)
      .map((each) => [each.name.value, each]),
  );
  const known = new Map<string, Extent>();

  function extentUnder({ selections }: SelectionSetNode): Extent {
    let depth = 0;
    let roots = 0;
    for (const selection of selections) {
      if (selection.kind === Kind.FIELD) {
        depth = Math.max(
          depth,
          1 + (selection.selectionSet ? extentUnder(selection.selectionSet).depth : 0),
        );
        roots += 1;
        continue;
      }
      const inner =
        selection.kind === Kind.INLINE_FRAGMENT
          ? extentUnder(selection.selectionSet)
          : measureFragment(selection.name.value);
      depth = Math.max(depth, inner.depth);
      roots += inner.roots;
    }
    return { depth, roots };
  }

  function measureFragment(name: string): Extent {
    const found = known.get(name);
    if (found) return found;
    const none = { depth: 0, roots: 0 };
    known.set(name, none);
    const fragment = fragments.get(name);
    const extent = fragment ? extentUnder(fragment.selectionSet) : none;
    known.set(name, extent);
    return extent;
  }

  return ({ selectionSet }) => extentUnder(selectionSet);
}
