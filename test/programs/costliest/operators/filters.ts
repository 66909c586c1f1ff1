import { Kind, getNamedType, isInputObjectType } from 'graphql';
import { argumentIn, replaced, withArgument, withField } from '../edit.ts';
import type { FilterSite } from '../sites.ts';
import { conditionsOf, rowsOfFilter, stepsOf } from '../values.ts';
import type { Operator, Tools } from './operator.ts';
import { oneOf } from './operator.ts';

/** Gives a list or groups a filter that takes some steps. */
export const addFilter: Operator = (document, { fields }, { random, values }) => {
  const site = oneOf(
    fields.filter(({ node, field }) => {
      return field.args.some(({ name }) => name === 'filter') && !argumentIn(node, 'filter');
    }),
    random,
  );
  const type = site && getNamedType(site.field.args.find(({ name }) => name === 'filter')?.type);
  if (!site || !isInputObjectType(type)) return null;
  const filter = values.filterOf(type, random.below(6));
  return replaced(document, site.node, withArgument(site.node, 'filter', filter));
};

/** Takes one step more, from one of the deepest filters more often than from another. */
export const deepenFilter: Operator = (document, { filters }, tools) => {
  const site = deepOne(filters, tools);
  return site ? stepOnward(document, site, tools, 0) : null;
};

/** Takes several steps more at once. */
export const chainFilter: Operator = (document, { filters }, tools) => {
  const site = deepOne(filters, tools);
  return site ? stepOnward(document, site, tools, 1 + tools.random.below(7)) : null;
};

function stepOnward(
  document: Parameters<Operator>[0],
  { node, type }: FilterSite,
  { random, values }: Tools,
  more: number,
) {
  const step = oneOf(stepsOf(type), random);
  const next = step && getNamedType(step.type);
  if (!step || !isInputObjectType(next)) return null;
  return replaced(document, node, withField(node, step.name, values.filterOf(next, more)));
}

function deepOne(filters: readonly FilterSite[], { random }: Tools): FilterSite | undefined {
  if (random.chance(0.3)) return oneOf(filters, random);
  const deepest = Math.max(...filters.map(({ steps }) => steps));
  return oneOf(
    filters.filter(({ steps }) => steps === deepest),
    random,
  );
}

/** Puts a step between a filter and what it holds: `{text}` becomes `{measures: {outcomes: {text}}}`. */
export const goThereAndBack: Operator = (document, { filters }, { random }) => {
  const site = oneOf(filters, random);
  const there = site && oneOf(stepsOf(site.type), random);
  const far = there && getNamedType(there.type);
  if (!site || !there || !isInputObjectType(far)) return null;
  const back = oneOf(
    stepsOf(far).filter((field) => getNamedType(field.type) === site.type),
    random,
  );
  if (!back) return null;
  const field = (name: string, value: FilterSite['node']) =>
    ({ kind: Kind.OBJECT_FIELD, name: { kind: Kind.NAME, value: name }, value }) as const;
  const beneath = { kind: Kind.OBJECT, fields: [field(back.name, site.node)] } as const;
  return replaced(document, site.node, { kind: Kind.OBJECT, fields: [field(there.name, beneath)] });
};

/** Sets what else rows must be. */
export const addCondition: Operator = (document, { filters }, { random, values }) => {
  const site = oneOf(filters, random);
  const condition = site && oneOf(conditionsOf(site.type), random);
  if (!condition) return null;
  const spot = { name: condition.name, of: rowsOfFilter(site.type) ?? '' };
  const value = values.valueOf(condition.type, spot);
  return replaced(document, site.node, withField(site.node, condition.name, value));
};

/** Asks for words in every filter that can, or in one. */
export const widenText: Operator = (document, { filters }, { random, values }) => {
  const able = filters.filter(({ type }) => type.getFields()['text']);
  const site = oneOf(able, random);
  if (!site) return null;
  const node = withField(site.node, 'text', JSON.stringify(values.text()));
  return replaced(document, site.node, node);
};

/** Leaves out a condition or a step. */
export const narrowFilter: Operator = (document, { filters }, { random }) => {
  const site = oneOf(
    filters.filter(({ node }) => node.fields.length > 1),
    random,
  );
  const field = site && oneOf(site.node.fields, random);
  return field ? replaced(document, field, null) : null;
};
