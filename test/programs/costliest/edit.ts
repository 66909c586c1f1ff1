import { Kind, parse, visit } from 'graphql';
import type {
  ASTNode,
  ArgumentNode,
  DocumentNode,
  FieldNode,
  ObjectFieldNode,
  ObjectValueNode,
  SelectionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';

/** The same document with one of its nodes replaced, or left out by null. */
export const replaced = (document: DocumentNode, old: ASTNode, by: ASTNode | null): DocumentNode =>
  visit(document, {
    leave(node) {
      return node === old ? by : undefined;
    },
  });

/** Fields and fragments as they are written. */
export function selectionsOf(text: string): readonly SelectionNode[] {
  const [definition] = parse(`{ ${text} }`, { noLocation: true }).definitions;
  return definition?.kind === Kind.OPERATION_DEFINITION ? definition.selectionSet.selections : [];
}

/** An argument of a name with a value as it is written. */
export function argumentOf(name: string, value: string): ArgumentNode {
  const [field] = selectionsOf(`f(${name}: ${value})`);
  const [argument] = field?.kind === Kind.FIELD ? (field.arguments ?? []) : [];
  if (!argument) throw new Error(`no argument: ${name}: ${value}`);
  return argument;
}

const objectFieldOf = (name: string, value: string): ObjectFieldNode => ({
  kind: Kind.OBJECT_FIELD,
  name: { kind: Kind.NAME, value: name },
  value: argumentOf(name, value).value,
});

/** A field with one of its arguments set, or left out by null. */
export function withArgument(node: FieldNode, name: string, value: string | null): FieldNode {
  const others = (node.arguments ?? []).filter((each) => each.name.value !== name);
  return { ...node, arguments: value === null ? others : [...others, argumentOf(name, value)] };
}

/** A filter with one of its fields set. */
export const withField = (node: ObjectValueNode, name: string, value: string): ObjectValueNode => ({
  ...node,
  fields: [...node.fields.filter((each) => each.name.value !== name), objectFieldOf(name, value)],
});

export const argumentIn = (node: FieldNode, name: string): ValueNode | undefined =>
  node.arguments?.find((each) => each.name.value === name)?.value;

/** More selections in a set; a field whose name is taken by another gets an alias. */
export function withSelections(
  node: SelectionSetNode,
  added: readonly SelectionNode[],
): SelectionSetNode {
  const names = new Set(node.selections.map(answerName));
  const selections = [...node.selections];
  for (const each of added) {
    const selection = each.kind === Kind.FIELD ? freelyNamed(each, names) : each;
    if (!selection) continue;
    names.add(answerName(selection));
    selections.push(selection);
  }
  return { ...node, selections };
}

/** A leaf without arguments is not asked for twice; anything else is, under another name. */
function freelyNamed(field: FieldNode, names: ReadonlySet<string>): FieldNode | null {
  if (!names.has(answerName(field))) return field;
  if (!field.selectionSet && (field.arguments ?? []).length === 0) return null;
  let nth = 1;
  while (names.has(`a${nth}`)) nth += 1;
  return { ...field, alias: { kind: Kind.NAME, value: `a${nth}` } };
}

const answerName = (selection: SelectionNode): string =>
  selection.kind === Kind.FIELD ? (selection.alias?.value ?? selection.name.value) : '';
