import { Kind, visit } from 'graphql';
import type { ASTNode, DocumentNode, ValidationRule } from 'graphql';
import { limits } from '../limits.ts';
import { measureSelections } from './measure-selections.ts';
import { tooComplex } from './too-complex.ts';
import { faultInDocument } from './values.ts';

/** Holds a query against the limits that can be seen from its text alone, and points to what goes beyond. */
export const limitRule: ValidationRule = (context) => ({
  Document(document) {
    const { aliases, directives } = countable(document);
    for (const [name, nodes, advice] of [
      ['aliases', aliases, 'Ask in several requests.'],
      ['directives', directives, 'Leave some of them out.'],
    ] as const) {
      const first = nodes[limits[name].value];
      if (first) context.reportError(tooComplex(name, nodes.length, advice, { nodes: [first] }));
    }
    const fault = faultInDocument(document);
    if (fault) context.reportError(fault);
    const { extentOf, fieldAtDepth, rootField } = measureSelections(document);
    for (const definition of document.definitions) {
      if (definition.kind !== Kind.OPERATION_DEFINITION) continue;
      const { depth, roots } = extentOf(definition);
      if (depth > limits.depth.value) {
        const first = fieldAtDepth(definition, limits.depth.value + 1);
        context.reportError(
          tooComplex(
            'depth',
            depth,
            'Start from measures or outcomes, with a filter, instead of going down from reports; nodes and edges count as levels.',
            { nodes: [first ?? definition] },
          ),
        );
      }
      if (roots > limits.rootFields.value) {
        const first = rootField(definition, limits.rootFields.value + 1);
        const nodes = [first ?? definition];
        context.reportError(tooComplex('rootFields', roots, 'Ask in several requests.', { nodes }));
      }
    }
  },
});

function countable(document: DocumentNode): { aliases: ASTNode[]; directives: ASTNode[] } {
  const aliases: ASTNode[] = [];
  const directives: ASTNode[] = [];
  visit(document, {
    Field(node) {
      if (node.alias) aliases.push(node);
    },
    Directive(node) {
      directives.push(node);
    },
  });
  return { aliases, directives };
}
