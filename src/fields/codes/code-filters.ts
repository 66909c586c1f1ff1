import { BREAK, isAbstractType, isObjectType, visit } from 'graphql';
import type {
  DocumentNode,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  VariableValues,
} from 'graphql';
import { argumentsOf, collectFields, fragmentsOf } from '../collect-fields.ts';
import type { Selected, Selection } from '../collect-fields.ts';
import { specOf } from '../field-spec.ts';
import { codesReadBy } from './named-codes.ts';
import type { NamedCodes } from './named-codes.ts';

/** The names of a field and of those around it, as the answer has them. */
type Path = readonly string[];

/** Reads the codes that one field of an operation names. */
export type CodeReader = (
  variables: VariableValues,
) => readonly (NamedCodes & { readonly path: Path })[];

/** The names of the arguments in which codes may stand. */
const mayNameCodes = new Set(['filter', 'by', 'id', 'ids']);

/** An operation of a valid document, whose selections are no more than may be. */
type AskedOperation = {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: VariableValues;
};

/**
 * The fields of an operation that name codes, in filters or to look something up, each as what reads
 * them. They are the same for other variables, unless a directive asks one whether a field is there.
 */
export function codeFiltersOf({ schema, document, operation, variables }: AskedOperation) {
  const selecting = { schema, fragments: fragmentsOf(document), variables };
  const readers: CodeReader[] = [];

  function walk({ type, sets }: Selection, path: Path): void {
    for (const object of objectsOf(schema, type)) {
      for (const selected of collectFields(selecting, object, sets)) {
        const within = [...path, selected.name];
        const read = readerOf(selected, within);
        if (read) readers.push(read);
        walk(selected, within);
      }
    }
  }

  const root = schema.getRootType(operation.operation);
  if (root) walk({ type: root, sets: [operation.selectionSet] }, []);
  return readers;
}

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

function readerOf(selected: Selected, path: Path): CodeReader | null {
  const { field, nodes } = selected;
  if (!nodes[0]?.arguments?.some(({ name }) => mayNameCodes.has(name.value))) return null;
  const spec = specOf(field);
  const read = spec && codesReadBy(spec);
  if (!read) return null;
  return (variables) =>
    read(argumentsOf(selected, variables), spec).map((named) => ({ ...named, path }));
}

/** Whether what an operation selects depends on its variables. */
export function isSelectedByVariables(document: DocumentNode): boolean {
  let isConditional = false;
  visit(document, {
    Directive() {
      isConditional = true;
      return BREAK;
    },
  });
  return isConditional;
}
