import {
  BREAK,
  getArgumentValues,
  getNamedType,
  isAbstractType,
  isObjectType,
  visit,
} from 'graphql';
import type {
  DocumentNode,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionSetNode,
  VariableValues,
} from 'graphql';
import { collectFields, fragmentsOf } from '../collect-fields.ts';
import type { Selected } from '../collect-fields.ts';
import type { ArgumentValues } from '../field-arguments.ts';
import { specOf } from '../field-spec.ts';
import type { Kind, SpecOf } from '../field-spec.ts';
import { codesIn } from '../listing.ts';
import type { FilterShape, FilterValue } from '../listing.ts';
import { codesLookedUp, codesOfIds } from './looked-up-codes.ts';
import type { By } from '../global-id.ts';
import type { FieldCodes, NamedCodes } from './named-codes.ts';

/** Reads the codes that one field of an operation names. */
export type CodeReader = (variables: VariableValues) => readonly NamedCodes[];

type ReadCodes<Of extends Kind> = {
  read(args: ArgumentValues, spec: SpecOf<Of>): readonly FieldCodes[];
}['read'];

type WithFilter = { filter?: FilterValue | null };

const ofFilter = (shape: FilterShape, { filter }: WithFilter) => codesIn(shape, filter, 'filter');

/** What each kind of field reads of its arguments as codes; null for a kind that reads none. */
const codesRead: { [Of in Kind]: ReadCodes<Of> | null } = {
  column: null,
  connection: (args, { listing }) => ofFilter(listing, args),
  context: null,
  lookup: ({ by }: { by?: By }, spec) => codesLookedUp(spec, by ?? {}),
  node: ({ id, ids }, { isList }) =>
    isList ? codesOfIds('ids', Array.isArray(ids) ? ids : []) : codesOfIds('id', [id]),
  object: null,
  property: null,
  statement: (args, { statement }) => ofFilter(statement.filter, args),
  statementRow: null,
  union: null,
};

/** The names of the arguments in which codes may stand. */
const mayNameCodes = new Set(['filter', 'by', 'id', 'ids']);

/** An operation of a valid document, whose selections are no more than may be. */
type Asked = {
  schema: GraphQLSchema;
  document: DocumentNode;
  operation: OperationDefinitionNode;
  variables: VariableValues;
};

/**
 * The fields of an operation that name codes, in filters or to look something up, each as what reads
 * them. They are the same for other variables, unless a directive asks one whether a field is there.
 */
export function codeFiltersOf({ schema, document, operation, variables }: Asked) {
  const selecting = { schema, fragments: fragmentsOf(document), variables };
  const readers: CodeReader[] = [];

  function walk(type: GraphQLNamedType, sets: readonly SelectionSetNode[], path: Path): void {
    for (const object of objectsOf(schema, type)) {
      for (const selected of collectFields(selecting, object, sets)) {
        const within = [...path, selected.name];
        const read = readerOf(selected, within);
        if (read) readers.push(read);
        walk(getNamedType(selected.field.type), selected.sets, within);
      }
    }
  }

  const root = schema.getRootType(operation.operation);
  if (root) walk(root, [operation.selectionSet], []);
  return readers;
}

type Path = readonly string[];

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

function readerOf({ field, nodes: [node] }: Selected, path: Path): CodeReader | null {
  if (!node?.arguments?.some(({ name }) => mayNameCodes.has(name.value))) return null;
  const spec = specOf(field);
  if (!spec) return null;
  const read: ReadCodes<Kind> | null = codesRead[spec.kind];
  if (!read) return null;
  return (variables) =>
    read(getArgumentValues(field, node, variables), spec).map((named) => ({ ...named, path }));
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
