import { Kind, TypeInfo, getNamedType, isInputObjectType, visit, visitWithTypeInfo } from 'graphql';
import type {
  ArgumentNode,
  DocumentNode,
  FieldNode,
  GraphQLCompositeType,
  GraphQLInputObjectType,
  GraphQLInputType,
  ObjectFieldNode,
  ObjectValueNode,
  SelectionSetNode,
} from 'graphql';
import { rowsOf } from './grow.ts';
import type { AnyField } from './grow.ts';
import { schema } from './material.ts';
import { rowsOfFilter } from './values.ts';
import type { Spot } from './values.ts';

export type FieldSite = { node: FieldNode; parent: GraphQLCompositeType; field: AnyField };
export type SelectionSite = { node: SelectionSetNode; type: GraphQLCompositeType; isRoot: boolean };
export type FilterSite = { node: ObjectValueNode; type: GraphQLInputObjectType; steps: number };
export type ValueSite = {
  node: ArgumentNode | ObjectFieldNode;
  type: GraphQLInputType;
  spot: Spot;
};

/** Where a question can be changed. */
export type Sites = {
  fields: FieldSite[];
  selections: SelectionSite[];
  /** Filters, those within filters included. */
  filters: FilterSite[];
  /** Arguments and fields of filters, with what they take. */
  values: ValueSite[];
};

export function sitesOf(document: DocumentNode): Sites {
  const sites: Sites = { fields: [], selections: [], filters: [], values: [] };
  const info = new TypeInfo(schema);
  /** The rows of the fields around, and of the filters around, the innermost last. */
  const rows: string[] = [];
  let steps = -1;
  const value = (node: ArgumentNode | ObjectFieldNode) => {
    const type = info.getInputType();
    if (type)
      sites.values.push({ node, type, spot: { name: node.name.value, of: rows.at(-1) ?? '' } });
  };
  const look = {
    [Kind.FIELD]: {
      enter(node: FieldNode) {
        const [parent, field] = [info.getParentType(), info.getFieldDef()];
        rows.push(field ? rowsOf(field) : '');
        if (parent && field) sites.fields.push({ node, parent, field });
      },
      leave() {
        rows.pop();
      },
    },
    [Kind.SELECTION_SET](node: SelectionSetNode) {
      const type = info.getParentType();
      const isRoot = type === schema.getQueryType();
      if (type) sites.selections.push({ node, type, isRoot });
    },
    [Kind.ARGUMENT]: value,
    [Kind.OBJECT_FIELD]: value,
    [Kind.OBJECT]: {
      enter(node: ObjectValueNode) {
        const type = info.getInputType();
        const named = type && getNamedType(type);
        const of = type && rowsOfFilter(type);
        rows.push(of ?? rows.at(-1) ?? '');
        if (!of || !isInputObjectType(named)) return;
        steps += 1;
        sites.filters.push({ node, type: named, steps });
      },
      leave(node: ObjectValueNode) {
        rows.pop();
        if (sites.filters.some((site) => site.node === node)) steps -= 1;
      },
    },
  };
  visit(document, visitWithTypeInfo(info, look));
  return sites;
}
