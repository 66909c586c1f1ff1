import {
  getNamedType,
  isCompositeType,
  isInputObjectType,
  isAbstractType,
  isLeafType,
  isObjectType,
  isRequiredArgument,
  parse,
  validate,
} from 'graphql';
import type { GraphQLField, GraphQLNamedType, GraphQLObjectType } from 'graphql';
import type { Random } from '../../support/corpus-rows.ts';
import type { Material } from './material.ts';
import { schema } from './material.ts';
import type { Values } from './values.ts';

export type AnyField = GraphQLField<unknown, unknown>;

export type Grow = ReturnType<typeof createGrow>;

/** Of which type the rows of a field are, one or a page of them. */
export function rowsOf(field: AnyField): string {
  const type = getNamedType(field.type);
  const nodes = isObjectType(type) ? type.getFields()['nodes'] : undefined;
  return nodes ? getNamedType(nodes.type).name : type.name.replace(/Group$/, '');
}

export const isConnection = (field: AnyField) =>
  getNamedType(field.type).name.endsWith('Connection');

/** Fields written anew, with what stands beneath them. */
export function createGrow({ limit }: Material, { below, chance, pick }: Random, values: Values) {
  const sizes = { page: limit('pageSize', 100), groups: limit('groups', 1000) };

  /** How many rows to ask for: all that may be, or some. */
  const size = (most: number) => (chance(0.4) ? most : pick([1, 2, 5, 10, 20, 50]));

  function argumentsOf(field: AnyField): string {
    const written = field.args.flatMap((arg) => {
      const { name } = arg;
      const spot = { name, of: rowsOf(field) };
      if (name === 'first') {
        const most = isConnection(field) || field.args.length === 1 ? sizes.page : sizes.groups;
        return chance(0.7) ? [`first: ${size(most)}`] : [];
      }
      const isWanted =
        isRequiredArgument(arg) ||
        (!['last', 'after', 'before'].includes(name) && chance(name === 'filter' ? 0.4 : 0.2));
      if (!isWanted) return [];
      const type = getNamedType(arg.type);
      if (name === 'filter' && isInputObjectType(type)) {
        return [`filter: ${values.filterOf(type, chance(0.7) ? below(3) : below(9))}`];
      }
      return [`${name}: ${values.valueOf(arg.type, spot)}`];
    });
    return written.length > 0 ? `(${written.join(', ')})` : '';
  }

  /** One field with its arguments, and so many levels of rows beneath it. */
  function fieldText(given: AnyField, levels: number): string {
    const type = getNamedType(given.type);
    const beneath = isCompositeType(type) ? ` { ${selection(type, levels - 1)} }` : '';
    return `${given.name}${argumentsOf(given)}${beneath}`;
  }

  function selection(type: GraphQLNamedType, levels: number): string {
    if (isAbstractType(type)) {
      const some = new Set([0, 1, 2].map(() => pick(schema.getPossibleTypes(type))));
      const parts = [...some].map((each) => `... on ${each.name} { ${selection(each, levels)} }`);
      return ['__typename', ...parts].join(' ');
    }
    if (!isObjectType(type)) return '__typename';
    if (type.name.endsWith('Connection')) return pageOf(type, levels);
    const fields = Object.values(type.getFields());
    const [leaves, inner] = [fields.filter(isLeaf), fields.filter((each) => !isLeaf(each))];
    const chosen = new Set<AnyField>();
    for (let count = 1 + below(3); count > 0 && leaves.length > 0; count -= 1)
      chosen.add(pick(leaves));
    if (levels > 0 && inner.length > 0) {
      for (let count = 1 + below(2); count > 0; count -= 1) chosen.add(pick(inner));
    }
    return [...chosen].map((each) => fieldText(each, levels)).join(' ') || '__typename';
  }

  /** Of a page mostly its rows; at times what must be counted for it. */
  function pageOf(type: GraphQLObjectType, levels: number): string {
    const { nodes, facets, totalCount } = type.getFields();
    const parts: string[] = [];
    if (nodes) parts.push(`nodes { ${selection(getNamedType(nodes.type), levels)} }`);
    if (totalCount && chance(0.2)) parts.push('totalCount');
    if (facets && chance(0.15)) parts.push(allFacets(getNamedType(facets.type)));
    return parts.join(' ');
  }

  /** Every facet of a list at its full length. */
  function allFacets(type: GraphQLNamedType): string {
    if (!isObjectType(type)) return '__typename';
    const most = limit('facetValues', 100);
    const names = Object.keys(type.getFields());
    return `facets { ${names.map((name) => `${name}(first: ${most}) { value label count }`).join(' ')} }`;
  }

  /** A whole question from scratch, valid where fields of a name in several types agree. */
  function question(): string {
    const roots = Object.values(schema.getQueryType()?.getFields() ?? {});
    const parts = Array.from({ length: chance(0.2) ? 2 : 1 }, (_, nth) => {
      return `r${nth}: ${fieldText(pick(roots), 1 + below(5))}`;
    });
    const text = `{ ${parts.join(' ')} }`;
    return validate(schema, parse(text)).length === 0 ? text : question();
  }

  return { field: fieldText, selection, allFacets, question, size, sizes };
}

export const isLeaf = (field: AnyField) => isLeafType(getNamedType(field.type));
