import {
  Kind,
  getNamedType,
  isEnumType,
  isInputObjectType,
  isRequiredArgument,
  visit,
} from 'graphql';
import { isConnection, rowsOf } from '../grow.ts';
import {
  argumentIn,
  argumentOf,
  replaced,
  selectionsOf,
  withArgument,
  withSelections,
} from '../edit.ts';
import type { FieldSite } from '../sites.ts';
import type { Operator, Tools } from './operator.ts';
import { oneOf } from './operator.ts';

const paged = (fields: readonly FieldSite[], { random }: Tools) =>
  oneOf(
    fields.filter(({ field }) => isConnection(field)),
    random,
  );

/** Asks for as many rows as may be, of one list. */
export const raiseFirst: Operator = (document, { fields }, tools) => {
  const site = oneOf(
    fields.filter(({ field }) => field.args.some(({ name }) => name === 'first')),
    tools.random,
  );
  if (!site) return null;
  const { page, groups } = tools.grow.sizes;
  const most = isConnection(site.field) || site.field.args.length === 1 ? page : groups;
  const asked = withArgument(withArgument(site.node, 'last', null), 'first', String(most));
  return replaced(document, site.node, asked);
};

/** The same of all lists that say how many. */
export const raiseAll: Operator = (document, _, { grow }) =>
  visit(document, {
    Argument(node) {
      const isSize = node.name.value === 'first' || node.name.value === 'last';
      if (isSize) return argumentOf(node.name.value, String(grow.sizes.page));
    },
  });

/** Asks for fewer, so that there is room for other things. */
export const lowerFirst: Operator = (document, { fields }, tools) => {
  const site = paged(fields, tools);
  if (!site) return null;
  const size = String(tools.grow.size(20));
  const asked = withArgument(withArgument(site.node, 'last', null), 'first', size);
  return replaced(document, site.node, asked);
};

/** Asks from the end, or from a row within. */
export const turnPage: Operator = (document, { fields }, tools) => {
  const { random, values, grow } = tools;
  const site = paged(fields, tools);
  if (!site) return null;
  const cursor = () => JSON.stringify(values.codeOf(rowsOf(site.field)));
  let { node } = site;
  if (random.chance(0.5)) {
    const size = argumentIn(node, 'first');
    const kept = size?.kind === Kind.INT ? size.value : String(grow.sizes.page);
    node = withArgument(withArgument(node, 'first', null), 'last', kept);
  }
  if (random.chance(0.7)) {
    node = withArgument(node, random.chance(0.5) ? 'after' : 'before', cursor());
  }
  return replaced(document, site.node, node);
};

/** Orders a list or groups by what they can be ordered by. */
export const order: Operator = (document, { fields }, { random }) => {
  const site = oneOf(
    fields.filter(({ field }) => field.args.some(({ name }) => name === 'orderBy')),
    random,
  );
  const type = site && getNamedType(site.field.args.find(({ name }) => name === 'orderBy')?.type);
  const by = isInputObjectType(type) ? getNamedType(type.getFields()['field']?.type) : null;
  if (!site || !isEnumType(by)) return null;
  const direction = random.pick(['ASC', 'DESC']);
  const value = `{field: ${random.pick(by.getValues()).name}, direction: ${direction}}`;
  return replaced(document, site.node, withArgument(site.node, 'orderBy', value));
};

/** Has a list counted, whole or by its facets. */
export const count: Operator = (document, { selections }, { random, grow }) => {
  const site = oneOf(
    selections.filter(({ type }) => type.name.endsWith('Connection')),
    random,
  );
  if (!site || !('getFields' in site.type)) return null;
  const { facets } = site.type.getFields();
  const text =
    facets && random.chance(0.6) ? grow.allFacets(getNamedType(facets.type)) : 'totalCount';
  const name = text.split(' ')[0];
  const isThere = site.node.selections.some(
    (each) => each.kind === Kind.FIELD && each.name.value === name,
  );
  if (isThere) return null;
  return replaced(document, site.node, withSelections(site.node, selectionsOf(text)));
};

/** Leaves out an argument, or a filter, that need not be given. */
export const dropArgument: Operator = (document, { fields }, { random }) => {
  const able = fields.flatMap(({ node, field }) =>
    (node.arguments ?? []).filter((each) =>
      field.args.some((arg) => arg.name === each.name.value && !isRequiredArgument(arg)),
    ),
  );
  const argument = oneOf(able, random);
  return argument ? replaced(document, argument, null) : null;
};
