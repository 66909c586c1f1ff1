import { Kind, isAbstractType, isObjectType } from 'graphql';
import type {
  DocumentNode,
  GraphQLNamedType,
  GraphQLObjectType,
  GraphQLSchema,
  VariableValues,
} from 'graphql';
import { argumentsOf, collectFields, selectionOf } from '../collect-fields.ts';
import type { AskedOperation, Selected, Selection } from '../collect-fields.ts';
import { specOf } from '../field-spec.ts';
import type { FieldSpec } from '../field-spec.ts';
import { canNameCodes, codesReadBy, filterOf } from './named-codes.ts';
import type { NamedCodes } from './named-codes.ts';

/** The names of a field and of those around it, as the answer has them. */
type Path = readonly string[];

/** What reads the codes that one field of an operation names. */
export type CodeReader = {
  /** Whether it looks one thing up, where an unknown code is answered with null. */
  isLookUp: boolean;
  read: (variables: VariableValues) => readonly (NamedCodes & { readonly path: Path })[];
};

/** The names of the arguments by which something is looked up. */
const lookUps = new Set(['by', 'id', 'ids']);

/**
 * The fields of an operation that name codes, in filters or to look something up, each as what reads
 * them. They are the same for other variables, unless a directive asks one whether a field is there.
 */
export function codeFiltersOf(schema: GraphQLSchema, asked: AskedOperation): CodeReader[] {
  const root = selectionOf(schema, asked);
  const readers: CodeReader[] = [];
  if (!root) return readers;
  const { selecting } = root;

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

  walk(root, []);
  return readers;
}

function objectsOf(schema: GraphQLSchema, type: GraphQLNamedType): readonly GraphQLObjectType[] {
  if (isObjectType(type)) return [type];
  return isAbstractType(type) ? schema.getPossibleTypes(type) : [];
}

function readerOf(selected: Selected, path: Path): CodeReader | null {
  const spec = specOf(selected.field);
  const read = spec && codesReadBy(spec);
  if (!read || !isNaming(selected, spec)) return null;
  return {
    isLookUp: spec.kind === 'lookup',
    read: (variables) =>
      read(argumentsOf(selected, variables)).map((named) => ({ ...named, path })),
  };
}

/** Whether a field can name codes as it is written. */
function isNaming({ nodes: [node] }: Selected, spec: FieldSpec): boolean {
  const given = node?.arguments ?? [];
  const shape = filterOf(spec);
  if (!shape) return given.some(({ name }) => lookUps.has(name.value));
  return given.some(({ name, value }) => name.value === 'filter' && canNameCodes(shape, value));
}

/** Whether what an operation selects depends on its variables. */
export const isSelectedByVariables = (document: DocumentNode): boolean =>
  JSON.stringify(document.definitions).includes(`"kind":"${Kind.DIRECTIVE}"`);
